import { likenessKeys, pairsOf, shareOf } from './likeness';

const LONG = '我们小区的老人很多，腿脚不方便，希望助餐点就开在楼下的活动室里，走几步路就能吃上热饭，价格也不要太贵。';
const meet = (a: string, b: string) => likenessKeys('x', a).some(key => likenessKeys('x', b).includes(key));

test('likeness: the same words, with other signs, with a few more -> meet; of another consultation -> do not', () => {
  expect(meet(LONG, LONG.replace(/，/g, ' '))).toBe(true);
  expect(meet(LONG, `${LONG}谢谢！`)).toBe(true);
  expect(likenessKeys('y', LONG)).not.toEqual(likenessKeys('x', LONG));
});

test('likeness: hundreds of different sentences -> almost none meets the first', () => {
  const others = Array.from({ length: 400 }, (_, at) => {
    const letters = Array.from({ length: 30 }, (__, place) =>
      String.fromCharCode(0x4e00 + ((at * 97 + place * 31) % 3_000)),
    );
    return letters.join('');
  });
  expect(others.filter(other => meet(LONG, other)).length).toBeLessThan(4);
});

test('likeness: too few words -> like nothing', () => expect(likenessKeys('x', '同意。')).toEqual([]));

test('share: what the shorter has of the longer', () => {
  expect(shareOf(pairsOf('每月公布一次'), pairsOf('补贴每月公布一次为好'))).toBe(1);
  expect(shareOf(pairsOf('每月公布'), pairsOf('门口要坡道'))).toBe(0);
});
