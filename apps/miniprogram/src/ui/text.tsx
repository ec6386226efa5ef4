import { Text, View } from '@tarojs/components';
import { Children } from 'react';
import type { ReactNode } from 'react';

interface HeadingProps {
  level: 1 | 2 | 3;
  className?: string;
  children: ReactNode;
}

/** A heading by its level; h1 once a page. */
export function Heading({ level, className = '', children }: HeadingProps) {
  return (
    <View role="heading" aria-level={level} className={`h${level} ${className}`}>
      {children}
    </View>
  );
}

/** Letters of a fact that stays on one line: 11月4日 is not torn apart. */
const shortFact = 8;

const isShort = (fact: ReactNode) =>
  (typeof fact === 'string' || typeof fact === 'number') && `${fact}`.length <= shortFact;

/** Facts in a row with a drawn dot after all but the last, so that no line begins with one; missing ones leave no dot behind. */
export function Facts({ className = 'note', children }: { className?: string; children: ReactNode }) {
  const facts = Children.toArray(children).filter(fact => fact !== '');
  return (
    <View className={className}>
      {facts.map((fact, at) => (
        <Text key={at} className={`${isShort(fact) ? 'unbroken' : ''} ${at < facts.length - 1 ? 'dotted' : ''}`}>
          {fact}
        </Text>
      ))}
    </View>
  );
}

/** Text with parts marked: `highlights` are [start, end) offsets. */
export function Marked({ text, highlights }: { text: string; highlights: readonly (readonly [number, number])[] }) {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const [start, end] of highlights) {
    if (start < at || end > text.length) continue;
    if (start > at) parts.push(<Text key={`t${at}`}>{text.slice(at, start)}</Text>);
    parts.push(
      <Text key={`m${start}`} className="mark">
        {text.slice(start, end)}
      </Text>,
    );
    at = end;
  }
  if (at < text.length) parts.push(<Text key={`t${at}`}>{text.slice(at)}</Text>);
  return <>{parts}</>;
}
