import { Text, View } from '@tarojs/components';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { domains } from '@/features/catalog/api';
import type { Level, Stage } from '@/features/catalog/api';
import { byOpens } from '@/features/catalog/by-opens';
import { DomainGrid } from '@/features/catalog/domain-grid';
import { levelWords, stageWords } from '@/features/catalog/words';
import { open } from '@/lib/navigation';
import type { PageParams } from '@/lib/navigation';
import type { PageName } from '@/routes';
import { Section } from '@/ui/card';
import { Icon } from '@/ui/icon';
import type { IconName } from '@/ui/icon';
import { Page } from '@/ui/page';
import { Press } from '@/ui/press';
import { Loaded } from '@/ui/states';
import { Chips } from '@/ui/tabs';
import { Facts, Heading } from '@/ui/text';

const withAll = <T extends string>(all: string, words: Record<T, string>, shown: readonly T[]) => [
  { value: 'all' as const, label: all },
  ...shown.map(value => ({ value, label: words[value] })),
];
const levels = withAll('全部级别', levelWords, ['county', 'town', 'village'] as const);
const stages = withAll('全部环节', stageWords, ['decision', 'execution', 'management', 'service', 'result'] as const);

const links: readonly { text: string; icon: IconName; page: PageName; params?: PageParams }[] = [
  { text: '最新公开', icon: 'list', page: 'notices' },
  { text: '公开指南', icon: 'book', page: 'guides', params: { kind: 'guide' } },
  { text: '公开制度', icon: 'file', page: 'guides', params: { kind: 'rule' } },
  { text: '答复选编', icon: 'comment', page: 'answers' },
  { text: '公开年报', icon: 'file', page: 'guides', params: { kind: 'annual_report' } },
  { text: '查阅点', icon: 'pin', page: 'places' },
  { text: '我收藏的', icon: 'star', page: 'favourites' },
];

/** What must be public, by domain; and everything else that is (mock 04). */
export default function PublicPage() {
  const query = useQuery(domains());
  const [level, setLevel] = useState<Level | 'all'>('all');
  const [stage, setStage] = useState<Stage | 'all'>('all');
  return (
    <Page
      tab="public"
      lead={
        <Heading level={1} className="nav-title big">
          看公开
        </Heading>
      }
    >
      <Press
        role="link"
        className="search-box mt2"
        label="搜索，搜事项，比如「助餐补贴」"
        onPress={() => void open('search')}
      >
        <Icon name="search" size="s" />
        <Text className="clip">搜事项，比如「助餐补贴」</Text>
      </Press>
      <Chips className="mt1" label="哪一级公开" items={levels} value={level} onChange={setLevel} />
      <Chips label="办到哪一步" items={stages} value={stage} onChange={setStage} />
      <Loaded query={query} lines={9}>
        {list => {
          const sum = (of: 'entryCount' | 'overdueCount' | 'readCount') =>
            list.reduce((total, domain) => total + domain[of], 0);
          return (
            <>
              <View className="line base between wrap mt2">
                <Heading level={2} className="lead">
                  <Text>{list.length} 个领域</Text>
                  {sum('readCount') > 0 && <Text className="note"> 看得多的在前</Text>}
                </Heading>
                <Facts>
                  {`${sum('entryCount')} 项`}
                  {sum('overdueCount') > 0 ? <Text className="danger">逾期 {sum('overdueCount')}</Text> : '没有逾期'}
                </Facts>
              </View>
              <DomainGrid
                domains={byOpens(list)}
                level={level === 'all' ? undefined : level}
                stage={stage === 'all' ? undefined : stage}
              />
            </>
          );
        }}
      </Loaded>
      <Section title="还有这些">
        <View className="links">
          {links.map(link => (
            <Press key={link.text} role="link" className="link-tile" onPress={() => void open(link.page, link.params)}>
              <Icon name={link.icon} className="brand" />
              <Text>{link.text}</Text>
            </Press>
          ))}
        </View>
      </Section>
    </Page>
  );
}
