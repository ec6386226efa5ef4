import { View } from '@tarojs/components';
import type { SearchHit } from '@bandeng/contracts/types';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { now } from '@/lib/clock';
import { open } from '@/lib/navigation';
import { sayDate } from '@bandeng/rules';
import { List } from '@/ui/list';
import { Press } from '@/ui/press';
import { NoticeBar, Tag } from '@/ui/tag';
import { Chips } from '@/ui/tabs';
import { Facts, Marked } from '@/ui/text';
import { searchHits } from './api';
import type { SearchKind } from './api';

const kinds: readonly { value: SearchKind | 'all'; label: string }[] = [
  { value: 'all', label: '全部' },
  { value: 'notice', label: '公开信息' },
  { value: 'entry', label: '事项' },
  { value: 'consultation', label: '征集' },
  { value: 'survey', label: '问卷' },
  { value: 'meeting', label: '会议' },
  { value: 'enquiry', label: '民声' },
  { value: 'answer', label: '答复' },
  { value: 'guide', label: '指南' },
];
const kindWords: Record<SearchHit['kind'], string> = {
  notice: '公开',
  entry: '事项',
  consultation: '征集',
  survey: '问卷',
  meeting: '会议',
  enquiry: '民声',
  answer: '答复',
  guide: '指南',
};

/** Where one came from stands first: a row of chips is wider than a phone. */
const startingWith = (from: string | undefined) => [
  ...kinds.filter(({ value }) => value === from),
  ...kinds.filter(({ value }) => value !== from),
];

/** What was found, with the words marked; and a way on when nothing was. `from`: the kind of what one came from is looked for first. */
export function SearchResults({ q, from }: { q: string; from?: string | undefined }) {
  const [kind, setKind] = useState(() => kinds.find(({ value }) => value === from)?.value ?? 'all');
  const query = useInfiniteQuery(searchHits(q, kind === 'all' ? undefined : kind));
  const cut = (query.data?.pages[0] as { cut?: boolean } | undefined)?.cut === true;
  return (
    <>
      <Chips className="mt1" label="找哪一类" items={startingWith(from)} value={kind} onChange={setKind} />
      {cut && <NoticeBar className="mt1">找到的太多，只比了最新的一批。加几个字会更准。</NoticeBar>}
      <View className="mt1">
        <List
          query={query}
          label="找到的"
          empty={{
            title: `没有找到「${q}」`,
            ...(kind === 'enquiry'
              ? {
                  detail: '换个说法试试；没有人问过的，可以留言',
                  action: { text: '留言', onPress: () => void open('enquiryForm') },
                }
              : {
                  detail: '换个说法试试；公开里没有的，可以申请公开',
                  action: { text: '要信息', onPress: () => void open('requestForm', { about: q }) },
                }),
          }}
        >
          {hit => <HitRow hit={hit} />}
        </List>
      </View>
    </>
  );
}

/** The server's detail is for every reader of the API: 区民政局 · 2026-10-09. People say 10月9日. */
const factsOf = ({ detail }: SearchHit) =>
  detail.split(' · ').map(fact => (/^\d{4}-\d\d-\d\d$/.test(fact) ? sayDate(fact, now()) : fact));

function HitRow({ hit }: { hit: SearchHit }) {
  return (
    <Press role="link" className="row-item block-row" onPress={() => void open(hit.kind, { id: hit.id })}>
      <View className="row-title">
        <Marked {...hit.title} />
      </View>
      {hit.excerpt.text && (
        <View className="note mt1">
          <Marked {...hit.excerpt} />
        </View>
      )}
      <View className="line wrap note mt1">
        <Tag tone={hit.kind === 'consultation' ? 'wood' : 'plain'}>{kindWords[hit.kind]}</Tag>
        <Facts>{factsOf(hit)}</Facts>
      </View>
    </Press>
  );
}
