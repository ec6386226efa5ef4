import { Text, View } from '@tarojs/components';

export interface CalendarDay {
  /** YYYY-MM-DD */
  date: string;
  /** How the day stands: the word in its cell follows from it. */
  state: 'received' | 'counted' | 'left' | 'rest' | 'stopped' | 'due' | 'outside';
  /** Number of the counted day. */
  number?: number;
  /** A weekend day that is worked (调休). */
  makeUp?: boolean;
  today?: boolean;
}

const words = { received: '收到', counted: '', left: '', rest: '休', stopped: '停', due: '最晚', outside: '' } as const;
const weekdays = ['一', '二', '三', '四', '五', '六', '日'];

const utc = (date: string) => new Date(`${date}T00:00:00Z`);
const isoOf = (date: Date) => date.toISOString().slice(0, 10);

/** Days before the first and after the last, so that weeks are whole and begin on Monday. */
export function wholeWeeks(days: readonly CalendarDay[]): CalendarDay[] {
  const [first, last] = [days[0], days[days.length - 1]];
  if (!first || !last) return [];
  const weekdayOf = (date: string) => (utc(date).getUTCDay() + 6) % 7;
  const outside = (date: string, offset: number): CalendarDay => ({
    date: isoOf(new Date(utc(date).getTime() + offset * 86_400_000)),
    state: 'outside',
  });
  const before = Array.from({ length: weekdayOf(first.date) }, (_, at) =>
    outside(first.date, at - weekdayOf(first.date)),
  );
  const after = Array.from({ length: 6 - weekdayOf(last.date) }, (_, at) => outside(last.date, at + 1));
  return [...before, ...days, ...after];
}

/** 10/1 where a month begins or the calendar does, else the day alone. */
function dayText(day: CalendarDay, isFirst: boolean): string {
  const date = utc(day.date);
  const number = date.getUTCDate();
  return isFirst || number === 1 ? `${date.getUTCMonth() + 1}/${number}` : String(number);
}

const markOf = (day: CalendarDay) => words[day.state] || (day.number === undefined ? '' : String(day.number));

function sayDay(day: CalendarDay): string {
  const date = utc(day.date);
  const count = day.number === undefined ? '' : `第 ${day.number} 个工作日`;
  const parts = [
    `${date.getUTCMonth() + 1}月${date.getUTCDate()}日`,
    day.today ? '今天' : '',
    words[day.state],
    count,
    day.makeUp ? '调休上班' : '',
  ];
  return parts.filter(Boolean).join('，');
}

/** Why a date is the date: every counted day carries its number, words stand in the cells (UI.md 10). */
export function DayCalendar({ days, label }: { days: readonly CalendarDay[]; label: string }) {
  return (
    <View>
      <View className="cal" role="list" aria-label={label}>
        {weekdays.map(name => (
          <View key={name} className="cal-head" aria-hidden="true">
            {name}
          </View>
        ))}
        {wholeWeeks(days).map((day, at) => (
          <View
            key={day.date}
            className={`cal-day ${day.state} ${day.today ? 'today' : ''}`}
            role="listitem"
            aria-label={sayDay(day)}
          >
            <View>
              <Text>{day.today ? '今天' : dayText(day, at === 0)}</Text>
              {day.makeUp && <Text className="cal-makeup">班</Text>}
            </View>
            <View className="cal-mark">{markOf(day)}</View>
          </View>
        ))}
      </View>
      <View className="legend" aria-hidden="true">
        <LegendItem state="counted" mark="9" text="已算" />
        <LegendItem state="left" mark="10" text="还没到" />
        {days.some(day => day.state === 'stopped') && <LegendItem state="stopped" mark="停" text="停表" />}
        <LegendItem state="rest" mark="休" text="不算" />
        {days.some(day => day.makeUp) && <LegendItem state="makeup" mark="班" text="要算" />}
      </View>
    </View>
  );
}

function LegendItem({ state, mark, text }: { state: string; mark: string; text: string }) {
  return (
    <View className="legend-item">
      <View className={`cal-day legend-key ${state}`}>
        <Text className={state === 'makeup' ? 'cal-makeup' : ''}>{mark}</Text>
      </View>
      <Text>{text}</Text>
    </View>
  );
}
