import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { decisions, decisionYears } from '@/features/consultations/api';
import { DecisionCard } from '@/features/consultations/decision-card';
import { usePageParams } from '@/lib/page-params';
import { List } from '@/ui/list';
import { Page } from '@/ui/page';
import { Chips } from '@/ui/tabs';

/** What the district means to decide this year, and where each item stands. */
export default function DecisionsPage() {
  const { year: asked } = usePageParams();
  const [year, setYear] = useState(asked);
  const query = useInfiniteQuery(decisions(year === undefined ? undefined : Number(year)));
  const years = useQuery(decisionYears()).data?.years ?? [];
  return (
    <Page title="年度决策目录" isTitleHeading>
      <View className="note mt2">每年要定的大事，谁来办、什么时候定，先列在这里。正在问的，点进去就能说。</View>
      {years.length > 1 && (
        <Chips
          label="哪一年"
          items={years.map(one => ({ value: String(one), label: `${one} 年` }))}
          value={year ?? String(years[0])}
          onChange={setYear}
        />
      )}
      <List
        query={query}
        label="决策事项"
        className="draft-list"
        empty={{ title: '还没有公布决策目录', detail: '公布以后，这里看得到每一项到哪一步了' }}
      >
        {decision => <DecisionCard decision={decision} />}
      </List>
    </Page>
  );
}
