import { useInfiniteQuery } from '@tanstack/react-query';
import { useIsKnown } from '@/features/identity/for-known';
import { OwnList } from '@/features/identity/own-list';
import { inbox } from '@/features/notifications/api';
import { MessageRow } from '@/features/notifications/message-row';
import { open } from '@/lib/navigation';

/** What one was told, newest first. */
export default function InboxPage() {
  const query = useInfiniteQuery({ ...inbox(), enabled: useIsKnown() });
  return (
    <OwnList
      title="消息"
      reason="登录后才能看到你的消息"
      query={query}
      empty={{
        title: '还没有消息',
        detail: '你提的意见、要的信息有了下落，就在这里告诉你',
        action: { text: '看看订阅', onPress: () => void open('subscriptions') },
      }}
    >
      {message => <MessageRow message={message} />}
    </OwnList>
  );
}
