import { Text, View } from '@tarojs/components';
import type { Consultation } from '@bandeng/contracts/types';
import { now } from '@/lib/clock';
import { open } from '@/lib/navigation';
import { sayDaysLeft, windowProgress } from '@bandeng/rules';
import { Bench } from '@/ui/bench';
import { Button } from '@/ui/button';
import { Icon } from '@/ui/icon';
import { Press } from '@/ui/press';
import { Facts, Heading } from '@/ui/text';

const show = (id: string) => void open('consultation', { id });

/** 正在问你: the first question with its bench, the others as a line each. */
export function AskCard({ consultations, total }: { consultations: readonly Consultation[]; total: number }) {
  const [first, ...others] = consultations;
  if (!first) return null;
  return (
    <View className="ask" role="region" aria-label="正在问你">
      <View className="ask-head">
        <Heading level={2} className="lead wood">
          正在问你
        </Heading>
        <Press role="link" className="more wood" onPress={() => void open('participation')}>
          <Text>共 {total} 件</Text>
          <Icon name="right" size="xs" />
        </Press>
      </View>
      <FirstQuestion consultation={first} />
      {others.slice(0, 2).map(other => (
        <Press key={other.id} role="link" className="ask-other" onPress={() => show(other.id)}>
          <View className="grow strong">{other.question}</View>
          <View className="note nowrap">{sayDaysLeft(other.closesAt, now())}</View>
          <Icon name="right" size="xs" />
        </Press>
      ))}
    </View>
  );
}

function FirstQuestion({ consultation }: { consultation: Consultation }) {
  const { day, days } = windowProgress(consultation.opensOn, consultation.closesOn, now());
  return (
    <View className="ask-body">
      <Press role="link" onPress={() => show(consultation.id)}>
        <View className="h2">{consultation.question}</View>
        <Facts>
          {consultation.title}
          {consultation.unit.name}
        </Facts>
      </Press>
      <View className="mt2">
        <Bench day={day} days={days} comments={consultation.commentCount} seat="free" />
      </View>
      <View className="line between wrap mt1">
        <View>
          <View className="strong wood lead">{sayDaysLeft(consultation.closesAt, now())}</View>
          <View className="note">
            {consultation.commentCount > 0
              ? `${consultation.commentCount} 条意见，给你留了座`
              : '还没有人说，给你留了座'}
          </View>
        </View>
        <Button look="filled" onPress={() => show(consultation.id)}>
          说一句
        </Button>
      </View>
    </View>
  );
}
