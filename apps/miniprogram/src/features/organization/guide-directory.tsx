import { View } from '@tarojs/components';
import type { Guide } from '@bandeng/contracts/types';
import { useQuery } from '@tanstack/react-query';
import { open } from '@/lib/navigation';
import { Card, Row } from '@/ui/card';
import { Empty, Loaded } from '@/ui/states';
import { allGuides, units } from './api';

/** In the order of the units, which is the one of the district; a unit without a place comes last. */
export function inUnitOrder(guides: readonly Guide[], unitIds: readonly string[]): Guide[] {
  const placeOf = ({ unit }: Guide) => {
    const at = unitIds.indexOf(unit.id);
    return at < 0 ? unitIds.length : at;
  };
  return [...guides].sort((a, b) => placeOf(a) - placeOf(b));
}

/** 公开指南: one of each unit, found by the unit's name. */
export function GuideDirectory() {
  const guides = useQuery(allGuides('guide'));
  const { data: unitList = [], isPending } = useQuery(units());
  return (
    <Loaded query={isPending ? { ...guides, data: undefined } : guides} lines={9}>
      {list =>
        list.length === 0 ? (
          <Empty title="还没有公开" detail="到「问一问」里打电话问" />
        ) : (
          <Card className="tight rows">
            {inUnitOrder(
              list,
              unitList.map(({ id }) => id),
            ).map(({ id, unit, office }) => (
              <View key={id} className="row-wrap">
                <Row
                  title={unit.name}
                  detail={office && `电话 ${office.phone}`}
                  onPress={() => void open('guide', { id })}
                />
              </View>
            ))}
          </Card>
        )
      }
    </Loaded>
  );
}
