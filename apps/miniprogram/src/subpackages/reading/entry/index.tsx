import { View } from '@tarojs/components';
import { useQuery } from '@tanstack/react-query';
import { useShareAppMessage } from '@tarojs/taro';
import { entry as entryQuery } from '@/features/catalog/api';
import { DutyCard } from '@/features/catalog/duty-card';
import { EntryFacts } from '@/features/catalog/entry-facts';
import { noticeList } from '@/features/notices/api';
import { NoticeList } from '@/features/notices/notice-list';
import { unit as unitQuery } from '@/features/organization/api';
import { open, pageUrl } from '@/lib/navigation';
import { usePageParams } from '@/lib/page-params';
import { call } from '@/lib/phone';
import { Button } from '@/ui/button';
import { Section } from '@/ui/card';
import { Page } from '@/ui/page';
import { Loaded } from '@/ui/states';
import { Facts, Heading } from '@/ui/text';

/** One entry of the catalog: what, who, when; how the duty was kept; the notices that fulfil it (mock 05). */
export default function EntryPage() {
  const { id = '' } = usePageParams();
  const query = useQuery(entryQuery(id));
  const publisher = query.data?.publishers[0]?.id;
  const unit = useQuery({ ...unitQuery(publisher ?? ''), enabled: publisher !== undefined });
  const entry = query.data;
  useShareAppMessage(() => ({ title: entry?.name ?? '公开事项', path: pageUrl('entry', { id }) }));
  return (
    <Page
      title="事项卡"
      bar={
        entry && (
          <>
            <Button look="quiet" onPress={() => void open('requestForm', { about: entry.name })}>
              没有我要的
            </Button>
            {(entry.phone ?? unit.data?.phone) && (
              <Button wide icon="phone" onPress={() => call(entry.phone ?? unit.data?.phone ?? '')}>
                打电话问一句
              </Button>
            )}
          </>
        )
      }
    >
      <Loaded query={query} lines={12}>
        {found => (
          <>
            <Facts>{[found.domain.name, ...found.path].join(' › ')}</Facts>
            <Heading level={1}>{found.name}</Heading>
            {found.duty && <DutyCard duty={found.duty} unit={unit.data} />}
            <EntryFacts entry={found} />
            <Section title="按这一项公开的" note={found.noticeCount > 0 ? `${found.noticeCount} 条` : ''}>
              <View>
                <NoticeList
                  query={noticeList({ entry: id })}
                  empty={{ title: '这一项还没有公开过', detail: '可以申请公开，或者打电话问一句' }}
                />
              </View>
            </Section>
          </>
        )}
      </Loaded>
    </Page>
  );
}
