import { View } from '@tarojs/components';
import type { RequestClock } from '@bandeng/contracts/types';
import { now } from '@/lib/clock';
import { dateOf, sayDate } from '@bandeng/rules';
import { DayCalendar } from '@/ui/day-calendar';
import type { CalendarDay } from '@/ui/day-calendar';
import { Heading } from '@/ui/text';

type Day = RequestClock['days'][number];

/** How a day of the clock stands in the calendar: counted days are done or still ahead. */
export function calendarDay(day: Day, today: string): CalendarDay {
  const isToday = day.date === today;
  const shared = {
    date: day.date,
    ...(isToday && { today: true }),
    ...(day.number !== null && { number: day.number }),
  };
  if (day.kind === 'received') return { ...shared, state: 'received' };
  if (day.kind === 'due') return { ...shared, state: 'due' };
  if (day.kind === 'off') return { ...shared, state: 'rest' };
  if (day.kind === 'paused') return { ...shared, state: 'stopped' };
  return { ...shared, state: day.date <= today ? 'counted' : 'left', ...(day.kind === 'makeup' && { makeUp: true }) };
}

/** The due date with the calendar that proves it (UI.md 10). */
export function ClockCard({ clock }: { clock: RequestClock }) {
  if (clock.days.length === 0) return null;
  const today = dateOf(now());
  const counted = clock.days.filter(day => day.counted).length;
  return (
    <View className="card mt2">
      <View className="line between base wrap">
        <Heading level={2}>{clock.dueOn ? `为什么是${sayDate(clock.dueOn, now())}` : '期限怎么数的'}</Heading>
        <View className="note">{clock.dueOn ? `法定 ${counted} 个工作日` : '先停着，还没有最晚的日子'}</View>
      </View>
      <View className="mt2">
        <DayCalendar label="答复期限逐日说明" days={clock.days.map(day => calendarDay(day, today))} />
      </View>
      <View className="note mt2">{clock.explanation}</View>
    </View>
  );
}
