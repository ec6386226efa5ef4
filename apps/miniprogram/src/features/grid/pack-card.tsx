import { View } from '@tarojs/components';
import { dateOf, sayWhen } from '@bandeng/rules';
import { useEffect, useState } from 'react';
import { isAppKept } from '@/lib/app-shell';
import { isOnMobileData } from '@/lib/mobile-data';
import { open } from '@/lib/navigation';
import { isNearlyFull } from '@/lib/storage';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Dialog } from '@/ui/sheet';
import { NoticeBar, Tag } from '@/ui/tag';
import { walkDate, walkTime } from './contact';
import { downloadPack, hasText, itemsOf, type usePack } from './pack-store';

interface PackCardProps extends ReturnType<typeof usePack> {
  /** Loads the pages of the workbench, which are below the features. */
  loadPages: () => Promise<unknown>;
}

/** The pack of the walk: whether all is there, how old it is, and the way to a new one. */
export function PackCard({ pack, size, isOfThisVersion, progress, fault, loadPages }: PackCardProps) {
  const [isAsking, setAsking] = useState(false);
  const isKept = useKeptApp(pack);
  const isWhole = pack !== undefined && isOfThisVersion && itemsOf(pack).every(hasText);
  const isOld = pack !== undefined && dateOf(pack.madeAt) !== walkDate();
  const download = () => {
    setAsking(false);
    void downloadPack(loadPages);
  };
  const ask = async () => ((await isOnMobileData()) ? setAsking(true) : download());
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
          {isOfThisVersion ? '不全，出门前重新下载' : '板凳换了新版本，出门前重新下载'}
        </NoticeBar>
      )}
      {isWhole && !isKept && (
        <NoticeBar tone="wood" icon="alert" className="mt2">
          这个浏览器没把页面留在手机里。走完以前别关它，关了要有网才打得开
        </NoticeBar>
      )}
      {fault !== undefined && <Fault fault={fault} hasPack={pack !== undefined} />}
      {isNearlyFull() && (
        <NoticeBar tone="danger" icon="alert" className="mt2">
          手机快存满了。先到发件箱把记录送出去，不然新的记不下
        </NoticeBar>
      )}
      <View className="mt2" role="status">
        <Button look={isWhole && !isOld ? 'line' : 'filled'} icon="saved" block onPress={() => void ask()}>
          {progress ? `正在下载 ${progress.done}/${progress.total}` : pack ? '重新下载' : '下载走访包'}
        </Button>
      </View>
      <Dialog
        open={isAsking}
        title="没连 Wi-Fi，用流量下载？"
        confirm={{ text: '用流量下载', onPress: download }}
        cancel="连上 Wi-Fi 再下"
        onClose={() => setAsking(false)}
      >
        {size === undefined ? '第一次下载，多大还不知道。' : `上次下载的有 ${sayBytes(size)}。`}
      </Dialog>
    </Card>
  );
}

/** Whether the app itself stays on the phone; looked at again when a pack has come. */
function useKeptApp(pack: PackCardProps['pack']): boolean {
  const [isKept, setKept] = useState(true);
  useEffect(() => {
    let isHere = true;
    void isAppKept().then(found => isHere && setKept(found));
    return () => {
      isHere = false;
    };
  }, [pack]);
  return isKept;
}

const MEGA = 1024 * 1024;
const sayBytes = (bytes: number): string =>
  bytes < MEGA ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / MEGA).toFixed(1)} MB`;

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
