import { View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { asApiError } from '@bandeng/contracts/api-error';
import { useDraft } from '@/lib/drafts';
import { Button } from '@/ui/button';
import { Choice } from '@/ui/choice';
import { Field, TextArea } from '@/ui/field';
import { Sheet } from '@/ui/sheet';
import { toast } from '@/ui/toast';
import { draftKeyOf, keepSignUp, useSignUp } from './api';
import type { Meeting, SignUpDraft } from './api';
import { representsWords } from './words';

const options = Object.entries(representsWords).map(([value, label]) => ({
  value: value as SignUpDraft['represents'],
  label,
}));

interface Props {
  meeting: Pick<Meeting, 'id' | 'title'>;
  ensureLogin: () => Promise<boolean>;
  onClose: () => void;
}

/** 报名: a name, and what else one likes to say; kept on the phone until it is sent. */
export function SignUpSheet({ meeting: { id, title }, ensureLogin, onClose }: Props) {
  const kept = useDraft<SignUpDraft>(draftKeyOf(id))?.value;
  const draft: SignUpDraft = kept ?? { title, name: '', phone: '', represents: 'resident', statement: '' };
  const change = (part: Partial<SignUpDraft>) => void keepSignUp(id, { ...draft, ...part });
  const send = useSignUp(id);
  const sending = useRef(false);
  const [isAsking, setAsking] = useState(false);
  const submit = async () => {
    if (sending.current) return;
    sending.current = true;
    setAsking(true);
    try {
      if (!(await ensureLogin())) return;
      await send.mutateAsync(draft);
      toast('报上了，有答复会告诉你', 'check');
      onClose();
    } catch (error) {
      toast(asApiError(error).title, 'alert');
    } finally {
      sending.current = false;
      setAsking(false);
    }
  };
  return (
    <Sheet
      open
      title="报名"
      note={title}
      onClose={onClose}
      foot={
        <Button
          look="filled"
          block
          busy={isAsking}
          disabledBecause={draft.name.trim() === '' ? '先写姓名' : undefined}
          onPress={() => void submit()}
        >
          报名
        </Button>
      }
    >
      <Field
        label="姓名"
        help="只给组织的单位看；公布名单时只留姓"
        value={draft.name}
        maxLength={40}
        onChange={name => change({ name })}
      />
      <Field
        label="电话"
        hint="可以不写"
        help="临时有变动好找到你，会后一年抹去"
        keyboard="number"
        value={draft.phone}
        maxLength={20}
        onChange={phone => change({ phone })}
      />
      <Choice label="你是" options={options} value={draft.represents} onChange={represents => change({ represents })} />
      <TextArea
        label="想说什么"
        hint="可以不写"
        value={draft.statement}
        maxLength={500}
        onChange={statement => change({ statement })}
      />
      <View className="note">写到一半退出来，内容会留在这部手机里。</View>
    </Sheet>
  );
}
