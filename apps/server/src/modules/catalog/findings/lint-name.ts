const LONGEST = 40;
/** Names that do not say what is public. */
const VAGUE = /^(?:其他|其它|其余|另外)|^(?:相关|有关|各类|各项)?(?:信息|情况|事项|内容|材料|工作)$|(?:等|等等)$/;
const SERIAL = /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．])/;
const ENDING = /[，。；：、,.;:]$/;
const PAIRS = [
  ['（', '）'],
  ['(', ')'],
  ['《', '》'],
  ['“', '”'],
] as const;

const count = (text: string, sign: string): number => text.split(sign).length - 1;

/**
 * What is wrong with the name of an entry, as sentences; empty when nothing is.
 * @param path what stands above it
 */
export function lintName(name: string, path: readonly string[]): string[] {
  const faults: string[] = [];
  if ([...name].length > LONGEST) faults.push(`名称超过 ${LONGEST} 个字，居民读不完`);
  if (VAGUE.test(name)) faults.push('名称太笼统，看不出公开什么');
  if (SERIAL.test(name)) faults.push('名称带着序号，序号另有一栏');
  if (ENDING.test(name)) faults.push('名称末尾有标点');
  if (/[(),;:?!]/.test(name)) faults.push('名称里有半角的标点，请用全角的');
  if (/\s{2,}|^\s|\s$|[\p{Script=Han}]\s+[\p{Script=Han}]/u.test(name)) faults.push('名称里有多余的空格');
  if (PAIRS.some(([left, right]) => count(name, left) !== count(name, right))) faults.push('名称里的括号或引号不成对');
  if (path.at(-1) === name) faults.push('和上级事项同名');
  return faults;
}
