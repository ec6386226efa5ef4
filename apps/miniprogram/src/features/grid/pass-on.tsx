import { View } from '@tarojs/components';
import { useMutation, useQuery } from '@tanstack/react-query';
import { asApiError } from '@bandeng/contracts/api-error';
import { useState } from 'react';
import { isWeapp } from '@/lib/env';
import { open } from '@/lib/navigation';
import { useReach } from '@/lib/online';
import { shareOnWeb } from '@/lib/share';
import { Button } from '@/ui/button';
import { Chips } from '@/ui/tabs';
import { Heading } from '@/ui/text';
import { toast } from '@/ui/toast';
import { usePack, type GridItem } from './pack-store';
import { PosterPicture } from './poster-picture';
import { useCard } from './share-card';
import { codeOf, keptCode } from './share-codes';

/**
 * Passes an item on to the people of a grid, each way under a code of its own: how often it is opened counts there. A code that was
 * asked for before also works without a network.
 */
export function PassOn({ item }: { item: GridItem }) {
  const areas = usePack().pack?.areas ?? [];
  const [chosen, setChosen] = useState<string>();
  const area = areas.find(({ id }) => id === chosen) ?? areas[0];
  if (!area) return null;
  return (
    <View className="mt3">
      <Heading level={3}>转给居民</Heading>
      {areas.length > 1 && (
        <Chips
          className="mt1"
          label="哪个网格的居民"
          items={areas.map(({ id, name }) => ({ value: id, label: name }))}
          value={area.id}
          onChange={setChosen}
        />
      )}
      <Ways key={area.id} item={item} area={area} />
    </View>
  );
}

function Ways({ item, area }: { item: GridItem; area: { id: string; name: string } }) {
  const isOnline = useReach() === 'online';
  const fetched = useQuery({
    queryKey: ['grid-code', item.id, area.id],
    queryFn: () => codeOf(item, area.id, 'chat'),
    enabled: isWeapp && isOnline,
  });
  const scene = fetched.data ?? keptCode(item, area.id, 'chat');
  useCard(item.title, scene);
  const failed = { onError: (error: unknown) => toast(asApiError(error).title, 'alert') };
  const link = useMutation({
    mutationFn: async () => shareOnWeb(item.title, 'shared', { scene: await codeOf(item, area.id, 'chat') }),
    onSuccess: said => said && toast(said, 'copy'),
    ...failed,
  });
  // In 朋友圈 the page itself is shared, from the corner of the screen: it is opened with the code in it.
  const moments = useMutation({
    mutationFn: async () => open(item.kind, { id: item.id, scene: await codeOf(item, area.id, 'moments') }),
    onSuccess: () => toast('点右上角的三个点，选“分享到朋友圈”'),
    ...failed,
  });
  const words = `转给${area.name}的居民`;
  const noCode = isOnline || scene !== undefined ? undefined : '没有网络，这个网格的码还没取到';
  return (
    <>
      <View className="mt2">
        {isWeapp && scene !== undefined ? (
          <Button block icon="share" openType="share">
            {words}
          </Button>
        ) : (
          <Button
            block
            icon="share"
            busy={link.isPending || fetched.isFetching}
            disabledBecause={noCode}
            onPress={() => link.mutate()}
          >
            {words}
          </Button>
        )}
      </View>
      {isWeapp && isOnline && (
        <View className="mt2">
          <Button block icon="up" busy={moments.isPending} onPress={() => moments.mutate()}>
            发朋友圈
          </Button>
        </View>
      )}
      {isOnline && <PosterPicture item={item} areaId={area.id} />}
    </>
  );
}
