import { View } from '@tarojs/components';
import { BuildingFace } from '@/features/grid/building-face';
import { postersOf } from '@/features/grid/posters';
import { TakeDown } from '@/features/grid/take-down';
import { useDoor } from '@/features/grid/use-walk';
import { placeName } from '@/features/grid/words';
import { NotInPack, WorkPage } from '../work-page';
import { open } from '@/lib/navigation';
import { usePageParams } from '@/lib/page-params';
import { Card, Row } from '@/ui/card';

/** One building, as its face: tap a door to take its visit down. */
export default function BuildingPage() {
  const { id } = usePageParams();
  const { building, pack, outbox, walk } = useDoor(id, undefined);
  if (!building || !pack) {
    return (
      <WorkPage title="楼">
        <NotInPack />
      </WorkPage>
    );
  }
  const visited = building.doors.filter(({ isVisited }) => isVisited).length;
  return (
    <WorkPage title={placeName(building)}>
      <View className="note mt2">
        {building.doors.length} 户，去过 {visited} 户。点一扇门，记一次走访
      </View>
      <BuildingFace
        doors={building.doors}
        onOpen={door => void open('gridVisit', { building: building.id, door: door.id })}
      />
      <Card className="mt3 tight">
        <Row
          icon="plus"
          title="贴海报"
          detail="贴在这栋楼里，记下哪天揭"
          onPress={() => void open('gridPoster', { building: building.id })}
        />
      </Card>
      <TakeDown
        title="楼里贴着的"
        posters={postersOf(pack, outbox).filter(({ buildingId }) => buildingId === building.id)}
        walk={walk}
      />
    </WorkPage>
  );
}
