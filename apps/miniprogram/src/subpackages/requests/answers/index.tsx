import { View } from '@tarojs/components';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { sayDate } from '@bandeng/rules';
import { useState } from 'react';
import { publicAnswers } from '@/features/answers/api';
import { units } from '@/features/organization/api';
import { UnitSheet } from '@/features/organization/unit-sheet';
import { now } from '@/lib/clock';
import { open } from '@/lib/navigation';
import { usePageParams } from '@/lib/page-params';
import { Button } from '@/ui/button';
import { Row } from '@/ui/card';
import { SearchBox } from '@/ui/field';
import { List } from '@/ui/list';
import { Page } from '@/ui/page';
import { Chips } from '@/ui/tabs';
import { Facts } from '@/ui/text';

const SHOWN_YEARS = 5;

/** 答复选编: what others asked for and got, or why not, without names. */
export default function AnswersPage() {
  const params = usePageParams();
  const [typed, setTyped] = useState(params.q ?? '');
  const [asked, setAsked] = useState(params.q ?? '');
  const [year, setYear] = useState('all');
  const [unit, setUnit] = useState(params.unit);
  const [isChoosing, setChoosing] = useState(false);
  const filter = { ...(asked && { q: asked }), unit, ...(year !== 'all' && { year: Number(year) }) };
  const query = useInfiniteQuery(publicAnswers(filter));
  const thisYear = now().getFullYear();
  const years = Array.from({ length: SHOWN_YEARS }, (_, back) => String(thisYear - back));
  const { data: list = [] } = useQuery({ ...units(), enabled: unit !== undefined });
  const ask = (words: string) => setAsked(words.trim());
  return (
    <Page
      title="答复选编"
      isTitleHeading
      overlay={isChoosing && <UnitSheet value={unit} onChoose={setUnit} onClose={() => setChoosing(false)} />}
    >
      <View className="note mt1">别人申请公开的信息，答复可以给大家看的，去掉姓名放在这里</View>
      <View className="line mt2">
        <SearchBox value={typed} placeholder="搜别人要过的" onChange={setTyped} onSubmit={ask} />
        <Button look="filled" onPress={() => ask(typed)}>
          搜
        </Button>
      </View>
      <Chips
        className="mt1"
        label="哪一年答复的"
        items={[{ value: 'all', label: '全部年份' }, ...years.map(value => ({ value, label: `${value} 年` }))]}
        value={year}
        onChange={setYear}
      />
      <View className="line between wrap">
        <View className="note">{list.find(({ id }) => id === unit)?.name ?? '全部单位'}</View>
        <Button look="plain" icon="building" onPress={() => setChoosing(true)}>
          哪个单位答复的
        </Button>
      </View>
      <List
        key={JSON.stringify(filter)}
        query={query}
        label="答复选编"
        empty={{
          title: asked ? `没有找到「${asked}」` : '这里还没有',
          detail: '没有人要过的，可以自己申请',
          action: { text: '要信息', onPress: () => void open('requestForm', asked ? { about: asked } : {}) },
        }}
      >
        {({ id, title, kinds, unit: by, decidedOn }) => (
          <Row
            title={title}
            detail={
              <Facts className="">
                {kinds[0]?.label}
                {by.name}
                {sayDate(decidedOn, now())}
              </Facts>
            }
            onPress={() => void open('answer', { id })}
          />
        )}
      </List>
    </Page>
  );
}
