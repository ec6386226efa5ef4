const DIGITS = '零一二三四五六七八九';
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** 第二十三条 -> 23, 第105条 -> 105; 第三条之一 counts as 3. */
export function articleNumber(label: string): number {
  const written = /\d+|[一二三四五六七八九十百千零〇两]+/.exec(label)?.[0] ?? '';
  if (/^\d+$/.test(written)) return Number(written);
  let sum = 0;
  let digit = 0;
  for (const sign of written.replaceAll('〇', '零').replaceAll('两', '二')) {
    const unit = UNITS[sign];
    if (unit === undefined) digit = DIGITS.indexOf(sign);
    else {
      // 十二 is written without its one.
      sum += (digit || 1) * unit;
      digit = 0;
    }
  }
  return sum + digit;
}
