import { useInfiniteQuery } from '@tanstack/react-query';
import { ForKnown, useIsKnown } from '@/features/identity/for-known';
import { useLogin } from '@/features/identity/use-login';
import { inbox } from '@/features/notifications/api';
import { MessageRow } from '@/features/notifications/message-row';
import { open } from '@/lib/navigation';
import { List } from '@/ui/list';
import { Page } from '@/ui/page';

const reason = '登录后才能看到你的消息';

/** What one was told, newest first. */
export default function InboxPage() {
  const query = useInfiniteQuery({ ...inbox(), enabled: useIsKnown() });
  const login = useLogin(reason);
  return (
    <Page title="消息" isTitleHeading overlay={login.sheet}>
      <ForKnown reason={reason} ensureLogin={login.ensure}>
        <List
          query={query}
          label="消息"
          className="card tight rows mt2"
          empty={{
            title: '还没有消息',
            detail: '你提的意见、要的信息有了下落，就在这里告诉你',
            action: { text: '看看订阅', onPress: () => void open('subscriptions') },
          }}
        >
          {message => <MessageRow message={message} />}
        </List>
      </ForKnown>
    </Page>
  );
}
