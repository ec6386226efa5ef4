import { Text, View } from '@tarojs/components';
import { sayDate } from '@bandeng/rules';
import { Icon, type IconName } from '@/ui/icon';
import { Press } from '@/ui/press';
import { walkDate, walkTime } from './contact';
import { floorsOf, type WalkDoor } from './door-state';
import { doorName, reactionWords } from './words';

interface FaceProps {
  doors: readonly WalkDoor[];
  onOpen: (door: WalkDoor) => void;
}

/** A building as one stands before it: units side by side below each other, floors from the top down, a cell a door. */
export function BuildingFace({ doors, onOpen }: FaceProps) {
  const units = [...new Set(doors.map(({ unit }) => unit))];
  return (
    <>
      {units.map(unit => (
        <View key={unit ?? ''} className="face mt2" role="group" aria-label={unit ?? '这栋楼的门'}>
          {unit && <View className="face-unit strong">{unit}</View>}
          {floorsOf(doors.filter(door => door.unit === unit)).map(({ floor, doors: onFloor }) => (
            <View key={floor ?? ''} className="face-floor">
              {floor !== null && <View className="face-level note">{floor} 楼</View>}
              <View className="face-doors">
                {onFloor.map(door => (
                  <DoorCell key={door.id} door={door} onPress={() => onOpen(door)} />
                ))}
              </View>
            </View>
          ))}
        </View>
      ))}
    </>
  );
}

function DoorCell({ door, onPress }: { door: WalkDoor; onPress: () => void }) {
  const { icon, word, look } = stateOf(door);
  const when = door.last ? `${sayDate(door.last.on, walkTime())}${reactionWords[door.last.reaction].word}` : '';
  const said = [doorName(door), word, when, door.isWaiting ? '等着送' : ''].filter(Boolean).join('，');
  return (
    <Press className={`face-door ${look}`} label={said} onPress={onPress}>
      <Text className="strong">{door.number}</Text>
      <View className="line face-word">
        <Icon name={icon} size="xs" />
        <Text>{word}</Text>
      </View>
      {door.isWaiting && <Text className="face-word">等着送</Text>}
    </Press>
  );
}

/** Told apart by sign and word; the frame only helps. */
function stateOf({ last, due, isVisited, isWaiting }: WalkDoor): { icon: IconName; word: string; look: string } {
  if (!isWaiting && due !== null && due.on <= walkDate()) return { icon: 'clock', word: '该去了', look: 'due' };
  if (last === null || !isVisited) return { icon: 'building', word: '没去过', look: 'todo' };
  const { word, icon } = reactionWords[last.reaction];
  return { icon, word, look: 'done' };
}
