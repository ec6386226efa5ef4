import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Icon } from './icon';
import type { IconName } from './icon';

type Tone = 'plain' | 'brand' | 'wood' | 'danger' | 'ok';

interface TagProps {
  tone?: Tone;
  icon?: IconName;
  children: ReactNode;
}

/** A word in a frame: never colour alone. */
export function Tag({ tone = 'plain', icon, children }: TagProps) {
  return (
    <View className={`tag ${tone === 'plain' ? '' : tone}`}>
      {icon && <Icon name={icon} size="xs" />}
      <Text>{children}</Text>
    </View>
  );
}

interface NoticeBarProps {
  tone?: 'plain' | 'brand' | 'wood' | 'danger';
  icon?: IconName;
  className?: string;
  children: ReactNode;
}

/** One line of help, or of warning. */
export function NoticeBar({ tone = 'plain', icon = 'info', className = '', children }: NoticeBarProps) {
  return (
    <View className={`hint ${tone === 'plain' ? '' : tone} ${className}`}>
      <Icon name={icon} size="s" />
      <View className="grow">{children}</View>
    </View>
  );
}
