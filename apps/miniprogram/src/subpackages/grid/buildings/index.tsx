import type { WalkBuilding } from '@/features/grid/door-state';
import { useWalk } from '@/features/grid/use-walk';
import { placeName } from '@/features/grid/words';
import { NotInPack, WorkPage } from '../work-page';
import { open } from '@/lib/navigation';
import { Card, Row, Section } from '@/ui/card';
import { Tag } from '@/ui/tag';

/** The buildings of one's grids in the order of the walk. */
export default function BuildingsPage() {
  const { pack, walk, today } = useWalk();
  const grids = [...new Set(walk.map(({ areaId }) => areaId))];
  const nameOf = (id: string) => pack?.areas.find(area => area.id === id)?.name ?? '派给你的楼';
  return (
    <WorkPage title="楼">
      {walk.length === 0 && <NotInPack />}
      {grids.map(grid => {
        const buildings = walk.filter(({ areaId }) => areaId === grid);
        return (
          <Section key={grid} title={nameOf(grid)} note={`${buildings.length} 栋`}>
            <Card className="tight rows">
              {buildings.map(building => (
                <BuildingRow key={building.id} building={building} today={today} />
              ))}
            </Card>
          </Section>
        );
      })}
    </WorkPage>
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
