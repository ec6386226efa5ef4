import { Text, View } from '@tarojs/components';
import { useQuery } from '@tanstack/react-query';
import { now } from '@/lib/clock';
import { open } from '@/lib/navigation';
import { useAccount } from '@/lib/session';
import { sayDate } from '@bandeng/rules';
import { Icon } from '@/ui/icon';
import { Press } from '@/ui/press';
import { myRequests, myUnread } from './api';

interface Line {
  text: string;
  /** Its last words, which stay on one line: 12月2日前答复. */
  state?: string;
  go: () => void;
}

/** What became of mine, in one line: the newest unread word first, else the request that is under way. */
export function useMine(): Line | undefined {
  const isLoggedIn = useAccount() !== undefined;
  const messages = useQuery({ ...myUnread(), enabled: isLoggedIn });
  const requests = useQuery({ ...myRequests(), enabled: isLoggedIn });
  if (!isLoggedIn) return undefined;
  const message = messages.data?.items[0];
  if (message) return { text: message.title, go: () => void open('message', { id: message.id }) };
  const request = requests.data?.items.find(item => item.dueOn !== null) ?? requests.data?.items[0];
  if (!request) return undefined;
  const state = request.dueOn ? `${sayDate(request.dueOn, now())}前答复` : request.statusText;
  return { text: `你要的${request.name}，`, state, go: () => void open('request', { id: request.id }) };
}

export function MineLine() {
  const mine = useMine();
  if (!mine) return null;
  return (
    <Press role="link" className="mine" onPress={mine.go}>
      <Icon name="clock" size="s" className="brand" />
      <View className="grow">
        {mine.text}
        {mine.state && <Text className="unbroken">{mine.state}</Text>}
      </View>
      <Icon name="right" size="xs" />
    </Press>
  );
}
