import { Text, View } from '@tarojs/components';
import { useQuery } from '@tanstack/react-query';
import { useShareAppMessage } from '@tarojs/taro';
import { nearNotices, openConsultations } from '@/features/home/api';
import { AskCard } from '@/features/home/ask-card';
import { Doors } from '@/features/home/doors';
import { ElderHome } from '@/features/home/elder-home';
import { MineLine } from '@/features/home/mine-line';
import { NoticeRow } from '@/features/notices/notice-row';
import { now } from '@/lib/clock';
import { open, pageUrl } from '@/lib/navigation';
import { setPreferences, usePreferences } from '@/lib/preferences';
import { useRefresh } from '@/lib/refresh';
import { greeting } from '@bandeng/rules';
import { Button } from '@/ui/button';
import { Card, Section } from '@/ui/card';
import { Icon } from '@/ui/icon';
import { Page } from '@/ui/page';
import { Press } from '@/ui/press';
import { Empty, Loaded } from '@/ui/states';
import { Heading } from '@/ui/text';

/** What became of mine, what I am asked, what is new near me: in this order (UI.md). */
export default function HomePage() {
  const { area, elder } = usePreferences();
  const questions = useQuery(openConsultations(area?.id));
  const near = useQuery(nearNotices(area?.id));
  useShareAppMessage(() => ({ title: '板凳：看公开、提意见、要信息', path: pageUrl('home') }));
  useRefresh(() => Promise.all([questions.refetch(), near.refetch()]));
  const asked = questions.data?.total ?? questions.data?.items.length ?? 0;
  return (
    <Page tab="home" lead={<AreaButton name={area?.name} />}>
      {elder ? (
        <>
          <Heading level={1} className="sr">
            首页
          </Heading>
          <ElderHome notices={near.data?.items.slice(0, 3) ?? []} questions={asked} />
        </>
      ) : (
        <>
          <Heading level={1} className="mt1">
            {greeting(now())}
            {asked > 0 ? `，有 ${asked} 件事想问你` : ''}
          </Heading>
          <MineLine />
          <SearchLine />
          <ElderOffer />
          <Doors />
          {questions.data && <AskCard consultations={questions.data.items} total={asked} />}
          <Section title="身边的公开" more={{ text: '全部', onPress: () => void open('notices', { area: area?.id }) }}>
            <Loaded query={near}>
              {({ items }) =>
                items.length === 0 ? (
                  <Empty title="这里还没有新的" detail="换个社区看看，或者到「公开」里找" />
                ) : (
                  <Card className="tight rows">
                    {items.map(item => (
                      <View key={item.id} className="row-wrap">
                        <NoticeRow notice={item} />
                      </View>
                    ))}
                  </Card>
                )
              }
            </Loaded>
          </Section>
        </>
      )}
    </Page>
  );
}

function AreaButton({ name }: { name: string | undefined }) {
  return (
    <Press
      className="area"
      label={name ? `我的社区：${name}，点这里换` : '选我的社区'}
      onPress={() => void open('areas')}
    >
      <Icon name="pin" size="s" />
      <Text className="area-name">{name ?? '选我的社区'}</Text>
      <Icon name="down" size="xs" />
    </Press>
  );
}

function SearchLine() {
  return (
    <View className="line wrap mt1">
      <Press
        role="link"
        className="search-box grow"
        label="搜索，搜政策、名单、办事"
        onPress={() => void open('search')}
      >
        <Icon name="search" size="s" />
        <Text className="clip">搜政策、名单、办事</Text>
      </Press>
      <Button small icon="elder" onPress={() => setPreferences({ elder: true })}>
        长辈版
      </Button>
    </View>
  );
}

/** Offered once, where the phone's own type is large (UI.md 18). */
function ElderOffer() {
  const { systemLargeType, elderOffered } = usePreferences();
  if (!systemLargeType || elderOffered) return null;
  return (
    <Card className="mt2">
      <View className="strong">字大一些，好看清楚？</View>
      <View className="line mt2">
        <Button look="quiet" wide onPress={() => setPreferences({ elderOffered: true })}>
          不用
        </Button>
        <Button wide onPress={() => setPreferences({ elderOffered: true, elder: true })}>
          换长辈版
        </Button>
      </View>
    </Card>
  );
}
