import { View } from '@tarojs/components';
import { sayDate, unsent } from '@bandeng/rules';
import { useState } from 'react';
import { walkTime } from '@/features/grid/contact';
import { campaignsFor, toSeeAgain, type SeeAgain } from '@/features/grid/door-state';
import { HardCases } from '@/features/grid/hard-cases';
import { PackCard } from '@/features/grid/pack-card';
import type { GridItem } from '@/features/grid/pack-store';
import { isToComeDown, postersOf } from '@/features/grid/posters';
import { TakeDown } from '@/features/grid/take-down';
import { useCardOfPage } from '@/features/grid/share-card';
import { TextSheet } from '@/features/grid/text-sheet';
import { useAsked } from '@/features/grid/use-asked';
import { useWalk } from '@/features/grid/use-walk';
import { doorName, placeName } from '@/features/grid/words';
import { loadPages } from '../load-pages';
import { WorkPage } from '../work-page';
import { open } from '@/lib/navigation';
import { Button } from '@/ui/button';
import { Card, Row, Section } from '@/ui/card';
import { Empty } from '@/ui/states';
import { Tag } from '@/ui/tag';

/** A screen of them; the rest on a tap. */
const FEW = 10;

const whyWords: Record<SeeAgain['due']['why'], string> = {
  follow_up: '说好再去',
  not_home: '上次不在家',
  regular: '到了走访的日子',
};

/** Today: what to bring, whom to see again, what waits to be sent. */
export default function TodayPage() {
  const { pack, walk, today, outbox, download } = useWalk();
  const [shown, setShown] = useState<GridItem>();
  useCardOfPage();
  const doors = walk.flatMap(building => building.doors);
  return (
    <WorkPage title="入户工作台" overlay={shown && <TextSheet item={shown} onClose={() => setShown(undefined)} />}>
      <PackCard pack={pack} {...download} loadPages={loadPages} />
      <OutboxRow outbox={outbox} />
      <HardCases />
      {pack && walk.length === 0 && (
        <Empty icon="building" title="还没有派楼给你" detail="问问街道，派好了再下载一次走访包" />
      )}
      {pack && walk.length > 0 && (
        <>
          <Card className="mt3 tight">
            <Row
              icon="building"
              title="去走楼"
              detail={`${walk.length} 栋楼，${doors.length} 户里去过 ${doors.filter(({ isVisited }) => isVisited).length} 户`}
              onPress={() => void open('gridBuildings')}
            />
          </Card>
          <Bring
            campaigns={[...new Set(walk.flatMap(({ areaId }) => campaignsFor(pack, areaId, today)))]}
            onShow={setShown}
          />
          <Tell />
          <TakeDown
            title="该揭的海报"
            posters={postersOf(pack, outbox).filter(poster => isToComeDown(poster, today))}
            walk={walk}
          />
          <Again found={toSeeAgain(walk, today)} />
          <AskedRow />
        </>
      )}
    </WorkPage>
  );
}

function OutboxRow({ outbox }: Pick<ReturnType<typeof useWalk>, 'outbox'>) {
  const waiting = unsent(outbox).length;
  const photos = outbox.records.filter(({ state }) => state === 'photos').length;
  const look = outbox.records.filter(({ state }) => state === 'look').length;
  return (
    <Card className="mt3 tight">
      <Row
        icon="inbox"
        title="发件箱"
        detail={waiting > 0 ? `${waiting} 条还没送到` : photos > 0 ? '文字都送到了，照片还在传' : '记下的都送到了'}
        value={look > 0 ? <Tag tone="danger" icon="alert">{`${look} 条要你看看`}</Tag> : undefined}
        onPress={() => void open('gridOutbox')}
      />
    </Card>
  );
}

/** Answers to bring to who has no WeChat. */
function Tell() {
  const { toTell, whereOf } = useAsked();
  const [isAll, setAll] = useState(false);
  if (toTell.length === 0) return null;
  return (
    <Section title="去告诉本人" note={`${toTell.length} 条答复`}>
      <Card className="tight rows">
        {toTell.slice(0, isAll ? undefined : FEW).map(one => (
          <Row
            key={one.id}
            icon="speaker"
            title={whereOf(one)}
            detail={one.told ? `${one.title}。上次没找到人` : one.title}
            onPress={() => void open('gridTell', { record: one.id })}
          />
        ))}
      </Card>
      {toTell.length > FEW && !isAll && (
        <Button look="plain" onPress={() => setAll(true)}>
          {`看全部 ${toTell.length} 条`}
        </Button>
      )}
    </Section>
  );
}

function AskedRow() {
  const { asked } = useAsked();
  return (
    <Card className="mt3 tight">
      <Row
        icon="comment"
        title="大家问了什么"
        detail={asked.length > 0 ? `近 90 天 ${asked.length} 条，办得怎样了` : '你代录、转交的，办得怎样了'}
        onPress={() => void open('gridAsked')}
      />
    </Card>
  );
}

interface BringProps {
  campaigns: ReturnType<typeof campaignsFor>;
  onShow: (item: GridItem) => void;
}

function Bring({ campaigns, onShow }: BringProps) {
  return (
    <Section title="今天送什么">
      {campaigns.length === 0 && <View className="note">现在没有要送的，照常走访</View>}
      {campaigns.map(({ id, title, to, items }) => (
        <Card key={id} className="mt2 tight rows">
          <View className="row-item">
            <View className="grow strong">{title}</View>
            <View className="note">到{sayDate(to, walkTime())}</View>
          </View>
          {items.map(item => (
            <Row
              key={item.id}
              icon={item.kind === 'notice' ? 'file' : 'bench'}
              title={item.title}
              detail={item.kind === 'notice' ? '通知，点开念给人听' : '征集，点开看草案'}
              onPress={() => onShow(item)}
            />
          ))}
        </Card>
      ))}
    </Section>
  );
}

function Again({ found }: { found: readonly SeeAgain[] }) {
  const [isAll, setAll] = useState(false);
  return (
    <Section title="再去看看" note={found.length > 0 ? `${found.length} 户` : undefined}>
      {found.length === 0 && <View className="note">没有约好的、没人在家的</View>}
      {found.length > 0 && (
        <Card className="tight rows">
          {found.slice(0, isAll ? undefined : FEW).map(({ building, door, due }) => (
            <Row
              key={door.id}
              title={`${placeName(building)} ${doorName(door)}`}
              detail={whyWords[due.why]}
              value={sayDate(due.on, walkTime())}
              onPress={() => void open('gridVisit', { building: building.id, door: door.id })}
            />
          ))}
        </Card>
      )}
      {found.length > FEW && !isAll && (
        <Button look="plain" onPress={() => setAll(true)}>
          {`看全部 ${found.length} 户`}
        </Button>
      )}
    </Section>
  );
}
