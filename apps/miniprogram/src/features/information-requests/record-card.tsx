import { View } from '@tarojs/components';
import type { InformationRequest } from '@bandeng/contracts/types';
import { Card } from '@/ui/card';
import { Heading } from '@/ui/text';

/** What one said is wrong with a record (Art. 41). */
export function RecordCard({ request: { recordError } }: { request: InformationRequest }) {
  if (!recordError) return null;
  const { holder, written, right } = recordError;
  return (
    <Card className="mt2" label="你说的">
      <Heading level={2}>{holder}的记录</Heading>
      <View className="note mt1">上面写的</View>
      <View className="pre-line">{written}</View>
      <View className="note mt1">应当是</View>
      <View className="pre-line">{right}</View>
    </Card>
  );
}
