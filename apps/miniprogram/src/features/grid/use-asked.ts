import type { Asked } from '@bandeng/contracts/types';
import { usePack } from './pack-store';
import { afterTelling, tellingsIn } from './telling';
import { useWalk } from './use-walk';
import { doorName, placeName } from './words';

/** What people asked and what became of it, and whom to tell, with what waits in the outbox. */
export function useAsked() {
  const { asked, toTell } = usePack();
  const { outbox, walk } = useWalk();
  const waiting = tellingsIn(outbox.records.map(({ body }) => body.data));
  /** 槐影东里 1 号楼 1 单元 101 */
  const whereOf = ({ doorId }: Asked): string => {
    const building = walk.find(({ doors }) => doors.some(({ id }) => id === doorId));
    const door = building?.doors.find(({ id }) => id === doorId);
    return building && door ? `${placeName(building)} ${doorName(door)}` : '没有写门';
  };
  return { asked: afterTelling(asked, waiting, true), toTell: afterTelling(toTell, waiting), whereOf };
}
