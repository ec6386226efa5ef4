import { View } from '@tarojs/components';
import type { ConsultationDetail } from '@bandeng/contracts/types';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Row } from '@/ui/card';
import { List } from '@/ui/list';
import { Empty, Loaded } from '@/ui/states';
import { Chips } from '@/ui/tabs';
import { NoticeBar } from '@/ui/tag';
import { draftItems, wholeDraftItems } from './api';
import { DraftCard } from './draft-card';
import type { DraftItem, Place } from '@/lib/place';

type Shown = 'touched' | 'discussed' | 'all';

interface DraftListProps {
  consultation: ConsultationDetail;
  onSay: (place: Place) => void;
}

/** How many of the most discussed are worth a look. */
const mostDiscussed = 20;

/** The draft, what changed first. */
export function DraftList({ consultation, onSay }: DraftListProps) {
  const { changedCount, itemCount, state } = consultation;
  // Where everything is new, what changed is everything.
  const isMixed = changedCount > 0 && changedCount < itemCount;
  const [shown, setShown] = useState<Shown>(isMixed ? 'touched' : 'all');
  const isOpen = state === 'open';
  const chips = [
    ...(isMixed ? [{ value: 'touched' as const, label: `有改动 ${changedCount}` }] : []),
    { value: 'discussed' as const, label: '说得多的' },
    { value: 'all' as const, label: `全部 ${itemCount}` },
  ];
  const card = (item: DraftItem) => <DraftCard item={item} isOpen={isOpen} onSay={onSay} />;
  return (
    <>
      <NoticeBar tone="brand" icon="hand" className="mt3">
        {isOpen ? '点任何一行，就对那一行提意见' : '点任何一行，看大家对它怎么说'}
      </NoticeBar>
      <Chips className="mt1" label="看哪些" items={chips} value={shown} onChange={setShown} />
      {shown === 'discussed' ? (
        <Discussed id={consultation.id} card={card} />
      ) : (
        <Everything key={shown} id={consultation.id} touchedOnly={shown === 'touched'} card={card} />
      )}
      {isOpen && <Missing consultation={consultation} onSay={onSay} />}
    </>
  );
}

type DrawItem = (item: DraftItem) => ReactNode;

function Everything({ id, touchedOnly, card }: { id: string; touchedOnly: boolean; card: DrawItem }) {
  const query = useInfiniteQuery(draftItems(id, touchedOnly));
  return (
    <List query={query} label="草案" className="draft-list" empty={{ title: '这里没有内容' }}>
      {card}
    </List>
  );
}

function Discussed({ id, card }: { id: string; card: DrawItem }) {
  const query = useQuery(wholeDraftItems(id));
  return (
    <Loaded query={query} lines={9}>
      {items => {
        const discussed = items
          .filter(item => item.commentCount > 0)
          .sort((a, b) => b.commentCount - a.commentCount)
          .slice(0, mostDiscussed);
        if (discussed.length === 0)
          return <Empty icon="comment" title="还没有人说" detail="看「全部」，第一个说的人就是你" />;
        return (
          <View className="draft-list" role="list" aria-label="说得多的">
            {discussed.map(item => (
              <View key={item.id} className="row-wrap" role="listitem">
                {card(item)}
              </View>
            ))}
          </View>
        );
      }}
    </Loaded>
  );
}

/** An entry that should be in the catalog and is not. */
function Missing({ consultation, onSay }: DraftListProps) {
  if (consultation.draftKind !== 'entries') return null;
  return (
    <View className="card tight rows mt3">
      {consultation.domains.map(({ id, name }) => (
        <Row
          key={id}
          icon="plus"
          title="少了一项？"
          detail={`「${name}」里还该公开什么`}
          onPress={() => onSay({ target: { kind: 'addition', parentId: id }, label: '该增加的事项', of: name })}
        />
      ))}
    </View>
  );
}
