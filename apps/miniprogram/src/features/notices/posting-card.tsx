import { View } from '@tarojs/components';
import type { NoticeSummary } from '@bandeng/contracts/types';
import { now } from '@/lib/clock';
import { dateOf, daysUntil, sayDate, startOfDate } from '@bandeng/rules';
import { Card } from '@/ui/card';
import { DaysBar } from '@/ui/days-bar';
import { Heading } from '@/ui/text';

const ONE_DAY_MS = 86_400_000;

/** A posting period by days, and what one can do about it while it runs (mock 11). */
export function PostingCard({ posting }: { posting: NonNullable<NoticeSummary['posting']> }) {
  const { from, to, day, objection } = posting;
  // The day of posting does not count (presentPosting): the bar begins with the first that does.
  const calendarDays = daysUntil(to, startOfDate(from));
  const today = -daysUntil(from, now());
  const unit = posting.unit === 'workingDays' ? '个工作日' : '天';
  const outside = today < 0 ? '公示还没开始' : '公示已经结束';
  const running = day === 0 ? '公示今天开始' : `公示第 ${day} ${unit}`;
  const title = day === null ? outside : `${running}，共 ${posting.days} ${unit}`;
  return (
    <Card className="mt3">
      <View className="line base between wrap">
        <Heading level={2} className="lead">
          {title}
        </Heading>
        <View className="note">{sayDate(to, now())}结束</View>
      </View>
      <View className="mt2">
        <DaysBar
          from={dateOf(new Date(startOfDate(from).getTime() + ONE_DAY_MS))}
          days={Math.max(1, calendarDays)}
          day={today}
          label={`${title}，${sayDate(to, now())}结束`}
        />
      </View>
      {objection && <View className="note mt2">{objection}</View>}
    </Card>
  );
}
