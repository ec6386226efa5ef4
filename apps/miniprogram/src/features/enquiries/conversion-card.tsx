import { View } from '@tarojs/components';
import { asApiError } from '@bandeng/contracts/api-error';
import type { EnquiryDetail } from '@bandeng/contracts/types';
import { open } from '@/lib/navigation';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Heading } from '@/ui/text';
import { toast } from '@/ui/toast';
import { useDeclineConversion } from './api';

/** The office says that this is better asked for as information: one fills in the request, and the message is over with that, or says no and it goes on. */
export function ConversionCard({ enquiry: { id, title, question, own, abilities } }: { enquiry: EnquiryDetail }) {
  const decline = useDeclineConversion(id);
  const offer = own?.conversion;
  if (!offer || !abilities?.convert) return null;
  const sayNo = async () => {
    try {
      await decline.mutateAsync(offer.id);
      toast('知道了，留言接着办');
    } catch (error) {
      toast(asApiError(error).title, 'alert');
    }
  };
  return (
    <Card className="mt3" label="转为公开申请">
      <Heading level={2}>转为公开申请？</Heading>
      <View className="mt1 pre-line">{offer.note}</View>
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
      <Button look="line" block busy={decline.isPending} onPress={() => void sayNo()}>
        不用了，留言接着办
      </Button>
    </Card>
  );
}
