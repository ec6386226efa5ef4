import { limits } from '@bandeng/contracts/routes';
import { useState } from 'react';
import { asApiError } from '@bandeng/contracts/api-error';
import { dropDraft, saveDraft, useDraft } from '@/lib/drafts';
import { Button } from '@/ui/button';
import { Choice } from '@/ui/choice';
import { TextArea } from '@/ui/field';
import { Sheet } from '@/ui/sheet';
import { toast } from '@/ui/toast';
import { useReport } from './api';

const reasons = ['骂人、人身攻击', '说的不是真的', '露了别人的隐私', '广告', '别的'] as const;
type Reason = (typeof reasons)[number];

interface ReportSheetProps {
  consultationId: string;
  commentId: string;
  ensureLogin: () => Promise<boolean>;
  onClose: () => void;
}

/** 举报: a person looks at it; the comment stays until then. */
export function ReportSheet({ consultationId, commentId, ensureLogin, onClose }: ReportSheetProps) {
  const report = useReport(consultationId);
  const key = `report:${consultationId}:${commentId}`;
  const text = useDraft<string>(key)?.value ?? '';
  const [reason, setReason] = useState<Reason>();
  const [isTold, setTold] = useState(false);
  const submit = async () => {
    if (!reason) return setTold(true);
    if (report.isPending || !(await ensureLogin())) return;
    const words = text.trim() === '' ? reason : `${reason}：${text.trim()}`;
    try {
      const { next } = await report.mutateAsync({ commentId, reason: words.slice(0, limits.reportReason) });
      dropDraft(key);
      toast(next);
      onClose();
    } catch (error) {
      toast(asApiError(error).title, 'alert');
    }
  };
  return (
    <Sheet
      open
      title="举报这条意见"
      note="工作人员会看。举报人不公开"
      onClose={onClose}
      foot={
        <Button block busy={report.isPending} onPress={() => void submit()}>
          举报
        </Button>
      }
    >
      <Choice
        label="它怎么了？"
        hint={isTold && !reason ? '先选一个' : undefined}
        value={reason}
        options={reasons.map(value => ({ value, label: value }))}
        onChange={setReason}
      />
      <TextArea
        label="再说几句"
        hint="可以不写"
        value={text}
        maxLength={limits.reportReason - 20}
        onChange={value => saveDraft(key, commentId, value)}
      />
    </Sheet>
  );
}
