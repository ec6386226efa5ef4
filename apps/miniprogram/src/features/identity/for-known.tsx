import { Fragment } from 'react';
import type { ReactNode } from 'react';
import { isWeapp } from '@/lib/env';
import { useAccount } from '@/lib/session';
import { Empty } from '@/ui/states';

/** Whether my own things can be read: somebody is logged in, or WeChat will see to it. */
export const useIsKnown = (): boolean => useAccount() !== undefined || isWeapp;

interface ForKnownProps {
  /** 登录后才能看到你的消息 */
  reason: string;
  ensureLogin: () => Promise<boolean>;
  children: ReactNode;
}

/** What only its owner may see; to a stranger, the way in. */
export function ForKnown({ reason, ensureLogin, children }: ForKnownProps) {
  if (useIsKnown()) return <Fragment>{children}</Fragment>;
  return (
    <Empty
      icon="person"
      title="还没有登录"
      detail={reason}
      action={{ text: '登录', onPress: () => void ensureLogin() }}
    />
  );
}
