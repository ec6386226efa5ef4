import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Icon } from './icon';
import type { IconName } from './icon';

export interface TimelineItem {
  key: string;
  title: string;
  detail?: ReactNode;
  /** At the right: a date. */
  when?: string;
  state: 'done' | 'now' | 'ahead';
  icon?: IconName;
}

/** What happened, newest first, or what will, in its order. */
export function Timeline({ items, label }: { items: readonly TimelineItem[]; label: string }) {
  return (
    <View className="card" role="list" aria-label={label}>
      {items.map((item, at) => {
        const last = at === items.length - 1;
        return (
          <View key={item.key} role="listitem" className={`timeline-item ${item.state} ${last ? 'last' : ''}`}>
            {!last && <View className="timeline-line" />}
            <View className="timeline-dot">{item.icon && <Icon name={item.icon} />}</View>
            <View className="line between base wrap">
              <View className="strong">{item.title}</View>
              {item.when && <View className="note nowrap">{item.when}</View>}
            </View>
            {item.detail && <View className="note">{item.detail}</View>}
          </View>
        );
      })}
    </View>
  );
}

interface StepsProps {
  steps: readonly string[];
  /** Which one we are at, from 0. */
  current: number;
}

/** How many steps a form has, and which this is. */
export function Steps({ steps, current }: StepsProps) {
  return (
    <View className="steps" role="list" aria-label={`一共 ${steps.length} 步，现在第 ${current + 1} 步`}>
      {steps.map((step, at) => (
        <View
          key={step}
          role="listitem"
          aria-current={at === current ? 'step' : undefined}
          className={`step ${at === current ? 'on' : at < current ? 'done' : ''}`}
        >
          {at + 1} {step}
        </View>
      ))}
    </View>
  );
}
