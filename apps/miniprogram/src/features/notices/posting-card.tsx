import { View } from '@tarojs/components';
import type { NoticeSummary } from '@bandeng/contracts/types';
import { now } from '@/lib/clock';
import { daysUntil, sayDate, startOfDate } from '@/lib/time';
import { Card } from '@/ui/card';
import { DaysBar } from '@/ui/days-bar';
import { Heading } from '@/ui/text';

/** A posting period by days, and what one can do about it while it runs (mock 11). */
export function PostingCard({ posting }: { posting: NonNullable<NoticeSummary['posting']> }) {
  const { from, to, day, objection } = posting;
  const calendarDays = daysUntil(to, startOfDate(from)) + 1;
  const today = 1 - daysUntil(from, now());
  const unit = posting.unit === 'workingDays' ? '个工作日' : '天';
  const title =
    day === null ? (today < 1 ? '公示还没开始' : '公示已经结束') : `公示第 ${day} ${unit}，共 ${posting.days} ${unit}`;
  return (
    <Card className="mt3">
      <View className="line base between wrap">
        <Heading level={2} className="lead">
          {title}
        </Heading>
        <View className="note">{sayDate(to, now())}结束</View>
      </View>
      <View className="mt2">
        <DaysBar from={from} days={calendarDays} day={today} label={`${title}，${sayDate(to, now())}结束`} />
      </View>
      {objection && <View className="note mt2">{objection}</View>}
    </Card>
  );
}
