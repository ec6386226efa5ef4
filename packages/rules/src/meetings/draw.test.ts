import { createHash } from 'node:crypto';
import { drawOrder, isDrawTrue, seedCommitment } from './draw';

const seed = 'f1d2d2f924e986ac86fdf7b36c94bcdf32beec15';
const ids = Array.from({ length: 40 }, (_, at) => `sign-up-${at}`);

describe('draw', () => {
  test('order: by the hash of seed and id, as anybody computes it; the same whatever order they came in', () => {
    const expected = ids
      .map(id => ({ id, hash: createHash('sha256').update(`${seed}\n${id}`).digest('hex') }))
      .sort((a, b) => a.hash.localeCompare(b.hash));
    expect(drawOrder(seed, ids)).toEqual(expected);
    expect(drawOrder(seed, [...ids].reverse())).toEqual(expected);
  });

  test('another seed -> another order; one id more moves nobody past another', () => {
    const order = (text: string, of = ids) => drawOrder(text, of).map(({ id }) => id);
    expect(order('another')).not.toEqual(order(seed));
    expect(order(seed, [...ids, 'late']).filter(id => id !== 'late')).toEqual(order(seed));
  });

  test('check: true as it was drawn; not with places exchanged, nor with a seed that was not committed to', () => {
    const order = drawOrder(seed, ids).map(({ id }) => id);
    const seedHash = seedCommitment(seed);
    expect(isDrawTrue({ seed, seedHash, order })).toBe(true);
    expect(isDrawTrue({ seed, seedHash, order: [order[1]!, order[0]!, ...order.slice(2)] })).toBe(false);
    expect(isDrawTrue({ seed: 'another', seedHash, order: drawOrder('another', ids).map(({ id }) => id) })).toBe(false);
    expect(isDrawTrue({ seed, seedHash, order: [] })).toBe(true);
  });
});
