import { View } from '@tarojs/components';
import { unsent } from '@bandeng/rules';
import { OutboxCard } from '@/features/grid/outbox-card';
import { retryNow } from '@/features/grid/outbox-store';
import { useWalk } from '@/features/grid/use-walk';
import { WorkPage } from '../work-page';
import { useReach } from '@/lib/online';
import { Button } from '@/ui/button';
import { Section } from '@/ui/card';
import { Empty } from '@/ui/states';
import { NoticeBar } from '@/ui/tag';

/** What was taken down and where it is: waits, wants a look, arrived today. */
export default function OutboxPage() {
  const { outbox, outboxFault, walk } = useWalk();
  const isOffline = useReach() === 'offline';
  const { records } = outbox;
  const look = records.filter(({ state }) => state === 'look');
  const waiting = records.filter(({ state }) => state === 'waiting' || state === 'sending');
  const withPhotos = records.filter(({ state }) => state === 'photos');
  const delivered = records.filter(({ state }) => state === 'delivered');
  return (
    <WorkPage title="发件箱">
      {records.length === 0 && (
        <Empty title="今天还没有记录" detail="记下的走访和意见都在这里，一条一条看得到送没送到" />
      )}
      {unsent(outbox).length > 0 && (
        <NoticeBar icon="alert" tone="wood" className="mt3">
          没送到的只在这部手机里。删掉小程序、清掉数据，就没有了
        </NoticeBar>
      )}
      {look.length > 0 && (
        <Section title="要你看看" note={`${look.length} 条`}>
          {look.map(record => (
            <OutboxCard key={record.id} record={record} walk={walk} />
          ))}
        </Section>
      )}
      {waiting.length > 0 && (
        <Section title={isOffline ? '等网络' : '正在送'} note={`${waiting.length} 条`}>
          {!isOffline && outboxFault && (
            <>
              <NoticeBar icon="alert" className="mt1">
                <View role="alert">刚才没送成：{outboxFault}</View>
              </NoticeBar>
              <Button onPress={retryNow}>再试一次</Button>
            </>
          )}
          {waiting.map(record => (
            <OutboxCard key={record.id} record={record} walk={walk} />
          ))}
        </Section>
      )}
      {withPhotos.length > 0 && (
        <Section title="照片还没送到" note={`${withPhotos.length} 条`}>
          <View className="note">文字已经送到。照片等网络，一张一张传，传不上不影响记录</View>
          {withPhotos.map(record => (
            <OutboxCard key={record.id} record={record} walk={walk} />
          ))}
        </Section>
      )}
      {delivered.length > 0 && (
        <Section title="今天送到的" note={`${delivered.length} 条`}>
          {delivered.map(record => (
            <OutboxCard key={record.id} record={record} walk={walk} />
          ))}
        </Section>
      )}
    </WorkPage>
  );
}
