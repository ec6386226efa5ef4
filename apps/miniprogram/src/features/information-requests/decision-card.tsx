import { Text, View } from '@tarojs/components';
import type { InformationRequest } from '@bandeng/contracts/types';
import { now } from '@/lib/clock';
import { open } from '@/lib/navigation';
import { sayDate } from '@bandeng/rules';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Heading } from '@/ui/text';
import { OwnFile } from './own-file';

type Decision = NonNullable<InformationRequest['decision']>;

/** What was said; of a record what was found, and what becomes of it. */
function Words({ decision: { text, record } }: { decision: Decision }) {
  if (!record) return <View className="mt2 pre-line">{text}</View>;
  return (
    <>
      <View className="mt2 pre-line">核实的情况：{record.findings}</View>
      <View className="mt2 pre-line">{record.result}。</View>
    </>
  );
}

/** The answer: its kinds with their articles, its words and files, and where to go when one disagrees. */
export function DecisionCard({ decision }: { decision: Decision }) {
  return (
    <Card className="mt2" label="答复">
      <View className="line between base wrap">
        <Heading level={2}>答复</Heading>
        <View className="note">{sayDate(decision.decidedOn, now())}</View>
      </View>
      {decision.kinds.map(({ kind, label, article }) => (
        <View key={kind} className="mt1">
          <Text className="strong">{label}</Text>
          <View className="note">条例{article}</View>
        </View>
      ))}
      <Words decision={decision} />
      {decision.attachments.map(file => (
        <OwnFile key={file.id} file={file}>
          {file.name}
        </OwnFile>
      ))}
      {decision.noticeIds.map(id => (
        <Button key={id} block icon="book" onPress={() => void open('notice', { id })}>
          看公开的那一条
        </Button>
      ))}
      {decision.remedy && (
        <View className="mt3">
          <View className="strong">不同意这个答复，可以</View>
          <View className="note mt1 pre-line">{decision.remedy}</View>
        </View>
      )}
    </Card>
  );
}
