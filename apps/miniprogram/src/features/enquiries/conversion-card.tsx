import { View } from '@tarojs/components';
import type { EnquiryDetail } from '@bandeng/contracts/types';
import { open } from '@/lib/navigation';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Heading } from '@/ui/text';

/** The office says that this is better asked for as information: one fills in the request, and the message is over with that. */
export function ConversionCard({ enquiry: { id, title, question, own, abilities } }: { enquiry: EnquiryDetail }) {
  if (!own?.conversion || !abilities?.convert) return null;
  return (
    <Card className="mt3" label="转为公开申请">
      <Heading level={2}>转为公开申请？</Heading>
      <View className="mt1 pre-line">{own.conversion.note}</View>
      <View className="note mt1">
        要填你是谁、怎么给你。交了申请，这件留言就办结，编号和经过都留着；申请登记那天算收到，20
        个工作日内答复。不转也行，留言接着办。
      </View>
      <Button
        look="filled"
        block
        icon="request"
        onPress={() => void open('requestForm', { from: id, name: title, description: question })}
      >
        去填申请
      </Button>
    </Card>
  );
}
