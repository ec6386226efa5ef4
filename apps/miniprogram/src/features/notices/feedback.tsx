import { View } from '@tarojs/components';
import { useState } from 'react';
import { asApiError } from '@bandeng/contracts/api-error';
import { dropDraft, saveDraft, useDraft } from '@/lib/drafts';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { TextArea } from '@/ui/field';
import { Sheet } from '@/ui/sheet';
import { NoticeBar } from '@/ui/tag';
import { toast } from '@/ui/toast';
import { useFeedback } from './api';
import type { FeedbackKind } from './api';

const questions: Record<Exclude<FeedbackKind, 'useful'>, string> = {
  unclear: '哪里看不懂？',
  mistake: '哪里写错了？',
};

/** 有用, 看不懂, 有错. What was typed stays on the phone until it is there. */
export function Feedback({ noticeId, usefulCount }: { noticeId: string; usefulCount: number }) {
  const feedback = useFeedback(noticeId);
  const [asking, setAsking] = useState<'unclear' | 'mistake'>();
  const key = `feedback:${noticeId}`;
  const draft = useDraft<string>(key);
  const text = draft?.value ?? '';
  const send = (kind: FeedbackKind) => {
    feedback.mutate(
      { kind, text: kind === 'useful' || text.trim() === '' ? undefined : text.trim() },
      {
        onSuccess: () => {
          dropDraft(key);
          setAsking(undefined);
        },
        onError: error => toast(asApiError(error).title, 'alert'),
      },
    );
  };
  if (feedback.data)
    return (
      <NoticeBar tone="brand" icon="check" className="mt3">
        {feedback.data.next}
      </NoticeBar>
    );
  return (
    <Card className="mt3" label="这条信息怎么样">
      <View className="strong">这条信息怎么样？</View>
      {usefulCount > 0 && <View className="note">{usefulCount} 次有人说有用</View>}
      <View className="line wrap mt2">
        <Button small icon="thumb" busy={feedback.isPending && !asking} onPress={() => send('useful')}>
          有用
        </Button>
        <Button small icon="question" onPress={() => setAsking('unclear')}>
          看不懂
        </Button>
        <Button small icon="alert" onPress={() => setAsking('mistake')}>
          有错
        </Button>
      </View>
      <Sheet
        open={asking !== undefined}
        title={asking ? questions[asking] : ''}
        onClose={() => setAsking(undefined)}
        foot={
          <Button look="filled" block busy={feedback.isPending} onPress={() => asking && send(asking)}>
            告诉他们
          </Button>
        }
      >
        <TextArea
          label="写几句"
          hint="可以不写"
          value={text}
          maxLength={500}
          onChange={value => saveDraft(key, noticeId, value)}
        />
      </Sheet>
    </Card>
  );
}
