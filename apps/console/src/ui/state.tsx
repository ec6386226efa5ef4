import { Button, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { sayRefusal } from '../lib/use-act';
import { Notice } from './notice';

interface Props<T> {
  query: { data: T | undefined; error: unknown; refetch: () => unknown };
  children: (data: T) => ReactNode;
}

/** Something that is being read: until it is there, when it could not be had, and when it is. */
export function Loaded<T>({ query: { data, error, refetch }, children }: Props<T>) {
  if (data !== undefined) return <>{children(data)}</>;
  if (error) return <Failed error={error} retry={() => void refetch()} />;
  return <Skeleton active paragraph={{ rows: 6 }} />;
}

export function Failed({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <Notice title="没有读到" action={<Button onClick={retry}>再试一次</Button>}>
      {sayRefusal(error)}
    </Notice>
  );
}
