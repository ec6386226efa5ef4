import type { ReactNode } from 'react';
import { List, type EndlessQuery } from '@/ui/list';
import { Page } from '@/ui/page';
import { ForKnown } from './for-known';
import { useLogin } from './use-login';

interface OwnListProps<T extends { id: string }> {
  title: string;
  /** 登录后才能看到你的消息 */
  reason: string;
  query: EndlessQuery<T>;
  empty: { title: string; detail?: string; action?: { text: string; onPress: () => void } };
  className?: string;
  /** Stands above the list, for strangers too. */
  top?: ReactNode;
  children: (row: T) => ReactNode;
}

/** A page of what is one's own, newest first; to a stranger, the way in. */
export function OwnList<T extends { id: string }>(props: OwnListProps<T>) {
  const { title, reason, query, empty, className = 'card tight rows mt2', top, children } = props;
  const login = useLogin(reason);
  return (
    <Page title={title} isTitleHeading overlay={login.sheet}>
      {top}
      <ForKnown reason={reason} ensureLogin={login.ensure}>
        <List query={query} label={title} className={className} empty={empty}>
          {children}
        </List>
      </ForKnown>
    </Page>
  );
}
