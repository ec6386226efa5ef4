import { View } from '@tarojs/components';
import type { GridPack } from '@bandeng/contracts/types';
import { dateOf, sayWhen } from '@bandeng/rules';
import { open } from '@/lib/navigation';
import { isNearlyFull } from '@/lib/storage';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { NoticeBar, Tag } from '@/ui/tag';
import { walkDate, walkTime } from './contact';
import { downloadPack, itemsOf, readText, type usePack } from './pack-store';

type PackCardProps = Omit<ReturnType<typeof usePack>, 'pack'> & { pack: GridPack | undefined };

/** The pack of the walk: whether all is there, how old it is, and the way to a new one. */
export function PackCard({ pack, isOfThisVersion, progress, fault }: PackCardProps) {
  const isWhole = pack !== undefined && isOfThisVersion && itemsOf(pack).every(item => readText(item) !== undefined);
  const isOld = pack !== undefined && dateOf(pack.madeAt) !== walkDate();
  return (
    <Card className="mt3">
      <View className="line between wrap">
        <View className="grow">
          <View className="strong">走访包</View>
          <View className="note">
            {pack ? `${sayWhen(pack.madeAt, walkTime())}下载的` : '楼、门、要送的正文，没有网也能用'}
          </View>
        </View>
        {isWhole && (
          <Tag tone={isOld ? 'wood' : 'ok'} icon={isOld ? 'clock' : 'check'}>
            {isOld ? '有网时换新的' : '可以出门了'}
          </Tag>
        )}
      </View>
      {pack && !isWhole && (
        <NoticeBar tone="wood" icon="alert" className="mt2">
          不全，出门前重新下载
        </NoticeBar>
      )}
      {fault !== undefined && <Fault fault={fault} hasPack={pack !== undefined} />}
      {isNearlyFull() && (
        <NoticeBar tone="danger" icon="alert" className="mt2">
          手机快存满了。先到发件箱把记录送出去，不然新的记不下
        </NoticeBar>
      )}
      <View className="mt2" role="status">
        <Button look={isWhole && !isOld ? 'line' : 'filled'} icon="saved" block onPress={() => void downloadPack()}>
          {progress ? `正在下载 ${progress.done}/${progress.total}` : pack ? '重新下载' : '下载走访包'}
        </Button>
      </View>
    </Card>
  );
}

function Fault({ fault, hasPack }: { fault: NonNullable<PackCardProps['fault']>; hasPack: boolean }) {
  const kept = hasPack ? '。原来的还在' : '';
  const isStranger = fault !== 'full' && fault.status === 403;
  const said =
    fault === 'full' ? '手机存满了，走访包放不下' : isStranger ? '这个微信号还没有绑网格员的岗位' : fault.title;
  return (
    <NoticeBar tone="danger" icon="alert" className="mt2">
      <View role="alert">
        {said}
        {kept}
      </View>
      {isStranger && (
        <Button look="plain" small icon="right" onPress={() => void open('staff')}>
          去绑定
        </Button>
      )}
    </NoticeBar>
  );
}
