import { View } from '@tarojs/components';
import type { EnquiryDetail } from '@bandeng/contracts/types';
import { useState } from 'react';
import { asApiError } from '@bandeng/contracts/api-error';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { TextArea } from '@/ui/field';
import { Sheet } from '@/ui/sheet';
import { ErrorState } from '@/ui/states';
import { Heading } from '@/ui/text';
import { toast } from '@/ui/toast';
import { useAppeal, useReport } from './api';

/** To whoever wrote it: why it is not public any more, and the way to have that looked at once. */
export function HiddenCard({ enquiry: { id, own, abilities = {} } }: { enquiry: EnquiryDetail }) {
  const [text, setText] = useState('');
  const appeal = useAppeal(id);
  if (!own?.hidden) return null;
  const send = async () => {
    try {
      await appeal.mutateAsync(text.trim());
      toast('收到，会再看一次');
    } catch {
      // The fault stands above the button.
    }
  };
  return (
    <Card className="mt3" label="不再公开">
      <Heading level={2}>不再公开</Heading>
      <View className="mt1">{own.hidden.reason}</View>
      {own.hidden.appeal && <View className="note mt1">你申诉：{own.hidden.appeal}</View>}
      {abilities.appeal && (
        <>
          <TextArea label="不同意，为什么" value={text} maxLength={500} onChange={setText} />
          {appeal.isError && <ErrorState error={appeal.error} />}
          <Button
            look="line"
            wide
            busy={appeal.isPending}
            disabledBecause={text.trim() === '' ? '先写明为什么不同意' : undefined}
            onPress={() => void send()}
          >
            申诉
          </Button>
        </>
      )}
    </Card>
  );
}

interface ReportSheetProps {
  id: string;
  isOpen: boolean;
  onClose: () => void;
}

/** What is wrong with something public: a person looks at it. */
export function ReportSheet({ id, isOpen, onClose }: ReportSheetProps) {
  const [reason, setReason] = useState('');
  const report = useReport(id);
  const send = async () => {
    try {
      await report.mutateAsync(reason.trim());
      onClose();
      toast('收到，会有人看');
    } catch (error) {
      toast(asApiError(error).title, 'alert');
    }
  };
  return (
    <Sheet
      open={isOpen}
      title="举报这件留言"
      note="骂人的、打广告的、露了别人名字和电话的，都可以举报"
      onClose={onClose}
      foot={
        <Button
          look="filled"
          wide
          busy={report.isPending}
          disabledBecause={reason.trim() === '' ? '先写明哪里不对' : undefined}
          onPress={() => void send()}
        >
          举报
        </Button>
      }
    >
      <TextArea label="哪里不对" value={reason} maxLength={200} onChange={setReason} />
    </Sheet>
  );
}
