import { View } from '@tarojs/components';
import type { InformationRequest } from '@bandeng/contracts/types';
import { asApiError } from '@bandeng/contracts/api-error';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Heading } from '@/ui/text';
import { toast } from '@/ui/toast';
import { useAnswerConversion } from './api';

/** The office asks whether this may go on in 网上民声: one says yes or no, and without a yes nothing changes. */
export function ConversionCard({ request: { id, conversion, abilities } }: { request: InformationRequest }) {
  const answer = useAnswerConversion(id);
  if (!conversion || !abilities?.answerConversion) return null;
  const say = async (isAgreed: boolean) => {
    try {
      await answer.mutateAsync({ offerId: conversion.id, isAgreed });
      toast(isAgreed ? '转过去了' : '知道了，接着按申请办');
    } catch (error) {
      toast(asApiError(error).title, 'alert');
    }
  };
  return (
    <Card className="mt2" label="转到网上民声">
      <Heading level={2}>转到网上民声办？</Heading>
      <View className="mt1 pre-line">{conversion.note}</View>
      <View className="note mt1">
        同意的话，这件申请就算撤回，在网上民声另编号、从今天起算；以后还要信息，可以再申请。不同意的话，接着按申请办，期限不变。
      </View>
      <Button look="filled" block busy={answer.isPending} onPress={() => void say(true)}>
        同意转
      </Button>
      <Button look="line" block busy={answer.isPending} onPress={() => void say(false)}>
        不转，接着申请
      </Button>
    </Card>
  );
}
