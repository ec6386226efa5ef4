import { Text, View } from '@tarojs/components';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { forgetSearches, recentSearches, rememberSearch, suggestions } from '@/features/search/api';
import { SearchResults } from '@/features/search/search-results';
import { usePageParams } from '@/lib/page-params';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { SearchBox } from '@/ui/field';
import { Icon } from '@/ui/icon';
import { Page } from '@/ui/page';
import { Press } from '@/ui/press';
import { Empty } from '@/ui/states';

/** Typing pauses this long before words are suggested. */
const pause = 250;

function usePaused(value: string): string {
  const [paused, setPaused] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(value), pause);
    return () => clearTimeout(timer);
  }, [value]);
  return paused;
}

/** One box over everything that is public. */
export default function SearchPage() {
  const params = usePageParams();
  const [typed, setTyped] = useState(params.q ?? '');
  const [asked, setAsked] = useState(params.q ?? '');
  const ask = (words: string) => {
    const q = words.trim();
    setTyped(q);
    setAsked(q);
    if (q) rememberSearch(q);
  };
  return (
    <Page title="搜索" isTitleHeading>
      <View className="line mt1">
        <SearchBox
          value={typed}
          focus
          placeholder="搜政策、名单、办事"
          onChange={value => {
            setTyped(value);
            setAsked('');
          }}
          onSubmit={ask}
        />
        <Button look="filled" onPress={() => ask(typed)}>
          搜
        </Button>
      </View>
      {asked ? <SearchResults q={asked} from={params.kind} /> : <Words typed={typed} onAsk={ask} />}
    </Page>
  );
}

/** While typing: words to go on with; before: what was searched on this phone. */
function Words({ typed, onAsk }: { typed: string; onAsk: (words: string) => void }) {
  const paused = usePaused(typed.trim());
  const query = useQuery({ ...suggestions(paused), enabled: paused !== '' });
  const [recent, setRecent] = useState(recentSearches);
  const words = paused === '' ? recent : (query.data?.items ?? []);
  if (words.length === 0) {
    if (typed !== '') return null;
    return (
      <Empty icon="search" title="写几个字就行" detail="政策、名单、补贴、办事都能搜；有文号、索引号，也能直接搜" />
    );
  }
  return (
    <>
      <Card className="mt3 tight rows" label={paused === '' ? '最近搜过' : '你可能想搜'}>
        {words.map(word => (
          <View key={word} className="row-wrap">
            <Press className="row-item" onPress={() => onAsk(word)}>
              <Icon name={paused === '' ? 'clock' : 'search'} size="s" />
              <Text className="grow">{word}</Text>
            </Press>
          </View>
        ))}
      </Card>
      {paused === '' && (
        <View className="center mt2">
          <Button
            look="plain"
            onPress={() => {
              forgetSearches();
              setRecent([]);
            }}
          >
            不留搜索记录
          </Button>
        </View>
      )}
    </>
  );
}
