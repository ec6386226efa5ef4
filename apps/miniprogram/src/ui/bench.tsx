import { View } from '@tarojs/components';

interface BenchProps {
  /** Days gone and all days of the window, counted as its calendar counts. */
  day: number;
  days: number;
  /** How many neighbours have spoken; at most five of them are drawn. */
  comments: number;
  /** Your own seat: kept free, taken, or not drawn because the window is over. */
  seat: 'free' | 'taken' | 'none';
  label?: string;
}

/** Drawn people at most, and where the first and the seat after the last sit, in per cent of the plank. */
const most = 5;
const firstAt = 6;
const step = 12;

/** The plank: it fills with the days gone; neighbours sit on it; one seat is dashed for you (UI.md 4). */
export function Bench({ day, days, comments, seat, label = '征集' }: BenchProps) {
  const gone = days > 0 ? Math.min(100, Math.max(0, (100 * day) / days)) : 100;
  const sitting = Math.min(most, comments);
  const name = day >= days ? `${label}已经结束，一共 ${days} 天` : `${label}进行到第 ${day} 天，共 ${days} 天`;
  const at = (index: number) => ({ left: `${firstAt + step * index}%` });
  return (
    <View className="bench" role="img" aria-label={name}>
      <View className="bench-rail" />
      <View className="bench-leg left" />
      <View className="bench-leg right" />
      <View className="bench-plank" />
      <View className="bench-gone" style={{ width: `${gone}%` }} />
      {Array.from({ length: sitting }, (_, index) => (
        <View key={index} className="bench-sit i-sit" style={at(index)} />
      ))}
      {seat !== 'none' && <View className={`bench-sit ${seat === 'taken' ? 'i-me' : 'i-seat'}`} style={at(sitting)} />}
    </View>
  );
}
