import { Text, View } from '@tarojs/components';
import { useDrafts } from '../lib/drafts';
import { useReach } from '../lib/online';
import { Icon } from './icon';

/** What a page that goes on without a network says in place of 先看读过的, and how much of its own waits. */
export interface OfflineWords {
  words: string;
  waiting: number;
}

/** Says that there is no network, that what was read before is still there, and how much waits to be sent. */
export function OfflineBar({ own }: { own: OfflineWords | undefined }) {
  const reach = useReach();
  const drafts = useDrafts('').length;
  const waiting = own?.waiting ?? drafts;
  if (reach === 'online') return null;
  return (
    <View className="offline" role="status">
      <View className="line">
        <Icon name="offline" size="s" />
        <Text>{own?.words ?? (reach === 'offline' ? '没有网络，先看读过的' : '连不上服务器，先看读过的')}</Text>
      </View>
      {waiting > 0 && <Text>{waiting} 条等着送</Text>}
    </View>
  );
}
