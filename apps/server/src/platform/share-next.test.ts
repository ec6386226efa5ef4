import { findTogether } from './find-together';
import { shareNext } from './share-next';

/** Longer than a run waits for more callers. */
const gathered = () => new Promise(resolve => setTimeout(resolve, 30));

describe('shareNext', () => {
  test('callers during a run -> share one run that began after they asked', async () => {
    const begun: (() => void)[] = [];
    const run = shareNext(() => {
      const number = begun.length + 1;
      return new Promise<number>(resolve => begun.push(() => resolve(number)));
    });
    const first = [run(), run()];
    await gathered();
    const others = [run(), run(), run()];
    await gathered();
    expect(begun).toHaveLength(1);
    begun[0]!();
    expect(await Promise.all(first)).toEqual([1, 1]);
    await gathered();
    begun[1]!();
    expect(await Promise.all(others)).toEqual([2, 2, 2]);
    expect(begun).toHaveLength(2);
  });

  test('a run that fails -> fails its callers only', async () => {
    let count = 0;
    const run = shareNext(async () => {
      count += 1;
      if (count === 1) throw new Error('cut off');
      return Promise.resolve(count);
    });
    const first = run();
    await expect(first).rejects.toThrow('cut off');
    expect(await run()).toBe(2);
  });
});

describe('findTogether', () => {
  test('asked for side by side -> one query for all; each gets its own, null for what is not there', async () => {
    const asked: (readonly string[])[] = [];
    const find = findTogether<string>(ids => {
      asked.push(ids);
      return Promise.resolve(new Map(ids.filter(id => id !== 'nobody').map(id => [id, `record ${id}`])));
    });
    expect(await Promise.all([find('a'), find('b'), find('a'), find('nobody')])).toEqual([
      'record a',
      'record b',
      'record a',
      null,
    ]);
    expect(asked).toEqual([['a', 'b', 'nobody']]);
    expect(await find('a')).toBe('record a');
    expect(asked).toHaveLength(2);
  });
});
