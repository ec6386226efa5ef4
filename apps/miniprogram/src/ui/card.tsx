import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Icon } from './icon';
import type { IconName } from './icon';
import { Press } from './press';
import { Heading } from './text';

interface CardProps {
  className?: string;
  label?: string;
  children: ReactNode;
}

export function Card({ className = '', label, children }: CardProps) {
  return (
    <View className={`card ${className}`} role={label ? 'group' : undefined} aria-label={label}>
      {children}
    </View>
  );
}

interface SectionProps {
  title: string;
  /** Beside the title, smaller. */
  note?: string;
  more?: { text: string; onPress: () => void };
  className?: string;
  children: ReactNode;
}

/** A titled part of a page. */
export function Section({ title, note, more, className = '', children }: SectionProps) {
  return (
    <View className={`section ${className}`}>
      <View className="section-head">
        <Heading level={2} className="lead grow">
          <Text>{title}</Text>
          {note && <Text className="note"> {note}</Text>}
        </Heading>
        {more && (
          <Press role="link" className="more" onPress={more.onPress} label={`${title}，${more.text}`}>
            <Text>{more.text}</Text>
            <Icon name="right" size="xs" />
          </Press>
        )}
      </View>
      {children}
    </View>
  );
}

interface RowProps {
  title: ReactNode;
  detail?: ReactNode;
  /** At the right end, before the arrow. */
  value?: ReactNode;
  icon?: IconName;
  onPress?: () => void;
  label?: string;
}

/** One thing of a list. With `onPress` the whole row is the target. */
export function Row({ title, detail, value, icon, onPress, label }: RowProps) {
  const inside = (
    <>
      {icon && <Icon name={icon} className="brand" />}
      <View className="grow row-body">
        <View className="row-words">
          <View className="row-title">{title}</View>
          {detail && <View className="note">{detail}</View>}
        </View>
        {value !== undefined && <View className="note">{value}</View>}
      </View>
      {onPress && <Icon name="right" size="xs" />}
    </>
  );
  if (!onPress) return <View className="row-item">{inside}</View>;
  return (
    <Press role="link" className="row-item" onPress={onPress} label={label}>
      {inside}
    </Press>
  );
}

interface FactProps {
  name: string;
  first?: boolean;
  children: ReactNode;
}

/** A question and its answer; in elder mode one above the other. */
export function Fact({ name, first, children }: FactProps) {
  return (
    <View className={`facts-row ${first ? 'first' : ''}`}>
      <View className="facts-key">{name}</View>
      <View className="facts-value">{children}</View>
    </View>
  );
}
