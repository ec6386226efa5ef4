import { View } from '@tarojs/components';
import type { OwnNudge } from '@bandeng/contracts/types';
import { sayDate, sayWhen } from '@bandeng/rules';
import { now } from '@/lib/clock';
import { open } from '@/lib/navigation';
import { Button } from '@/ui/button';
import { Card, Fact } from '@/ui/card';
import { Tag } from '@/ui/tag';

const words = { waiting: '在催', published: '公开了', answered: '有答复' } as const;

/** One late thing that I asked for: whether it is out, or what the unit said. */
export function OwnNudgeCard({ nudge }: { nudge: OwnNudge }) {
  const { entry, label, dueOn, createdAt, state, noticeId, answer } = nudge;
  return (
    <Card className="mt3" label={`催公开：${entry.name}，${label}`}>
      <View className="line between wrap">
        <View className="strong grow">{entry.name}</View>
        <Tag tone={state === 'waiting' ? 'brand' : 'ok'} icon={state === 'waiting' ? 'clock' : 'check'}>
          {words[state]}
        </Tag>
      </View>
      {answer && <View className="answer mt2">{answer}</View>}
      {state === 'waiting' && (
        <View className="mt2">已经告诉负责公开的单位。公开了，或者有答复，在这里和消息里告诉你。</View>
      )}
      <View className="mt2">
        <Fact name="哪一期" first>
          {label}
        </Fact>
        <Fact name="本来最晚">{sayDate(dueOn, now())}</Fact>
        <Fact name="你催的">{sayWhen(createdAt, now())}</Fact>
      </View>
      <View className="line wrap mt2">
        {noticeId && (
          <Button small icon="file" onPress={() => void open('notice', { id: noticeId })}>
            看公开的
          </Button>
        )}
        <Button small icon="list" onPress={() => void open('entry', { id: entry.id })}>
          看这个事项
        </Button>
      </View>
    </Card>
  );
}
