import { View } from '@tarojs/components';
import type { Suggestion } from '@bandeng/contracts/types';
import { useQuery } from '@tanstack/react-query';
import { open } from '@/lib/navigation';
import { Card, Row } from '@/ui/card';
import { Marked } from '@/ui/text';
import { suggestions } from './api';

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

/** What exists already (mock 10): shown before the form, never in its way. */
export function Suggested({ text }: { text: string }) {
  const { data } = useQuery(suggestions(text));
  const items = data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <View className="mt3" role="region" aria-label="已经公开的">
      <View className="strong">这些已经公开，先看看是不是</View>
      <Card className="mt1 tight rows">
        {items.map(item => (
          <SuggestedRow key={`${item.kind}:${item.id}`} item={item} />
        ))}
      </Card>
    </View>
  );
}

const SuggestedRow = ({ item }: { item: Suggestion }) => (
  <Row
    title={<Marked text={item.title} highlights={marksOf(item.title, item.matched)} />}
    detail={[kinds[item.kind], item.detail].filter(Boolean).join('，')}
    onPress={() => void open(pages[item.kind], { id: item.id })}
  />
);
