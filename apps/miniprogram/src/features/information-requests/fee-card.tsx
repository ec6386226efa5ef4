import { View } from '@tarojs/components';
import type { InformationRequest } from '@bandeng/contracts/types';
import { sayDate } from '@bandeng/rules';
import { now } from '@/lib/clock';
import { Card } from '@/ui/card';
import { Heading } from '@/ui/text';

/** Art. 42: how much, how it comes about, how and until when to pay. */
export function FeeCard({ fee }: { fee: NonNullable<InformationRequest['fee']> }) {
  return (
    <Card className="mt2" label="信息处理费">
      <View className="line between base wrap">
        <Heading level={2}>信息处理费</Heading>
        <View className="h2">{fee.yuan} 元</View>
      </View>
      {fee.lines.map(({ text, yuan }) => (
        <View key={text} className="line between base wrap mt1">
          <View>{text}</View>
          <View className="note">{yuan} 元</View>
        </View>
      ))}
      {fee.paidOn ? (
        <View className="note mt2">{sayDate(fee.paidOn, now())}收到了你的缴费</View>
      ) : (
        <>
          <View className="mt2">
            最晚{sayDate(fee.deadline, now())}缴。{fee.howToPay}
          </View>
          <View className="note mt1">{fee.consequence}</View>
        </>
      )}
    </Card>
  );
}
