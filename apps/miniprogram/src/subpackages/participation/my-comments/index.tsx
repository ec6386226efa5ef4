import { useInfiniteQuery } from '@tanstack/react-query';
import { myComments } from '@/features/consultations/api';
import { MyComment } from '@/features/consultations/my-comment';
import { useLogin } from '@/features/identity/use-login';
import { isWeapp } from '@/lib/env';
import { open } from '@/lib/navigation';
import { usePageParams } from '@/lib/page-params';
import { useAccount } from '@/lib/session';
import { List } from '@/ui/list';
import { Page } from '@/ui/page';
import { Empty } from '@/ui/states';
import { Heading } from '@/ui/text';

/** What I said, newest first, and what became of it. */
export default function MyCommentsPage() {
  const { consultation } = usePageParams();
  const isKnown = useAccount() !== undefined || isWeapp;
  const query = useInfiniteQuery({ ...myComments(consultation), enabled: isKnown });
  const login = useLogin('登录后才能看到你的意见');
  return (
    <Page title="我的意见" overlay={login.sheet}>
      <Heading level={1}>我的意见</Heading>
      {isKnown ? (
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
      ) : (
        <Empty
          icon="person"
          title="还没有登录"
          detail="登录后才能看到你的意见"
          action={{ text: '登录', onPress: () => void login.ensure() }}
        />
      )}
    </Page>
  );
}
