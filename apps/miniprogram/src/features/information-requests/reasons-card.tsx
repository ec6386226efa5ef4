import { View } from '@tarojs/components';
import type { InformationRequest } from '@bandeng/contracts/types';
import { asApiError } from '@bandeng/contracts/api-error';
import { sayDate } from '@bandeng/rules';
import { useState } from 'react';
import { now } from '@/lib/clock';
import { saveDraft, useDraft } from '@/lib/drafts';
import { newId } from '@/lib/ids';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { TextArea } from '@/ui/field';
import { Heading } from '@/ui/text';
import { toast } from '@/ui/toast';
import { reasonsDraftKey, useExplain } from './api';

/** Art. 35: what the office asks about so many requests, and the place to say why. */
export function ReasonsCard({ request }: { request: InformationRequest }) {
  const { reasons } = request;
  if (!reasons) return null;
  return (
    <Card className="mt2" label="说明理由">
      <Heading level={2}>请你说明理由</Heading>
      <View className="mt1 pre-line">{reasons.items}</View>
      {reasons.given === null ? (
        <View className="note mt1">
          最晚{sayDate(reasons.deadline, now())}。{reasons.consequence}
        </View>
      ) : (
        <View className="note mt1 pre-line">你说：{reasons.given}</View>
      )}
      {request.abilities?.explain && <ReasonsForm id={request.id} />}
    </Card>
  );
}

function ReasonsForm({ id }: { id: string }) {
  const key = reasonsDraftKey(id);
  const kept = useDraft<string>(key);
  const [text, setText] = useState(kept?.value ?? '');
  const explain = useExplain(id);
  const change = (next: string) => {
    setText(next);
    void (kept ? Promise.resolve(kept.id) : newId()).then(draftId => saveDraft(key, draftId, next));
  };
  const send = async () => {
    try {
      await explain.mutateAsync(text.trim());
      toast('交上去了');
    } catch (error) {
      toast(asApiError(error).title, 'alert');
    }
  };
  return (
    <>
      <TextArea label="为什么需要这么多" value={text} maxLength={2000} onChange={change} />
      <Button
        look="filled"
        block
        busy={explain.isPending}
        disabledBecause={text.trim() === '' ? '先写一下理由' : undefined}
        onPress={() => void send()}
      >
        交理由
      </Button>
    </>
  );
}
