import { View } from '@tarojs/components';
import type { Notice } from '@bandeng/contracts/types';
import { asApiError } from '@bandeng/contracts/api-error';
import { now } from '@/lib/clock';
import { dropDraft, saveDraft, useDraft } from '@/lib/drafts';
import { call } from '@/lib/phone';
import { sayDate } from '@bandeng/rules';
import { Button } from '@/ui/button';
import { TextArea } from '@/ui/field';
import { Sheet } from '@/ui/sheet';
import { toast } from '@/ui/toast';
import { useFeedback } from './api';

/** While a posting runs and says how to object to it. */
export const isObjectable = ({ posting }: Pick<Notice, 'posting'>): boolean =>
  posting !== null && posting.day !== null && posting.objection !== null;

/** The first telephone number in a sentence. */
export const phoneIn = (text: string): string | undefined => /(?:0\d{2,3}-)?\d{3,4}-\d{4}|1\d{10}/.exec(text)?.[0];

interface ObjectionSheetProps {
  notice: Pick<Notice, 'id' | 'posting'>;
  open: boolean;
  onClose: () => void;
}

/** 我有异议 (mock 11): how a formal objection is made, and what can be said here and now, which is a task of the unit. */
export function ObjectionSheet({ notice, open, onClose }: ObjectionSheetProps) {
  const feedback = useFeedback(notice.id);
  const key = `feedback:${notice.id}`;
  const text = useDraft<string>(key)?.value ?? '';
  const { posting } = notice;
  if (!posting?.objection) return null;
  const phone = phoneIn(posting.objection);
  const send = () =>
    feedback.mutate(
      { kind: 'mistake', text: text.trim() },
      {
        onSuccess: answer => {
          dropDraft(key);
          onClose();
          toast(answer.next, 'check');
        },
        onError: error => toast(asApiError(error).title, 'alert'),
      },
    );
  return (
    <Sheet
      open={open}
      title="我有异议"
      onClose={onClose}
      foot={
        <Button
          look="filled"
          block
          busy={feedback.isPending}
          disabledBecause={text.trim() === '' ? '先写哪里不对' : undefined}
          onPress={send}
        >
          转给发布单位
        </Button>
      }
    >
      <View className="strong">正式提异议</View>
      <View className="mt1">{posting.objection}</View>
      <View className="note mt1">公示到{sayDate(posting.to, now())}为止</View>
      {phone && (
        <View className="mt2">
          <Button small icon="phone" label={`打电话 ${phone}`} onPress={() => call(phone)}>
            打 {phone}
          </Button>
        </View>
      )}
      <View className="ruled">
        <View className="note">也可以先在这里说一句，不用写姓名和电话。它不代替正式异议。</View>
        <TextArea
          label="哪里不对"
          hint="单位会核对"
          value={text}
          maxLength={500}
          onChange={value => saveDraft(key, notice.id, value)}
        />
      </View>
    </Sheet>
  );
}
