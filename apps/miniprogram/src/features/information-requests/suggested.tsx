import { View } from '@tarojs/components';
import type { Suggestion } from '@bandeng/contracts/types';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { back, open } from '@/lib/navigation';
import { Button } from '@/ui/button';
import { Card, Row } from '@/ui/card';
import { Marked } from '@/ui/text';
import { suggestions } from './api';
import type { StepProps } from './step-props';

const pages = { notice: 'notice', entry: 'entry', guide: 'guide' } as const;
const kinds = { notice: '已公开', entry: '目录事项', guide: '指南' } as const;

/** Offsets of the words that matched, for marking them. */
function marksOf(title: string, words: readonly string[]): [number, number][] {
  const spans = words.flatMap(word => {
    const at = title.toLowerCase().indexOf(word);
    return at < 0 ? [] : [[at, at + word.length] as [number, number]];
  });
  return spans.sort((a, b) => a[0] - b[0]);
}

/** What exists already (mock 10): shown before the form, never in its way. Whether it helped is counted, of nobody. */
export function Suggested({ text, noteUse }: { text: string; noteUse: StepProps['noteUse'] }) {
  const { data } = useQuery(suggestions(text));
  const [isOpened, setOpened] = useState(false);
  const items = data?.items ?? [];
  const isShown = items.length > 0;
  useEffect(() => {
    if (isShown) noteUse('shown');
  }, [isShown, noteUse]);
  if (!isShown) return null;
  const look = (item: Suggestion) => {
    setOpened(true);
    noteUse('opened');
    void open(pages[item.kind], { id: item.id });
  };
  return (
    <View className="mt3" role="region" aria-label="已经公开的">
      <View className="strong">这些已经公开，先看看是不是</View>
      <Card className="mt1 tight rows">
        {items.map(item => (
          <SuggestedRow key={`${item.kind}:${item.id}`} item={item} onPress={() => look(item)} />
        ))}
      </Card>
      {isOpened && (
        <Button
          look="quiet"
          onPress={() => {
            noteUse('found');
            void back();
          }}
        >
          找到了，不用申请了
        </Button>
      )}
    </View>
  );
}

const SuggestedRow = ({ item, onPress }: { item: Suggestion; onPress: () => void }) => (
  <Row
    title={<Marked text={item.title} highlights={marksOf(item.title, item.matched)} />}
    detail={[kinds[item.kind], item.detail].filter(Boolean).join('，')}
    onPress={onPress}
  />
);
