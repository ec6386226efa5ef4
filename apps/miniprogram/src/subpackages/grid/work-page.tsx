import type { ReactNode } from 'react';
import { ForKnown } from '@/features/identity/for-known';
import { useLogin } from '@/features/identity/use-login';
import { unsent } from '@bandeng/rules';
import { open } from '@/lib/navigation';
import { Page } from '@/ui/page';
import { Empty } from '@/ui/states';
import { Heading } from '@/ui/text';
import { useWalk } from '@/features/grid/use-walk';

interface WorkPageProps {
  title: string;
  /** Where it is about, whole: a long address does not fit the bar. */
  heading?: string;
  bar?: ReactNode;
  overlay?: ReactNode;
  children: ReactNode;
}

const reason = '网格员登录后走访、代录';

/** The frame of the workbench: without a network one goes on as always, and it says how much waits. */
export function WorkPage({ title, heading, bar, overlay, children }: WorkPageProps) {
  const { outbox } = useWalk();
  const login = useLogin(reason);
  return (
    <Page
      title={title}
      isTitleHeading={heading === undefined}
      bar={bar}
      offline={{ words: '没有网络，照常记', waiting: unsent(outbox).length }}
      overlay={
        <>
          {login.sheet}
          {overlay}
        </>
      }
    >
      <ForKnown reason={reason} ensureLogin={login.ensure}>
        {heading !== undefined && (
          <Heading level={1} className="mt2">
            {heading}
          </Heading>
        )}
        {children}
      </ForKnown>
    </Page>
  );
}

/** Where a page was opened that the pack has nothing for. */
export const NotInPack = () => (
  <Empty
    icon="building"
    title="走访包里没有"
    detail="可能重新派过了。回到今天，重新下载走访包"
    action={{ text: '回到今天', onPress: () => void open('workbench') }}
  />
);
