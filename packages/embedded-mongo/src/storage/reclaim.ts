/** Frees the space of dropped collections and indexes, a piece at a time, so that a drop costs nothing at once. */
import { collectionRange, droppedPrefix, prefixOf, rangeOf } from './key-space';
import type { Store } from './store';

const pieceSize = 5000;

/** Removes one piece of what was dropped; resolves to false when nothing is left. */
export function reclaimPiece(store: Store): Promise<boolean> {
  const marks = rangeOf(droppedPrefix);
  if (store.live.range(marks.from, marks.to, false, 1).length === 0) return Promise.resolve(false);
  return store.write(() => {
    const mark = store.live.range(marks.from, marks.to, false, 1)[0];
    if (mark === undefined) return false;
    const collection = mark.key.readUInt32BE(6);
    const index = mark.key.readUInt16BE(10);
    const { from, to } = index === 0xffff ? collectionRange(collection) : rangeOf(prefixOf(collection, index));
    const piece = store.live.range(from, to, false, pieceSize);
    for (const { key } of piece) store.live.remove(key);
    if (piece.length < pieceSize) store.live.remove(mark.key);
    return true;
  });
}
