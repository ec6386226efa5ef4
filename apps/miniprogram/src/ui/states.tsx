import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { asApiError } from '@bandeng/contracts/api-error';
import { open } from '../lib/navigation';
import { Button } from './button';
import { Icon } from './icon';
import type { IconName } from './icon';

/** Grey lines while something is read. */
export function Skeleton({ lines = 6 }: { lines?: number }) {
  return (
    <View className="card skeleton" role="status" aria-label="正在读取">
      {Array.from({ length: lines }, (_, at) => (
        <View key={at} className="skeleton-line" style={{ width: at % 3 === 2 ? '55%' : '100%' }} />
      ))}
    </View>
  );
}

interface EmptyProps {
  title: string;
  /** What to do now. */
  detail?: string;
  icon?: IconName;
  action?: { text: string; onPress: () => void };
}

export function Empty({ title, detail, icon = 'inbox', action }: EmptyProps) {
  return (
    <View className="state">
      <Icon name={icon} size="l" />
      <View className="strong">{title}</View>
      {detail && <View className="note">{detail}</View>}
      {action && <Button onPress={action.onPress}>{action.text}</Button>}
    </View>
  );
}

/** What happened, and a way to try again, or out of what is not there. Of a fault of ours, the number to name when asked about it. */
export function ErrorState({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { title, detail, requestId, kind, status } = asApiError(error);
  const isGone = status === 404;
  return (
    <View className="state" role="alert">
      <Icon name={kind === 'offline' ? 'offline' : 'alert'} size="l" />
      <View className="strong">{title}</View>
      {detail && <View className="note">{detail}</View>}
      {requestId && status >= 500 && <View className="min">编号 {requestId}</View>}
      {isGone && <Button onPress={() => void open('home')}>回首页</Button>}
      {onRetry && !isGone && <Button onPress={onRetry}>再试一次</Button>}
    </View>
  );
}

interface LoadedProps<T> {
  query: { data: T | undefined; error: unknown; refetch: () => unknown };
  lines?: number;
  children: (data: T) => ReactNode;
}

/** One thing that is read: skeleton, error with retry, or the thing. */
export function Loaded<T>({ query, lines, children }: LoadedProps<T>) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  return <Skeleton lines={lines} />;
}
