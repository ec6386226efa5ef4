import { View } from '@tarojs/components';
import type { OwnReport } from '@bandeng/contracts/types';
import { sayWhen } from '@bandeng/rules';
import { now } from '@/lib/clock';
import { open } from '@/lib/navigation';
import { Button } from '@/ui/button';
import { Card, Fact } from '@/ui/card';
import { Tag } from '@/ui/tag';

const words = { waiting: '在看', kept: '留着', hidden: '不再显示', withdrawn: '作者撤回了' } as const;

/** One comment that I reported: what became of it, and why. */
export function OwnReportCard({ report }: { report: OwnReport }) {
  const { consultation, targetLabel, excerpt, reason, createdAt, state, stateText, answer, settledAt } = report;
  return (
    <Card className="mt3" label={`对「${consultation.name}」里一条意见的举报`}>
      <View className="line between wrap">
        <View className="strong grow">{consultation.name}</View>
        <Tag tone={settledAt ? 'ok' : 'brand'} icon={settledAt ? 'check' : 'clock'}>
          {words[state]}
        </Tag>
      </View>
      <View className="note mt1">{targetLabel}</View>
      {excerpt && <View className="block-quote mt2">{excerpt}</View>}
      <View className="mt2">{stateText}</View>
      {answer && <View className="answer mt2">{answer}</View>}
      <View className="mt2">
        <Fact name="你说的" first>
          {reason}
        </Fact>
        <Fact name="举报">{sayWhen(createdAt, now())}</Fact>
        {settledAt && <Fact name="看过">{sayWhen(settledAt, now())}</Fact>}
      </View>
      <View className="line wrap mt2">
        <Button small icon="bench" onPress={() => void open('consultation', { id: consultation.id })}>
          看这次征集
        </Button>
      </View>
    </Card>
  );
}
