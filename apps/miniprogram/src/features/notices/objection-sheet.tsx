import { View } from '@tarojs/components';
import { limits } from '@bandeng/contracts/routes';
import type { Notice, OwnObjection } from '@bandeng/contracts/types';
import { asApiError } from '@bandeng/contracts/api-error';
import { OBJECTION_WORKING_DAYS, sayDate, sayWhen } from '@bandeng/rules';
import { useRef, useState } from 'react';
import { now } from '@/lib/clock';
import { useDraft } from '@/lib/drafts';
import { call } from '@/lib/phone';
import { Button } from '@/ui/button';
import { Field, TextArea } from '@/ui/field';
import { Sheet } from '@/ui/sheet';
import { NoticeBar } from '@/ui/tag';
import { Timeline } from '@/ui/timeline';
import { useSendObjection } from './api';
import { keepObjection, missingIn, objectionKey, type ObjectionDraft } from './objection-draft';

/** The first telephone number in a sentence. */
export const phoneIn = (text: string): string | undefined => /(?:0\d{2,3}-)?\d{3,4}-\d{4}|1\d{10}/.exec(text)?.[0];

interface ObjectionSheetProps {
  notice: Pick<Notice, 'id' | 'title' | 'unit'> & { posting: NonNullable<Notice['posting']> };
  ensureLogin: () => Promise<boolean>;
  onSent: (objection: OwnObjection) => void;
  onClose: () => void;
}

/** 提异议: what is wrong, who says so, and what happens next, before it is sent. The words stay on the phone until they are there. */
export function ObjectionSheet({ notice, ensureLogin, onSent, onClose }: ObjectionSheetProps) {
  const { id, title, unit, posting } = notice;
  const kept = useDraft<ObjectionDraft>(objectionKey(id));
  const draft = kept?.value ?? { title, text: '', name: '', phone: '' };
  const send = useSendObjection(id);
  const sending = useRef(false);
  const [isChecked, setChecked] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const missing = missingIn(draft);
  const told = isChecked ? missing : {};
  const write = (part: Partial<ObjectionDraft>) => void keepObjection(id, { ...draft, title, ...part });
  const submit = async () => {
    setChecked(true);
    if (sending.current || Object.keys(missing).length > 0) return;
    sending.current = true;
    setBusy(true);
    try {
      if (await ensureLogin()) onSent(await send.mutateAsync(draft));
    } catch {
      // The fault stands above the button; the words are on the phone.
    } finally {
      sending.current = false;
      setBusy(false);
    }
  };
  return (
    <Sheet
      open
      title="提异议"
      note={title}
      onClose={onClose}
      foot={
        <>
          <View className="note">
            {kept ? `草稿存在手机里，${sayWhen(kept.savedAt, now())}存的` : '写到一半可以先退出'}
          </View>
          <Button block busy={isBusy} onPress={() => void submit()}>
            提交异议
          </Button>
        </>
      }
    >
      <TextArea
        label="哪里不对"
        help="写清楚是哪一处、凭什么这么说，越具体越好查"
        value={draft.text}
        maxLength={limits.objectionText}
        error={told.text}
        onChange={text => write({ text })}
      />
      <Field
        label="姓名"
        help="只给核查的单位看，加密存着，不会公开"
        value={draft.name}
        maxLength={40}
        error={told.name}
        onChange={name => write({ name })}
      />
      <Field
        label="电话"
        hint="可以不写"
        value={draft.phone}
        maxLength={20}
        keyboard="digit"
        error={told.phone}
        onChange={phone => write({ phone })}
      />
      <View className="strong mt3">接下来</View>
      <Timeline
        label="接下来"
        items={[
          { key: 'sent', title: '你提交，马上有回执', state: 'now' },
          {
            key: 'examined',
            title: `${unit.name}核查`,
            detail: `收到以后 ${OBJECTION_WORKING_DAYS} 个工作日内给结论，在消息里告诉你`,
            state: 'ahead',
          },
          {
            key: 'over',
            title: '公示结束，公布件数和结论',
            detail: '异议没有结论，公示不能结束；公布时不写谁提的',
            when: `${sayDate(posting.to, now())}后`,
            state: 'ahead',
          },
        ]}
      />
      {posting.objection && <OtherWays words={posting.objection} />}
      {send.isError && <SendFault error={send.error} />}
    </Sheet>
  );
}

/** What the notice itself says: by telephone, on paper, at a counter. */
function OtherWays({ words }: { words: string }) {
  const phone = phoneIn(words);
  return (
    <View className="ruled">
      <View className="strong">不想在这里写</View>
      <View className="note mt1">{words}</View>
      {phone && (
        <View className="mt2">
          <Button small icon="phone" onPress={() => call(phone)}>
            打 {phone}
          </Button>
        </View>
      )}
    </View>
  );
}

function SendFault({ error }: { error: unknown }) {
  const { title, detail, errors, code } = asApiError(error);
  const said =
    code === 'id.conflict'
      ? '上一次其实送到了，在「我的异议」里。现在写的再点一次，就当另一件送出'
      : `${title}。${errors[0]?.message ?? detail}`;
  return (
    <NoticeBar tone="danger" icon="alert" className="mt2">
      <View role="alert">{said}</View>
    </NoticeBar>
  );
}
