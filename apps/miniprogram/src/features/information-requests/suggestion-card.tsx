import { View } from '@tarojs/components';
import { asApiError } from '@bandeng/contracts/api-error';
import type { InformationRequest } from '@bandeng/contracts/types';
import { sayDate } from '@bandeng/rules';
import { useState } from 'react';
import { now } from '@/lib/clock';
import { open } from '@/lib/navigation';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { TextArea } from '@/ui/field';
import { Heading } from '@/ui/text';
import { toast } from '@/ui/toast';
import { useSuggestPublishing } from './api';

const RESULTS = {
  accepted: '采纳了，正在写成公开信息，审好就发布',
  declined: '这次不主动公开',
  published: '采纳了，已经公开',
} as const;

/** Art. 44: who was given it may suggest that all get it; afterwards what became of that. */
export function SuggestionCard({ request }: { request: InformationRequest }) {
  const { suggestion, abilities } = request;
  if (!suggestion && !abilities?.suggestPublishing) return null;
  return (
    <Card className="mt2" label="建议主动公开">
      <Heading level={2}>建议主动公开</Heading>
      {suggestion ? <Given suggestion={suggestion} /> : <Suggest id={request.id} />}
    </Card>
  );
}

function Given({ suggestion: { at, reason, result } }: { suggestion: NonNullable<InformationRequest['suggestion']> }) {
  return (
    <>
      <View className="mt1">{result ? RESULTS[result.state] : '收到你的建议了，有了结果会告诉你'}</View>
      {result?.reason && <View className="mt1 pre-line">理由：{result.reason}</View>}
      <View className="note mt1">
        {sayDate(at, now())}建议{reason ? `：${reason}` : ''}
      </View>
      {result?.noticeId && (
        <Button block icon="book" onPress={() => void open('notice', { id: result.noticeId! })}>
          看公开的那一条
        </Button>
      )}
    </>
  );
}

function Suggest({ id }: { id: string }) {
  const [reason, setReason] = useState('');
  const suggest = useSuggestPublishing(id);
  const send = async () => {
    try {
      await suggest.mutateAsync(reason.trim());
      toast('建议收到了');
    } catch (error) {
      toast(asApiError(error).title, 'alert');
    }
  };
  return (
    <>
      <View className="note mt1">给你的信息，别人可能也要。可以建议公开给大家看，姓名不会出现（条例第四十四条）。</View>
      <TextArea label="为什么" hint="可以不写" value={reason} maxLength={500} onChange={setReason} />
      <Button block busy={suggest.isPending} onPress={() => void send()}>
        建议主动公开
      </Button>
    </>
  );
}
