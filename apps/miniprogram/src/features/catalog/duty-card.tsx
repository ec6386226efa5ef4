import { Text, View } from '@tarojs/components';
import type { Duty, Unit } from '@bandeng/contracts/types';
import { now } from '@/lib/clock';
import { call } from '@/lib/phone';
import { dateOf, daysUntil, sayDate } from '@/lib/time';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Icon } from '@/ui/icon';

const marks = { published: 'check', overdue: 'close', waiting: 'clock' } as const;
const words = { published: '已公开', overdue: '逾期', waiting: '还没到期' } as const;

/** Periods shown at most: twelve months, or as many quarters or years as there are. */
const most = 12;

/** 应公开 = 已公开 + 逾期 + 还没到期, and the strip shows which (mock 05). */
export function DutyCard({ duty, unit }: { duty: Duty; unit: Unit | undefined }) {
  const periods = duty.periods.slice(-most);
  const late = [...duty.periods].reverse().find(period => period.state === 'overdue');
  return (
    <Card className="mt3" label="公开情况">
      <View className="duty-sum">
        <Sum word="应公开" count={duty.expected} />
        <Sum word="已公开" count={duty.published} tone="brand" />
        <Sum word="逾期" count={duty.overdue} tone={duty.overdue > 0 ? 'danger' : ''} />
      </View>
      <View className="months" role="list" aria-label="每一期公开了没有">
        {periods.map(period => (
          <View key={period.from} role="listitem" aria-label={`${period.label}，${words[period.state]}`}>
            <View className={`month-mark ${period.state}`}>
              <Icon name={marks[period.state]} size="xs" />
            </View>
            <Text className={period.state === 'overdue' ? 'danger strong' : ''}>{shortLabel(period.label)}</Text>
          </View>
        ))}
      </View>
      {late && (
        <View className="line between wrap ruled">
          <View className="grow">
            <View className="strong danger">
              {withoutThisYear(late.label)}的晚了 {Math.max(1, -daysUntil(late.dueOn, now()))} 天
            </View>
            <View className="note">应在{sayDate(late.dueOn, now())}前公开</View>
          </View>
          {unit?.phone && <CallButton unit={unit} phone={unit.phone} />}
        </View>
      )}
    </Card>
  );
}

/** 9月 for a month of this year, 2025年9月 else. */
const withoutThisYear = (label: string) => label.replace(new RegExp(`^${dateOf(now()).slice(0, 4)}年`), '');

/** 2026年9月 is 9 under its mark; the year stands in what is read aloud. */
const shortLabel = (label: string) =>
  label
    .replace(/^\d{4}年/, '')
    .replace(/月$/, '')
    .replace(/^第(.)季度$/, '$1季');

function Sum({ word, count, tone = '' }: { word: string; count: number; tone?: string }) {
  return (
    <View>
      <Text>{word}</Text>
      <Text className={`h2 ${tone}`}>{count}</Text>
    </View>
  );
}

function CallButton({ unit, phone }: { unit: Unit; phone: string }) {
  return (
    <Button icon="phone" label={`打电话问${unit.name}`} onPress={() => call(phone)}>
      打电话问
    </Button>
  );
}
