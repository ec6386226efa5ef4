import { Text, View } from '@tarojs/components';
import type { Duty, EntryDetail } from '@bandeng/contracts/types';
import { useState } from 'react';
import { now } from '@/lib/clock';
import { dateOf, daysUntil, sayDate } from '@bandeng/rules';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Icon } from '@/ui/icon';
import { NudgeButton } from './nudge-button';

const marks = { published: 'check', overdue: 'close', waiting: 'clock' } as const;
const words = { published: '已公开', overdue: '逾期', waiting: '还没到期' } as const;

/** Periods shown at most: twelve months, or as many quarters or years as there are. */
const most = 12;

/** Late periods shown before 全部; the newest is what people wait for. */
const lateShown = 2;

type Period = Duty['periods'][number];
interface DutyCardProps {
  entry: Pick<EntryDetail, 'id' | 'name' | 'nudges'>;
  duty: Duty;
  ensureLogin: () => Promise<boolean>;
}

/** 应公开 = 已公开 + 逾期, the strip shows which, and who waits can ask next to what is late (mock 05). */
export function DutyCard({ entry, duty, ensureLogin }: DutyCardProps) {
  const [isWhole, setWhole] = useState(false);
  const periods = duty.periods.slice(-most);
  const late = duty.periods.filter(period => period.state === 'overdue').reverse();
  const nudgedAt = (from: string) => entry.nudges?.find(nudge => nudge.from === from)?.at;
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
      {late.slice(0, isWhole ? late.length : lateShown).map(period => (
        <View key={period.from} className="line between ruled late-line">
          <LateWords period={period} />
          <NudgeButton
            entry={entry}
            period={period}
            name={labelOf(period)}
            nudgedAt={nudgedAt(period.from)}
            ensureLogin={ensureLogin}
          />
        </View>
      ))}
      {!isWhole && late.length > lateShown && (
        <View className="center ruled">
          <Button look="plain" onPress={() => setWhole(true)}>
            看全部 {late.length} 期逾期的
          </Button>
        </View>
      )}
    </Card>
  );
}

function LateWords({ period }: { period: Period }) {
  return (
    <View className="grow">
      <View className="strong danger">
        {labelOf(period)}的晚了 {Math.max(1, -daysUntil(period.dueOn, now()))} 天
      </View>
      <View className="note">应在{sayDate(period.dueOn, now())}前公开</View>
    </View>
  );
}

/** 9月 for a month of this year, 2025年12月 for one of another; quarters and halves likewise. */
function labelOf({ label, from }: Period): string {
  const isThisYear = from.slice(0, 4) === dateOf(now()).slice(0, 4);
  return isThisYear || label.endsWith('年') ? label : `${from.slice(0, 4)}年${label}`;
}

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
