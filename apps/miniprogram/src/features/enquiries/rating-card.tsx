import { View } from '@tarojs/components';
import type { EnquiryDetail } from '@bandeng/contracts/types';
import { useState } from 'react';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Choice } from '@/ui/choice';
import { TextArea } from '@/ui/field';
import { ErrorState } from '@/ui/states';
import { Heading } from '@/ui/text';
import { toast } from '@/ui/toast';
import { useRate, useReopen } from './api';

const WORDS: Readonly<Record<string, string>> = {
  5: '很满意',
  4: '满意',
  3: '一般',
  2: '不满意',
  1: '很不满意',
};
const scale = ['5', '4', '3', '2', '1'].map(value => ({ value, label: WORDS[value] ?? '' }));

/** What one thinks of an answer: the result and the way there, apart. */
export function RatingCard({ enquiry: { id, own, abilities = {} } }: { enquiry: EnquiryDetail }) {
  const [result, setResult] = useState<string>();
  const [process, setProcess] = useState<string>();
  const [text, setText] = useState('');
  const rate = useRate(id);
  if (own?.rating) {
    const { rating } = own;
    return (
      <Card className="mt3" label="你的评价">
        <Heading level={2}>你的评价</Heading>
        <View className="mt1">
          结果{WORDS[rating.result]}，过程{WORDS[rating.process]}
        </View>
        {rating.text && <View className="mt1">{rating.text}</View>}
      </Card>
    );
  }
  if (!abilities.rate) return null;
  const send = async () => {
    if (!result || !process) return;
    try {
      const said = text.trim() === '' ? {} : { text: text.trim() };
      await rate.mutateAsync({ result: Number(result), process: Number(process), ...said });
      toast('收到，谢谢你');
    } catch {
      // The fault stands above the button.
    }
  };
  return (
    <Card className="mt3" label="评一评">
      <Heading level={2}>评一评</Heading>
      <Choice label="结果满意吗？" options={scale} value={result} onChange={setResult} />
      <Choice label="过程满意吗？" options={scale} value={process} onChange={setProcess} />
      <TextArea label="想说的" hint="可以不写" value={text} maxLength={500} onChange={setText} />
      {rate.isError && <ErrorState error={rate.error} />}
      <Button
        look="line"
        wide
        busy={rate.isPending}
        disabledBecause={result && process ? undefined : '结果和过程各选一个'}
        onPress={() => void send()}
      >
        交评价
      </Button>
    </Card>
  );
}

/** Once, with a reason: it is looked at anew. */
export function ReopenCard({ enquiry: { id, abilities = {} } }: { enquiry: EnquiryDetail }) {
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const reopen = useReopen(id);
  if (!abilities.reopen) return null;
  const send = async () => {
    try {
      await reopen.mutateAsync(reason.trim());
      toast('重新办了');
    } catch {
      // The fault stands above the button.
    }
  };
  return (
    <Card className="mt3" label="请求重办">
      <Heading level={2}>没解决？</Heading>
      <View className="note mt1">可以请求重办一次，写明哪里没解决。期限重新算</View>
      {!isOpen ? (
        <Button look="plain" icon="undo" onPress={() => setOpen(true)}>
          请求重办
        </Button>
      ) : (
        <>
          <TextArea label="哪里没解决" value={reason} maxLength={500} onChange={setReason} />
          {reopen.isError && <ErrorState error={reopen.error} />}
          <Button
            look="line"
            wide
            busy={reopen.isPending}
            disabledBecause={reason.trim() === '' ? '先写明哪里没解决' : undefined}
            onPress={() => void send()}
          >
            请求重办
          </Button>
        </>
      )}
    </Card>
  );
}
