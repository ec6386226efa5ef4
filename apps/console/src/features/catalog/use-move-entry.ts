import type { EditionEntry } from '@bandeng/contracts/types';
import { App } from 'antd';
import { useRef, useState } from 'react';
import { api } from '../../lib/http';
import { sayRefusal } from '../../lib/use-act';
import { neighbourOf, type Direction } from './move-entry';
import { useEntryCache } from './use-edition-entries';

const WORDS: Readonly<Record<Direction, { done: string; end: string }>> = {
  up: { done: '上移了', end: '已经是这一组的第一项' },
  down: { done: '下移了', end: '已经是这一组的最后一项' },
};

/** One entry goes past its neighbour; `said` tells it to who does not see the table. */
export function useMoveEntry(
  editionId: string,
  { entries, isLoading }: { entries: readonly EditionEntry[]; isLoading: boolean },
) {
  const { message } = App.useApp();
  const cache = useEntryCache(editionId);
  const [said, setSaid] = useState('');
  const isMoving = useRef(false);

  async function move(entry: EditionEntry, direction: Direction): Promise<void> {
    // What is not read yet may stand beside it; and each step begins where the last one ended.
    if (isLoading || isMoving.current) return;
    const { done, end } = WORDS[direction];
    const past = neighbourOf(entries, entry, direction);
    if (!past) return setSaid(`“${entry.texts.name}”${end}`);
    const step = { direction, pastId: past.id };
    isMoving.current = true;
    try {
      const params = { id: editionId, entryId: entry.id };
      const moved = await api.call('staff.editions.moveEntry', { params, body: step });
      cache.step(moved, step);
      setSaid(`“${moved.texts.name}”${done}，现在的序号是 ${moved.number}`);
    } catch (refusal) {
      void message.error(sayRefusal(refusal), 6);
      await cache.readAgain();
    } finally {
      isMoving.current = false;
    }
  }
  return { move, said };
}
