import { View } from '@tarojs/components';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { columns as columnsQuery, noticeList } from '@/features/notices/api';
import type { NoticeFilter } from '@/features/notices/api';
import { FilterSheet } from '@/features/notices/filter-sheet';
import { NoticeList } from '@/features/notices/notice-list';
import { isKind, kindWords, stageWords } from '@/features/notices/words';
import { units } from '@/features/organization/api';
import { UnitSheet } from '@/features/organization/unit-sheet';
import { now } from '@/lib/clock';
import { usePageParams } from '@/lib/page-params';
import { usePreferences } from '@/lib/preferences';
import { sayDate } from '@bandeng/rules';
import { Button } from '@/ui/button';
import { Page } from '@/ui/page';
import { Chips } from '@/ui/tabs';
import { Facts, Heading } from '@/ui/text';

/** Everything that is public, by column and filters, newest first. */
export default function NoticesPage() {
  const { column, area, unit, domain, kind: asked } = usePageParams();
  const kind = isKind(asked) ? asked : undefined;
  const [filter, setFilter] = useState<NoticeFilter>({ column, area, unit, domain, kind });
  const [sheet, setSheet] = useState<'filter' | 'unit'>();
  const columns = useQuery(columnsQuery());
  const all = columns.data ?? [];
  const tops = all.filter(one => one.parentId === null);
  const chosen = all.find(one => one.id === filter.column);
  const top = chosen?.parentId ?? chosen?.id ?? 'all';
  const { area: mine } = usePreferences();
  const { data: unitList = [] } = useQuery({ ...units(), enabled: filter.unit !== undefined });
  const unitName = unitList.find(({ id }) => id === filter.unit)?.name;
  return (
    <Page
      title="公开信息"
      overlay={
        <>
          <FilterSheet
            open={sheet === 'filter'}
            filter={filter}
            columns={all}
            unitName={unitName}
            onChange={setFilter}
            onPickUnit={() => setSheet('unit')}
            onClose={() => setSheet(undefined)}
          />
          {sheet === 'unit' && (
            <UnitSheet
              value={filter.unit}
              onChoose={chosenUnit => setFilter({ ...filter, unit: chosenUnit })}
              onClose={() => setSheet(undefined)}
            />
          )}
        </>
      }
    >
      <Heading level={1}>{chosen?.name ?? '最新公开'}</Heading>
      {tops.length > 0 && (
        <Chips
          className="mt1"
          label="栏目"
          items={[{ value: 'all', label: '全部' }, ...tops.map(one => ({ value: one.id, label: one.name }))]}
          value={top}
          onChange={value => setFilter({ ...filter, column: value === 'all' ? undefined : value })}
        />
      )}
      <View className="line between wrap">
        <Facts>
          {filter.area ? (filter.area === mine?.id ? mine.name : '一个地方的') : '全区'}
          {unitName ?? ''}
          {filter.kind ? kindWords[filter.kind] : ''}
          {filter.stage ? stageWords[filter.stage] : ''}
          {filter.from ? `${sayDate(filter.from, now())}以后` : ''}
        </Facts>
        <Button look="plain" icon="list" onPress={() => setSheet('filter')}>
          只看哪些
        </Button>
      </View>
      <NoticeList
        query={noticeList(filter)}
        empty={{
          title: '这里还没有',
          detail: '换个栏目，或者看全区的',
          action: { text: '看全部', onPress: () => setFilter({}) },
        }}
      />
    </Page>
  );
}
