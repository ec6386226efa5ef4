import { candidateOf, suggestEntries } from './suggest-entries';

const entry = (name: string, path: string[] = [], basis: string[] = ['《政府信息公开条例》']) =>
  candidateOf({ entryId: name, name, path, basis });
const candidates = [
  entry('损坏城市树木花草', ['绿化管理'], ['《城市绿化条例》']),
  entry('占用城市绿地', ['绿化管理'], ['《城市绿化条例》']),
  entry('食品经营许可', ['食品药品监管']),
  entry('行政处罚', ['排污许可']),
];
const suggested = (name: string, basis: string | null = null) =>
  suggestEntries({ name, basis }, candidates).map(({ id }) => id);

describe('suggestEntries', () => {
  test('the name said in other words -> that entry first', () => {
    expect(suggested('对损坏城市树木花草的处罚')[0]).toBe('损坏城市树木花草');
    expect(suggested('食品经营许可核发')[0]).toBe('食品经营许可');
  });

  test('an item that names what stands above and the entry -> found too', () => {
    expect(suggested('排污许可行政处罚')).toContain('行政处罚');
  });

  test('nothing alike -> nothing suggested', () => {
    expect(suggested('养犬登记')).toEqual([]);
  });

  test('a law in common -> counts; the regulation that all name -> does not', () => {
    const score = (basis: string | null) =>
      suggestEntries({ name: '占用城市绿地审批', basis }, candidates).find(({ id }) => id === '占用城市绿地')?.score ??
      0;
    expect(score('《城市绿化条例》第十九条')).toBeCloseTo(score(null) + 0.1, 5);
    expect(score('《政府信息公开条例》')).toBe(score(null));
  });

  test('more than three fit -> the likeliest three', () => {
    const many = Array.from({ length: 6 }, (_, at) => entry(`公租房申请${'一二三四五六'[at]}`));
    const found = suggestEntries({ name: '公租房申请二', basis: null }, many);
    expect(found).toHaveLength(3);
    expect(found[0]).toMatchObject({ id: '公租房申请二', score: 1 });
  });
});
