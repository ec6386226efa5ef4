import { useInfiniteQuery } from '@tanstack/react-query';
import { ForKnown, useIsKnown } from '@/features/identity/for-known';
import { useLogin } from '@/features/identity/use-login';
import { myObjections } from '@/features/notices/api';
import { OwnObjectionCard } from '@/features/notices/own-objection';
import { open } from '@/lib/navigation';
import { usePageParams } from '@/lib/page-params';
import { List } from '@/ui/list';
import { Page } from '@/ui/page';
import { NoticeBar } from '@/ui/tag';

const reason = '登录后才能看到你提的异议';

/** What I objected to, newest first, and what became of it; the receipt of one that was sent just now. */
export default function ObjectionsPage() {
  const { sent } = usePageParams();
  const query = useInfiniteQuery({ ...myObjections(), enabled: useIsKnown() });
  const login = useLogin(reason);
  return (
    <Page title="我的异议" isTitleHeading overlay={login.sheet}>
      {sent === 'true' && (
        <NoticeBar tone="brand" icon="check" className="mt2">
          收到你的异议了。有结论会发消息告诉你。
        </NoticeBar>
      )}
      <ForKnown reason={reason} ensureLogin={login.ensure}>
        <List
          query={query}
          label="我的异议"
          className=""
          empty={{
            title: '你没有提过异议',
            detail: '公示期内，在公示的页面上可以提',
            action: { text: '看看公示', onPress: () => void open('notices', { kind: 'posting' }) },
          }}
        >
          {objection => <OwnObjectionCard objection={objection} />}
        </List>
      </ForKnown>
    </Page>
  );
}
