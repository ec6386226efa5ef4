import { useInfiniteQuery } from '@tanstack/react-query';
import { myComments } from '@/features/consultations/api';
import { MyComment } from '@/features/consultations/my-comment';
import { ForKnown, useIsKnown } from '@/features/identity/for-known';
import { useLogin } from '@/features/identity/use-login';
import { open } from '@/lib/navigation';
import { usePageParams } from '@/lib/page-params';
import { List } from '@/ui/list';
import { Page } from '@/ui/page';

const reason = '登录后才能看到你的意见';

/** What I said, newest first, and what became of it. */
export default function MyCommentsPage() {
  const { consultation } = usePageParams();
  const query = useInfiniteQuery({ ...myComments(consultation), enabled: useIsKnown() });
  const login = useLogin(reason);
  return (
    <Page title="我的意见" isTitleHeading overlay={login.sheet}>
      <ForKnown reason={reason} ensureLogin={login.ensure}>
        <List
          query={query}
          label="我的意见"
          className="card tight rows mt2"
          empty={{
            title: '你还没有提过意见',
            detail: '看看现在正在问什么',
            action: { text: '去看看', onPress: () => void open('participation') },
          }}
        >
          {comment => <MyComment comment={comment} />}
        </List>
      </ForKnown>
    </Page>
  );
}
