import { View } from '@tarojs/components';

interface DaysBarProps {
  /** First day of the period, YYYY-MM-DD, and its length in calendar days. */
  from: string;
  days: number;
  /** 1 on the first day; 0 before it, more than `days` after it. */
  day: number;
  label: string;
}

const dayOfMonth = (from: string, offset: number) =>
  new Date(Date.parse(`${from}T00:00:00Z`) + offset * 86_400_000).getUTCDate();

/** More days than this become a bar without numbers: they would not fit. */
const mostNumbered = 10;

/** A posting period, day by day: in days, not per cent (UI.md 10). */
export function DaysBar({ from, days, day, label }: DaysBarProps) {
  const stateOf = (index: number) => (index + 1 < day ? 'past' : index + 1 === day ? 'now' : '');
  return (
    <View className="days-bar" role="img" aria-label={label}>
      {Array.from({ length: days }, (_, index) => (
        <View key={index} className={`days-bar-day ${stateOf(index)}`}>
          {days <= mostNumbered && (index + 1 === day ? '今天' : dayOfMonth(from, index))}
        </View>
      ))}
    </View>
  );
}
