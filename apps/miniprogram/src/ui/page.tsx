import { View } from '@tarojs/components';
import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { isWeapp } from '../lib/env';
import { themeClasses, usePreferences } from '../lib/preferences';
import { ErrorBoundary } from './error-boundary';
import { NavBar } from './nav-bar';
import { OfflineBar } from './offline-bar';
import type { OfflineWords } from './offline-bar';
import { PrivacyDialog } from './privacy-dialog';
import { TabBar } from './tab-bar';
import type { TabName } from './tab-bar';
import { ToastHost } from './toast';

interface PageProps {
  /** Title in the bar of a page that one comes back from. */
  title?: string;
  /** The page has no heading of its own: its title is it. */
  isTitleHeading?: boolean;
  /** A tab page: what stands in the bar instead of 返回 and a title, and which tab is lit. */
  lead?: ReactNode;
  tab?: TabName;
  tone?: 'plain' | 'wood';
  /** Under the bar, across the whole width, before the content: the head of a consultation, tabs. */
  head?: ReactNode;
  /** Bottom bar with the actions of the page. */
  bar?: ReactNode;
  /** Where one goes on without a network. */
  offline?: OfflineWords;
  /** Sheets and dialogs of the page. */
  overlay?: ReactNode;
  children: ReactNode;
}

/** On the H5 the window around the page takes the same colours. */
function useBodyTheme(classes: string) {
  useEffect(() => {
    if (!isWeapp) document.body.className = classes.split(' ').includes('dark') ? 'dark' : '';
  }, [classes]);
}

/** The frame of every page: bar, offline bar, theme, safe areas, toast. */
export function Page({ title, isTitleHeading, lead, tab, tone, head, bar, offline, overlay, children }: PageProps) {
  const classes = themeClasses(usePreferences());
  useBodyTheme(classes);
  return (
    <View className={classes}>
      <NavBar title={title} isHeading={isTitleHeading} lead={lead} tone={tone} />
      <OfflineBar own={offline} />
      <ErrorBoundary>
        <View role="main">
          {head}
          <View className={`main ${tab ? 'with-tabs' : ''} ${bar ? 'with-bar' : ''}`}>{children}</View>
        </View>
        {bar && (
          <View className="bar" role="region" aria-label="在这一页做什么">
            {bar}
          </View>
        )}
        {overlay}
      </ErrorBoundary>
      {tab && <TabBar current={tab} />}
      <PrivacyDialog />
      <ToastHost />
    </View>
  );
}
