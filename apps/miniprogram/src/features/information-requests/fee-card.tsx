import { View } from '@tarojs/components';
import { asApiError } from '@bandeng/contracts/api-error';
import type { InformationRequest } from '@bandeng/contracts/types';
import { sayDate } from '@bandeng/rules';
import { useState } from 'react';
import { now } from '@/lib/clock';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { TextArea } from '@/ui/field';
import { Heading } from '@/ui/text';
import { toast } from '@/ui/toast';
import { useAnswerFee } from './api';

type Fee = NonNullable<InformationRequest['fee']>;

/** Art. 42: how much, how it comes about, how and until when to pay; and what one says to it. */
export function FeeCard({ request, fee }: { request: InformationRequest; fee: Fee }) {
  return (
    <Card className="mt2" label="信息处理费">
      <View className="line between base wrap">
        <Heading level={2}>信息处理费</Heading>
        <View className="h2">{fee.yuan} 元</View>
      </View>
      {fee.lines.map(({ text, yuan }) => (
        <View key={text} className="mt1">
          {text}
          {yuan > 0 && `，共 ${yuan} 元`}
        </View>
      ))}
      <HowToPay fee={fee} />
      <Said fee={fee} />
      {request.abilities?.answerFee && <Reply id={request.id} />}
    </Card>
  );
}

function HowToPay({ fee: { paidOn, answer, deadline, howToPay, consequence } }: { fee: Fee }) {
  if (paidOn) return <View className="note mt2">{sayDate(paidOn, now())}收到了你的缴费</View>;
  if (answer?.isKept === false) return <View className="strong mt2">不用缴了，答复的期限接着算</View>;
  return (
    <>
      <View className="mt2">
        最晚{sayDate(deadline, now())}缴。{howToPay}
      </View>
      <View className="note mt1">{consequence}</View>
    </>
  );
}

function Said({ fee: { reply, answer } }: { fee: Fee }) {
  return (
    <>
      {reply && (
        <View className="mt2 pre-line">{reply.isAccepted ? '你说愿意缴' : `你不同意收费：${reply.reason}`}</View>
      )}
      {reply?.isAccepted === false && !answer && <View className="note mt1">收到了，有了答复会告诉你</View>}
      {answer && <View className="mt1 pre-line">答复：{answer.text}</View>}
    </>
  );
}

function Reply({ id }: { id: string }) {
  const [isDisputing, setDisputing] = useState(false);
  const [reason, setReason] = useState('');
  const reply = useAnswerFee(id);
  const send = async (body: Parameters<typeof reply.mutateAsync>[0], said: string) => {
    try {
      await reply.mutateAsync(body);
      toast(said);
    } catch (error) {
      toast(asApiError(error).title, 'alert');
    }
  };
  if (!isDisputing)
    return (
      <>
        <Button look="filled" block busy={reply.isPending} onPress={() => void send({ isAccepted: true }, '知道了')}>
          愿意缴
        </Button>
        <Button block onPress={() => setDisputing(true)}>
          不同意收费
        </Button>
      </>
    );
  return (
    <>
      <TextArea label="为什么不同意" value={reason} maxLength={1000} onChange={setReason} />
      <Button
        look="filled"
        block
        busy={reply.isPending}
        disabledBecause={reason.trim() === '' ? '先写一下理由' : undefined}
        onPress={() => void send({ isAccepted: false, reason: reason.trim() }, '交上去了，会有人答复你')}
      >
        交异议
      </Button>
      <Button block look="quiet" onPress={() => setDisputing(false)}>
        先不
      </Button>
    </>
  );
}
