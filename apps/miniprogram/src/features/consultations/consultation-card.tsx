import { View } from '@tarojs/components';
import type { Consultation } from '@bandeng/contracts/types';
import { now } from '@/lib/clock';
import { open } from '@/lib/navigation';
import { sayDate, sayDaysLeft, windowProgress } from '@bandeng/rules';
import { Bench } from '@/ui/bench';
import { Press } from '@/ui/press';
import { Facts, Heading } from '@/ui/text';

/** What is said of the time, by state. */
function timeWords({ state, closesAt, outcomeDueOn, outcomeAt }: Consultation): string {
  if (state === 'open') return sayDaysLeft(closesAt, now());
  if (state === 'closed') return `${sayDate(outcomeDueOn, now())}前公布结果`;
  return outcomeAt ? `${sayDate(outcomeAt, now())}公布了结果` : '';
}

/** A consultation in a list: its plain question, the official name below, the bench. */
export function ConsultationCard({ consultation }: { consultation: Consultation }) {
  const { id, question, title, unit, state, opensOn, closesOn, commentCount } = consultation;
  return (
    <Press
      role="link"
      className="card cons-card"
      onPress={() => void open(state === 'answered' ? 'outcome' : 'consultation', { id })}
    >
      <Heading level={2}>{question}</Heading>
      <Facts>
        {title}
        {unit.name}
      </Facts>
      {state === 'open' && (
        <View className="mt2">
          <Bench {...windowProgress(opensOn, closesOn, now())} comments={commentCount} seat="free" />
        </View>
      )}
      <View className="line base between wrap mt2">
        <View className="strong wood">{timeWords(consultation)}</View>
        <View className="note">{commentCount > 0 ? `${commentCount} 条意见` : '还没有人说'}</View>
      </View>
    </Press>
  );
}
