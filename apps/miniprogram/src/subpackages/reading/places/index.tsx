import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { places } from '@/features/organization/api';
import { PlaceCard } from '@/features/organization/place-card';
import { usePreferences } from '@/lib/preferences';
import { List } from '@/ui/list';
import { Page } from '@/ui/page';
import { Chips } from '@/ui/tabs';
import { Heading } from '@/ui/text';

/** 查阅点: where papers can be read in person. */
export default function PlacesPage() {
  const { area } = usePreferences();
  const [where, setWhere] = useState<'near' | 'all'>(area ? 'near' : 'all');
  const query = useInfiniteQuery(places(where === 'near' ? area?.id : undefined));
  return (
    <Page title="查阅点">
      <Heading level={1}>到这里可以看</Heading>
      {area && (
        <Chips
          label="哪里的"
          items={[
            { value: 'near', label: area.name },
            { value: 'all', label: '全区' },
          ]}
          value={where}
          onChange={setWhere}
        />
      )}
      <List
        query={query}
        label="查阅点"
        className=""
        empty={{
          title: '这里还没有查阅点',
          detail: '看看全区的',
          ...(where === 'near' ? { action: { text: '看全区的', onPress: () => setWhere('all') } } : {}),
        }}
      >
        {place => <PlaceCard place={place} />}
      </List>
    </Page>
  );
}
