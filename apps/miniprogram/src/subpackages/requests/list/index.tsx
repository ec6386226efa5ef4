import { useInfiniteQuery } from '@tanstack/react-query';
import { myRequests } from '@/features/information-requests/api';
import { RequestRow } from '@/features/information-requests/request-row';
import { useLogin } from '@/features/identity/use-login';
import { isWeapp } from '@/lib/env';
import { open } from '@/lib/navigation';
import { useAccount } from '@/lib/session';
import { Button } from '@/ui/button';
import { List } from '@/ui/list';
import { Page } from '@/ui/page';
import { Empty } from '@/ui/states';

/** My requests, newest first. */
export default function RequestsPage() {
  const isKnown = useAccount() !== undefined || isWeapp;
  const query = useInfiniteQuery({ ...myRequests(), enabled: isKnown });
  const login = useLogin('登录后才能看到你的申请');
  const start = () => void open('requestForm');
  return (
    <Page
      title="我的申请"
      isTitleHeading
      overlay={login.sheet}
      bar={
        <Button look="filled" wide icon="request" onPress={start}>
          要信息
        </Button>
      }
    >
      {isKnown ? (
        <List
          query={query}
          label="我的申请"
          className="card tight rows mt2"
          empty={{
            title: '你还没有申请过',
            detail: '政府没有公开的，可以申请要',
            action: { text: '要信息', onPress: start },
          }}
        >
          {request => <RequestRow request={request} />}
        </List>
      ) : (
        <Empty
          title="还没有登录"
          detail="登录后才能看到你的申请"
          action={{ text: '登录', onPress: () => void login.ensure() }}
        />
      )}
      <Button block look="quiet" onPress={() => void open('letterCheck')}>
        核验文书
      </Button>
    </Page>
  );
}
