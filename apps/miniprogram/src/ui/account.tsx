import { Text, View } from '@tarojs/components';
import { Icon } from './icon';
import type { IconName } from './icon';
import { Press } from './press';

export interface AccountRow {
  key: string;
  label: string;
  count: number;
  /** Fill, hatch, dark, frame, dashes tell the five apart without colour. */
  fill: 'solid' | 'hatch' | 'dark' | 'frame' | 'dashed';
  icon: IconName;
}

interface AccountProps {
  rows: readonly AccountRow[];
  total: number;
  totalLabel: string;
  /** Whether the rows add up, as the server proved it. */
  balanced: boolean;
  selected?: string;
  /** Numbers are links to their records. */
  onSelect: (key: string) => void;
}

/** Totals as an account: rows, a line, the sum with a double rule (UI.md 9). */
export function Account({ rows, total, totalLabel, balanced, selected, onSelect }: AccountProps) {
  const said = rows.map(row => `${row.label} ${row.count}`).join('，');
  return (
    <View className="card">
      {total > 0 && (
        <View className="account-bar" role="img" aria-label={said}>
          {rows
            .filter(row => row.count > 0)
            .map(row => (
              <View
                key={row.key}
                className={`account-part fill-${row.fill}`}
                style={{ flexGrow: row.count, flexBasis: '48px' }}
              >
                {row.count}
              </View>
            ))}
        </View>
      )}
      <View className="mt2">
        {rows.map((row, at) => (
          <Press
            key={row.key}
            role="button"
            className={`account-row ${at === 0 ? 'first' : ''} ${row.key === selected ? 'on' : ''}`}
            label={`${row.label}，${row.count} 条`}
            onPress={() => onSelect(row.key)}
          >
            <View className={`account-key fill-${row.fill}`}>
              <Icon name={row.icon} size="xs" />
            </View>
            <View className="grow">{row.label}</View>
            <View className="account-number brand">{row.count}</View>
          </Press>
        ))}
        <View className="account-row total">
          <View className="grow">{totalLabel}</View>
          <View className={`line note ${balanced ? 'ok' : 'danger'}`}>
            <Icon name={balanced ? 'check' : 'alert'} size="xs" />
            <Text>{balanced ? '账对得上' : '账对不上'}</Text>
          </View>
          <View className="account-number account-sum">{total}</View>
        </View>
      </View>
    </View>
  );
}
