import { Text, View } from '@tarojs/components';
import { useDrafts } from '../lib/drafts';
import { useReach } from '../lib/online';
import { Icon } from './icon';

/** Says that there is no network, that what was read before is still there, and how much waits to be sent. */
export function OfflineBar() {
  const reach = useReach();
  const waiting = useDrafts('').length;
  if (reach === 'online') return null;
  return (
    <View className="offline" role="status">
      <View className="line">
        <Icon name="offline" size="s" />
        <Text>{reach === 'offline' ? '没有网络，先看读过的' : '连不上服务器，先看读过的'}</Text>
      </View>
      {waiting > 0 && <Text>{waiting} 条等着送</Text>}
    </View>
  );
}
