/** The signs that offices put for 必选 and 可选: printed ones, those of forms, and what Wingdings leaves of a box in plain text. */
const FILLED = '■▣◼▇█⬛☑☒🗹✓✔√✅●⚫⬤◆▲★';
const EMPTY = '□▢◻⬜☐〇○◯⚪◇△☆';
const ANY = FILLED + EMPTY;

/** Wingdings and Wingdings 2: private code points of a text copied from Word, Latin letters where the font was lost. */
const WINGDINGS: Record<string, string> = {
  '\uF0FE': '■',
  '\uF0FC': '√',
  '\uF06E': '■',
  '\uF052': '■',
  '\uF050': '√',
  '\uF0A8': '□',
  '\uF06F': '□',
  '\uF0A3': '□',
};
const LOST_FONT: Record<string, string> = { þ: '■', R: '■', '¨': '□', '£': '□' };

const MARK = new RegExp(`[${ANY}]`, 'u');
const LEADING = new RegExp(`^[${ANY}]`, 'u');
const LEADING_FILLED = new RegExp(`^[${FILLED}]`, 'u');
const BEFORE = new RegExp(`(?=[${ANY}])`, 'u');
const AFTER = new RegExp(`(?<=[${ANY}])`, 'u');
const TRAILING = new RegExp(`[${ANY}]\\s*$`, 'u');
const MARK_ALONE = new RegExp(`([${ANY}])\\s*\\n\\s*(?![${ANY}])`, 'gu');

const CROSSED = new RegExp(`(^|\\s)[×✗✘❌╳][^\\S\\n]*[^\\s${ANY}]+`, 'gu');

export const hasMark = (text: string): boolean => MARK.test(text);
export const isFilled = (mark: string): boolean => LEADING_FILLED.test(mark);
export const withoutMark = (text: string): string => text.replace(LEADING, '').trim();

/** Signs of Wingdings as the boxes they were. */
export const withoutWingdings = (text: string): string =>
  text.replace(/[\uF000-\uF0FF]/g, sign => WINGDINGS[sign] ?? sign);

/** One way of writing for all: [√] and （ ） become ■ and □, a box of a lost font a box; ×政府公报 is not there. */
export const plainMarks = (text: string): string =>
  withoutWingdings(text)
    .replace(CROSSED, '$1')
    .replace(/(?<![\p{Letter}\p{Number}])[þR¨£](?=\s*\p{Script=Han})/gu, sign => LOST_FONT[sign]!)
    .replace(/[（([【]\s*[√✓✔✅■●xXvV]\s*[)）\]】]/g, '■')
    .replace(/[（([【][\s\u3000]*[□○〇]?[\s\u3000]*[)）\]】]/g, '□');

export interface Marked {
  isFilled: boolean;
  label: string;
}

/**
 * Labels with the mark each carries, before it (■政府网站) or after it (政府网站■).
 * @returns null when there are no marks at all; `unmarked` names the first label that has none
 */
export function readMarked(text: string): { items: Marked[]; unmarked?: string } | null {
  const plain = plainMarks(text);
  if (!hasMark(plain)) return null;
  const isTrailing = !LEADING.test(plain) && TRAILING.test(plain);
  const parts = isTrailing
    ? plain.split('\n').flatMap(line => line.split(AFTER))
    : plain
        .replace(MARK_ALONE, '$1')
        .split('\n')
        .flatMap(line => line.split(BEFORE));
  const items: Marked[] = [];
  for (const part of parts.map(one => one.trim()).filter(Boolean)) {
    const mark = (isTrailing ? TRAILING : LEADING).exec(part)?.[0];
    const label = mark === undefined ? part : part.replace(isTrailing ? TRAILING : LEADING, '').trim();
    if (label === '') continue;
    if (mark === undefined) return { items, unmarked: label };
    items.push({ isFilled: isFilled(mark), label });
  }
  return { items };
}

/** What is chosen where a cell prints all choices with boxes: □全社会 ■特定群体. A text without boxes is the choice itself. */
export function chosenText(text: string): string {
  const marked = readMarked(text);
  if (!marked || marked.unmarked !== undefined) return text;
  return marked.items
    .filter(item => item.isFilled)
    .map(({ label }) => label.replace(/[、，,；;。]+$/, ''))
    .join('、');
}

/** The marks that a header explains in its own way (“◎”为必选，“△”为可选), put as ■ and □. */
export function legendOf(header: string): (text: string) => string {
  const [, filled] = /[“"'「]?([^\p{Letter}\p{Number}\s”"'」])[”"'」]?(?:表示|代表|为|是)必选/u.exec(header) ?? [];
  const [, empty] = /[“"'「]?([^\p{Letter}\p{Number}\s”"'」])[”"'」]?(?:表示|代表|为|是)可选/u.exec(header) ?? [];
  return text => {
    const [required, optional] = [filled, empty].map(sign =>
      sign === undefined || MARK.test(sign) ? undefined : sign,
    );
    const once = required === undefined ? text : text.replaceAll(required, '■');
    return optional === undefined ? once : once.replaceAll(optional, '□');
  };
}
