import { View } from '@tarojs/components';
import type { InformationRequest } from '@bandeng/contracts/types';
import { copy } from '@/lib/phone';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Icon } from '@/ui/icon';
import { Heading } from '@/ui/text';
import { toast } from '@/ui/toast';

/** What one sees right after sending: it arrived, its number, and what starts the clock. */
export function SentCard({ request }: { request: InformationRequest }) {
  const copyNumber = async () => toast((await copy(request.number)) ? '复制好了' : '没复制成，长按编号试试', 'copy');
  return (
    <Card className="mt3" label="收到了">
      <View className="line">
        <Icon name="check" className="ok" />
        <Heading level={2}>收到了</Heading>
      </View>
      <View className="line between wrap mt1">
        <View className="h2">{request.number}</View>
        <Button icon="copy" small onPress={() => void copyNumber()}>
          复制编号
        </Button>
      </View>
      <View className="note mt1">{request.clockText}</View>
    </Card>
  );
}
