/** Numbers that look random and are the same at every load: each name starts its own row of them. */
export interface Chance {
  /** A whole number from `low` to `high`, both included. */
  int: (low: number, high: number) => number;
  pick: <T>(items: readonly T[]) => T;
  /** `count` different items, in their order. */
  some: <T>(items: readonly T[], count: number) => T[];
}

export function chance(name: string): Chance {
  let state = 2_166_136_261;
  for (const letter of name) state = Math.imul(state ^ (letter.codePointAt(0) as number), 16_777_619) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const int = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  const pick = <T>(items: readonly T[]): T => items[int(0, items.length - 1)] as T;
  return {
    int,
    pick,
    some: (items, count) => {
      const left = items.map((item, index) => ({ item, index }));
      while (left.length > count) left.splice(int(0, left.length - 1), 1);
      return left.map(({ item }) => item);
    },
  };
}

const SURNAMES =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文';
const LAST = '兰祥芳成英国华强敏军平梅云霞秀刚勇杰娟涛明超琴玲丽辉鹏飞燕荣生根福珍贵林松柏清';

/** A masked name of a list: 周*兰, 何*. */
export function maskedName(luck: Chance): string {
  const surname = luck.pick([...SURNAMES]);
  return luck.int(1, 5) === 1 ? `${surname}*` : `${surname}*${luck.pick([...LAST])}`;
}

/** 41.68: ten thousand yuan with two figures behind the point, from a sum in yuan. */
export const wan = (yuan: number): string => (yuan / 10_000).toFixed(2);
/** 2,316 */
export const grouped = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ',');
