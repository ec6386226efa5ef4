import { limits } from '@bandeng/contracts/routes';
import { fitted, withPoint } from './pen';

const PAD = { width: 350, height: 175 };
const drawn = (...points: [number, number][]) =>
  points.reduce<number[]>((stroke, [x, y]) => withPoint(stroke, { x, y }, PAD), []);

describe('a line of the pen', () => {
  it('on a pad of any size -> whole numbers from 0 to 1000, and what leaves the pad at its edge', () => {
    expect(drawn([0, 0], [175, 87.5], [350, 175])).toEqual([0, 0, 500, 500, 1000, 1000]);
    expect(drawn([-40, 20], [400, 900])).toEqual([0, 114, 1000, 1000]);
    expect(withPoint([], { x: 350, y: 10 }, { width: 700, height: 350 })).toEqual([500, 29]);
  });

  it('a hand that trembles on the spot -> one point; a finger’s breadth on -> the next', () => {
    const trembling = Array.from({ length: 50 }, (_, at): [number, number] => [100 + (at % 2), 50 + (at % 2)]);
    expect(drawn(...trembling)).toHaveLength(2);
    expect(drawn(...trembling, [104, 50])).toHaveLength(4);
  });
});

describe('as much as may be sent', () => {
  it('a name -> as it was written', () => {
    const name = [drawn([10, 10], [90, 20]), drawn([50, 5], [50, 90])];
    expect(fitted(name)).toEqual(name);
  });

  it('scribbled for a minute -> fewer points, every line with its first and its last', () => {
    const strokes = Array.from({ length: 20 }, (_, line) => Array.from({ length: 501 }, (_, at) => [at, line]).flat());
    const kept = fitted(strokes);
    expect(kept.flat().length).toBeLessThanOrEqual(limits.signatureNumbers);
    expect(kept.flat().length).toBeGreaterThan(limits.signatureNumbers / 4);
    expect(kept.map(line => [...line.slice(0, 2), ...line.slice(-2)])).toEqual(
      strokes.map(line => [...line.slice(0, 2), ...line.slice(-2)]),
    );
  });

  it('dots without end -> no more lines than may be sent', () => {
    expect(fitted(Array.from({ length: 900 }, () => [1, 1]))).toHaveLength(limits.signatureStrokes);
  });
});
