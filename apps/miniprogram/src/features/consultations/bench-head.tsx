import { View } from '@tarojs/components';
import type { ConsultationDetail } from '@bandeng/contracts/types';
import { now } from '@/lib/clock';
import { sayDate, sayDaysLeft, sayDeadline, windowProgress } from '@bandeng/rules';
import { Bench } from '@/ui/bench';
import { Facts, Heading } from '@/ui/text';

interface BenchHeadProps {
  consultation: ConsultationDetail;
  /** Another headline than the question, for the receipt. */
  headline?: string;
  detail?: string;
  isSeated: boolean;
}

/** The question, the official name below it, and the bench: how far the window is, and the seat kept for you. */
export function BenchHead({ consultation, headline, detail, isSeated }: BenchHeadProps) {
  const { question, title, unit, opensOn, closesOn, closesAt, commentCount, state } = consultation;
  const isOpen = state === 'open';
  const others = isSeated ? Math.max(0, commentCount - 1) : commentCount;
  return (
    <View className="cons-head">
      <Heading level={1}>{headline ?? question}</Heading>
      <Facts className="note mt1">
        {detail ?? title}
        {detail === undefined ? unit.name : ''}
      </Facts>
      <View className="mt3">
        <Bench
          {...windowProgress(opensOn, closesOn, now())}
          comments={others}
          seat={isSeated ? 'taken' : isOpen ? 'free' : 'none'}
        />
      </View>
      <View className="line base between wrap mt2">
        <View className="strong wood lead">{sayDaysLeft(closesAt, now())}</View>
        <Facts>
          {isOpen ? `${sayDeadline(closesAt, now())} 截止` : `${sayDate(closesOn, now())}截止`}
          {`${commentCount} 条意见`}
        </Facts>
      </View>
    </View>
  );
}
