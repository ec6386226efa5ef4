import { View } from '@tarojs/components';
import { useState } from 'react';
import type { WalkBuilding } from '@/features/grid/door-state';
import { useWalk } from '@/features/grid/use-walk';
import { movedUp, rememberOrder, useWalkOrder } from '@/features/grid/walk-order';
import { placeName } from '@/features/grid/words';
import { NotInPack, WorkPage } from '../work-page';
import { open } from '@/lib/navigation';
import { Button } from '@/ui/button';
import { Card, Row, Section } from '@/ui/card';
import { Tag } from '@/ui/tag';
import { toast } from '@/ui/toast';

/** The buildings of one's grids in the order one walks them. */
export default function BuildingsPage() {
  const { pack, walk, today } = useWalk();
  const [isOrdering, setOrdering] = useState(false);
  const grids = [...new Set(walk.map(({ areaId }) => areaId))];
  const nameOf = (id: string) => pack?.areas.find(area => area.id === id)?.name ?? '派给你的楼';
  return (
    <WorkPage title="楼">
      {walk.length === 0 && <NotInPack />}
      {walk.length > 1 && <OrderButtons isOrdering={isOrdering} onChange={setOrdering} />}
      {grids.map(grid => {
        const buildings = walk.filter(({ areaId }) => areaId === grid);
        return (
          <Section key={grid} title={nameOf(grid)} note={`${buildings.length} 栋`}>
            <Card className="tight rows">
              {buildings.map((building, at) =>
                isOrdering ? (
                  <OrderRow key={building.id} building={building} walk={walk} isFirst={at === 0} />
                ) : (
                  <BuildingRow key={building.id} building={building} today={today} />
                ),
              )}
            </Card>
          </Section>
        );
      })}
    </WorkPage>
  );
}

const save = (order: readonly string[]) => {
  if (!rememberOrder(order)) toast('手机存满了，顺序没有记住', 'alert');
};

interface OrderButtonsProps {
  isOrdering: boolean;
  onChange: (isOrdering: boolean) => void;
}

function OrderButtons({ isOrdering, onChange }: OrderButtonsProps) {
  const order = useWalkOrder();
  if (!isOrdering)
    return (
      <Button look="plain" icon="list" onPress={() => onChange(true)}>
        改走的顺序
      </Button>
    );
  return (
    <View className="line wrap">
      <Button icon="check" onPress={() => onChange(false)}>
        就按这个走
      </Button>
      {order.length > 0 && (
        <Button look="plain" onPress={() => save([])}>
          换回街道排的
        </Button>
      )}
    </View>
  );
}

interface OrderRowProps {
  building: WalkBuilding;
  walk: readonly WalkBuilding[];
  /** Of its grid: one grid is walked after the other. */
  isFirst: boolean;
}

function OrderRow({ building, walk, isFirst }: OrderRowProps) {
  const name = placeName(building);
  const ids = walk.map(({ id }) => id);
  return (
    <View className="row-item">
      <View className="grow row-title">{name}</View>
      {!isFirst && (
        <Button icon="up" label={`${name}，先走一栋`} onPress={() => save(movedUp(ids, building.id))}>
          先走
        </Button>
      )}
    </View>
  );
}

function BuildingRow({ building, today }: { building: WalkBuilding; today: string }) {
  const { id, doors } = building;
  const visited = doors.filter(({ isVisited }) => isVisited).length;
  const due = doors.filter(door => door.due !== null && door.due.on <= today).length;
  return (
    <Row
      icon="building"
      title={placeName(building)}
      detail={`${doors.length} 户，去过 ${visited} 户`}
      value={<Standing due={due} isDone={visited === doors.length} />}
      onPress={() => void open('gridBuilding', { id })}
    />
  );
}

function Standing({ due, isDone }: { due: number; isDone: boolean }) {
  if (due > 0) return <Tag tone="wood" icon="clock">{`${due} 户该去了`}</Tag>;
  if (!isDone) return null;
  return (
    <Tag tone="ok" icon="check">
      走完了
    </Tag>
  );
}
