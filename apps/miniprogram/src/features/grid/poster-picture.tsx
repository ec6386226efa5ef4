import { Image, View } from '@tarojs/components';
import { useMutation } from '@tanstack/react-query';
import { asApiError } from '@bandeng/contracts/api-error';
import { fetchPoster } from '@/lib/files';
import { keepPicture } from '@/lib/save-file';
import { Button } from '@/ui/button';
import { toast } from '@/ui/toast';
import type { GridItem } from './pack-store';

/** The poster of a thing as a picture, under a code of its own: looked at, then kept on the phone to be sent or printed. */
export function PosterPicture({ item, areaId }: { item: GridItem; areaId: string }) {
  const { kind, id, title } = item;
  const poster = useMutation({
    mutationFn: () => fetchPoster({ kind, id, areaId }),
    onError: error => toast(asApiError(error).title, 'alert'),
  });
  const path = poster.data;
  const keep = async (found: string) => toast(await keepPicture(found, `${title}.png`));
  return (
    <View className="mt2">
      {path === undefined ? (
        <Button block icon="file" busy={poster.isPending} onPress={() => poster.mutate()}>
          做成海报图片
        </Button>
      ) : (
        <>
          <Image className="block-image" mode="widthFix" src={path} aria-label={`海报：${title}，带扫码打开的码`} />
          <View className="mt2">
            <Button block look="filled" icon="saved" onPress={() => void keep(path)}>
              存下来
            </Button>
          </View>
        </>
      )}
    </View>
  );
}
