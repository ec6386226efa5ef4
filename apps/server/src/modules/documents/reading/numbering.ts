import { childOf, elementsOf, findAll, NO_ELEMENT, type XmlElement } from './xml';

/** A paragraph's number as its reader sees it. */
export interface Label {
  /** 第三条, (二), 1.2 …; empty for a bullet. */
  text: string;
  isBullet: boolean;
  /** Its place in a plain list 1. 2. 3.; null when the number says more than that. */
  plain: number | null;
}
export interface Numbering {
  /** Counts on and gives the number of the next paragraph of this list. */
  next(listId: string, level: number): Label | null;
}

interface Level {
  start: number;
  format: string;
  text: string;
}

const valueOf = (element: XmlElement | undefined, name: string): string | undefined =>
  childOf(element, name)?.attributes.val;
const PLAIN = /^[（(]?%1[）).．、]?$/;

/** Word numbers paragraphs by itself: 第一条 stands nowhere in the text, and is part of what it says all the same. */
export function readNumbering(part: XmlElement | undefined): Numbering {
  const abstracts = new Map(
    findAll(part ?? NO_ELEMENT, 'abstractNum').map(element => [
      element.attributes.abstractNumId ?? '',
      levelsOf(element),
    ]),
  );
  const lists = new Map(
    elementsOf(part ?? NO_ELEMENT)
      .filter(({ name }) => name === 'num')
      .map(element => {
        const abstractId = valueOf(element, 'abstractNumId') ?? '';
        const overrides = findAll(element, 'lvlOverride');
        const starts = new Map(
          overrides.flatMap(override => {
            const start = valueOf(override, 'startOverride');
            return start === undefined ? [] : [[Number(override.attributes.ilvl), Number(start)] as const];
          }),
        );
        // A list that starts anew counts for itself; others of one kind go on where the last one stopped.
        const counter = starts.size > 0 ? `own ${element.attributes.numId}` : abstractId;
        return [element.attributes.numId ?? '', { abstractId, starts, counter }] as const;
      }),
  );
  const counters = new Map<string, number[]>();
  return {
    next: (listId, level) => {
      const list = lists.get(listId);
      const levels = list && abstracts.get(list.abstractId);
      const own = levels?.get(level);
      if (!list || !levels || !own) return null;
      const startOf = (at: number) => list.starts.get(at) ?? levels.get(at)?.start ?? 1;
      const counts = counters.get(list.counter) ?? [];
      counters.set(list.counter, counts);
      counts.length = level + 1;
      counts[level] = (counts[level] ?? startOf(level) - 1) + 1;
      if (own.format === 'bullet' || own.format === 'none')
        return { text: own.format === 'none' ? own.text : '', isBullet: own.format === 'bullet', plain: null };
      const text = own.text.replace(/%(\d)/g, (_, digit: string) => {
        const at = Number(digit) - 1;
        return numeral(counts[at] ?? startOf(at), levels.get(at)?.format ?? 'decimal');
      });
      const isPlain = level === 0 && own.format === 'decimal' && PLAIN.test(own.text);
      return { text, isBullet: false, plain: isPlain ? counts[level]! : null };
    },
  };
}

const levelsOf = (element: XmlElement): Map<number, Level> =>
  new Map(
    findAll(element, 'lvl').map(level => [
      Number(level.attributes.ilvl),
      {
        start: Number(valueOf(level, 'start') ?? 1),
        format: valueOf(level, 'numFmt') ?? 'decimal',
        text: valueOf(level, 'lvlText') ?? '',
      },
    ]),
  );

const DIGITS = '〇一二三四五六七八九';

/** A number in the form that the list asks for (ST_NumberFormat); forms nobody here uses are written as digits. */
function numeral(value: number, format: string): string {
  if (
    /^(?:chineseCounting|chineseCountingThousand|japaneseCounting|taiwaneseCounting\w*|ideographTraditional)$/.test(
      format,
    )
  )
    return counted(value);
  if (/ideographDigital|chineseDigital|japaneseDigitalTenThousand/.test(format))
    return [...String(value)].map(digit => DIGITS[Number(digit)]).join('');
  if (format === 'upperLetter' || format === 'lowerLetter') {
    const letter = String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
    return format === 'upperLetter' ? letter : letter.toLowerCase();
  }
  if (format === 'upperRoman') return roman(value);
  if (format === 'lowerRoman') return roman(value).toLowerCase();
  if (/decimalEnclosedCircle/.test(format) && value >= 1 && value <= 20) return String.fromCharCode(0x245f + value);
  if (format === 'decimalZero') return String(value).padStart(2, '0');
  return String(value);
}

/** 一, 十二, 二十, 一百零三 */
function counted(value: number): string {
  if (value < 1 || value > 9_999) return String(value);
  const units = ['', '十', '百', '千'];
  const digits = [...String(value)].map(Number);
  let text = '';
  digits.forEach((digit, index) => {
    const unit = units[digits.length - 1 - index]!;
    if (digit > 0) text += DIGITS[digit]! + unit;
    else if (!text.endsWith('零') && digits.slice(index).some(rest => rest > 0)) text += '零';
  });
  return text.replace(/^一十/, '十');
}

function roman(value: number): string {
  const steps: [number, string][] = [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let left = value;
  let text = '';
  for (const [step, letters] of steps) for (; left >= step; left -= step) text += letters;
  return text;
}
