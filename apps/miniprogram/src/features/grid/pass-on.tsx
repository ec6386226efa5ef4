import { View } from '@tarojs/components';
import { useMutation } from '@tanstack/react-query';
import { asApiError } from '@bandeng/contracts/api-error';
import { api } from '@/lib/api';
import { useReach } from '@/lib/online';
import { shareOnWeb } from '@/lib/share';
import { Button } from '@/ui/button';
import { toast } from '@/ui/toast';
import { usePack, type GridItem } from './pack-store';

/** Passes an item on to the people of a grid, under the code of that grid: how often it is opened counts there. Needs a network. */
export function PassOn({ item }: { item: GridItem }) {
  const { pack } = usePack();
  const isOnline = useReach() === 'online';
  const passOn = useMutation({
    mutationFn: async (areaId: string) => {
      const { kind, id, title } = item;
      const { code } = await api.call('grid.shares.create', { body: { item: { kind, id }, areaId, channel: 'chat' } });
      return shareOnWeb(title, 'shared', { scene: code });
    },
    onSuccess: said => said && toast(said, 'copy'),
    onError: error => toast(asApiError(error).title, 'alert'),
  });
  if (!isOnline || !pack) return null;
  return (
    <>
      {pack.areas.map(({ id, name }) => (
        <View key={id} className="mt2">
          <Button block icon="share" busy={passOn.isPending} onPress={() => passOn.mutate(id)}>
            转给{name}的居民
          </Button>
        </View>
      ))}
    </>
  );
}
