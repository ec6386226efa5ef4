/** Cells of the national layout -> values of an entry. Each gives `{ value }` or `{ problem }`, a sentence for the clerk. */
import { STAGES } from '@bandeng/contracts/schemas';
import { STAGE_LABELS, type Attribute, type EntryFields, type Level, type Mode, type Stage } from '../entry-fields';
import { levelsIn } from './header-words';
import { chosenText, isFilled, plainMarks, withoutMark, withoutWingdings } from './marks';
import { squeeze, tidy } from './sheet';

export type Parsed<T> = { value: T; problem?: undefined } | { problem: string; value?: undefined };

/** Elements of 公开内容, one a line; ● must be public, 〇 may be; without marks everything must. A line without a mark goes with the one before. */
export function parseContent(text: string): EntryFields['content'] {
  let required = true;
  return withoutWingdings(tidy(text))
    .split('\n')
    .flatMap(line => line.replace(NUMBER_BEFORE_MARK, '').split(BEFORE_ELEMENT))
    .flatMap(part => {
      const mark = ELEMENT_MARK.exec(part)?.[0];
      if (mark !== undefined) required = isFilled(mark);
      const words = part.replace(ELEMENT_MARK, '').trim();
      return words === '' ? [] : [{ text: words, required }];
    });
}

/** Titles of 公开依据: one a line, and a new one where 《 follows the end of another outside of any 《》. */
export function parseBasis(text: string): string[] {
  const titles: string[] = [];
  for (const line of tidy(text).split('\n')) {
    let depth = 0;
    let start = 0;
    for (let at = 0; at < line.length; at += 1) {
      const sign = line[at]!;
      const before = line.slice(start, at);
      if (sign === '《' && depth === 0 && /[》）)〕]\s*[、；;，,]?\s*$/.test(before)) {
        titles.push(before.replace(/\s*[、；;，,]?\s*$/, ''));
        start = at;
      }
      if (sign === '《') depth += 1;
      if (sign === '》') depth = Math.max(0, depth - 1);
    }
    titles.push(line.slice(start).trim());
  }
  return titles.filter(title => title !== '');
}

/** Marks of an element: √ and ☑ are left to words about forms. */
const ELEMENT_MARK = /^[●⚫⬤◉■◆★〇○◯⚪□◇☆◎]/u;
const BEFORE_ELEMENT = /(?=[●⚫⬤◉■◆★〇○◯⚪□◇☆◎])/u;
/** 1.●名称: the mark says all that the number says. */
const NUMBER_BEFORE_MARK = /^(?:\d{1,2}[.、．]|[（(]\d{1,2}[)）])\s*(?=[●⚫⬤◉■◆★〇○◯⚪□◇☆◎])/u;

const TICKS = /^(?:[■▣◼▇█⬛☑☒🗹✓✔√✅●⚫⬤◆▲★∨ü是对有ypr1]|[√v]{1,3}|yes)$/u;
const NO_TICKS = /^(?:[□▢◻⬜☐○〇◯⚪◇△☆×x✗✘❌╳/\\—–\-一否无n0]+|)$/u;

/** A tick column: true, false, or null when it holds something else. */
export function parseTick(text: string): boolean | null {
  const word = squeeze(plainMarks(text));
  if (NO_TICKS.test(word)) return false;
  return TICKS.test(word) ? true : null;
}

const IN_BRACKETS = /^[（(]([^（()）]*)[）)]$/;

/** The group named in a 特定群体 column: null when only a tick stands there. */
export function parseGroup(text: string): string | null {
  let name = plainMarks(tidy(text));
  for (let before = ''; before !== name;) {
    before = name;
    name = withoutMark(name)
      .replace(IN_BRACKETS, '$1')
      .replace(/^特定群体\s*(?:[：:]\s*|(?=[（(]|$))/, '')
      .trim();
  }
  return name === '' || parseTick(name) !== null ? null : name;
}

const EVERYONE = /^(?:面向)?(?:全社会|社会|社会公众|公众|全体公民)$/;

/** 公开对象 as one text: 全社会, 特定群体：申请家庭, 在征收范围内, □全社会 ■特定群体. */
export function parseAudience(text: string): Parsed<EntryFields['audience']> {
  const chosen = chosenText(text);
  if (chosen === '') return { problem: '“公开对象”没有勾全社会，也没有勾特定群体' };
  const parts = squeeze(chosen).split(/[、，,；;]/);
  if (parts.length > 1 && EVERYONE.test(parts[0]!))
    return { problem: '“公开对象”同时写了全社会和特定群体，只能选一个' };
  if (EVERYONE.test(squeeze(chosen))) return { value: { kind: 'everyone', group: null } };
  return { value: { kind: 'group', group: parseGroup(chosen) } };
}

/** 公开方式 as one text: 主动、依申请. 全文发布 and 摘要发布 say how much, not whether: they are active. */
export function parseMode(text: string): Parsed<Mode[]> {
  const word = squeeze(chosenText(text));
  const onRequest = /依申请/.test(word);
  const active = /主动|全文|摘要|发布/.test(word);
  if (!active && !onRequest) return { problem: `“${text}”看不出是主动还是依申请` };
  return { value: [...(active ? (['active'] as const) : []), ...(onRequest ? (['on_request'] as const) : [])] };
}

export function parseAttribute(text: string): Parsed<Attribute> {
  const word = squeeze(chosenText(text));
  if (/不予|不公开/.test(word)) return { value: 'withheld' };
  if (/依申请/.test(word) && !/主动/.test(word)) return { value: 'on_request' };
  if (/主动|^公开$/.test(word)) return { value: 'active' };
  return { problem: `“${text}”不是主动公开、依申请公开或者不予公开` };
}

export function parseLevels(text: string): Parsed<Level[]> {
  const levels = levelsIn(chosenText(text));
  return levels.length > 0 ? { value: levels } : { problem: `“${text}”看不出是市级、县级、乡级还是村级` };
}

export function parseStage(text: string): Parsed<Stage> {
  const word = squeeze(text).replace(/公开$/, '');
  const stage = STAGES.find(one => word === STAGE_LABELS[one]);
  return stage ? { value: stage } : { problem: `“${text}”不是决策、执行、管理、服务、结果之一` };
}
