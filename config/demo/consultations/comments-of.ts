import { chance } from '../lib/chance';
import type { Dates } from '../lib/dates';
import { demoPeople } from '../people/residents';
import type { DemoComment, DemoEditField, DemoResult, DemoTarget, EntryKey, LocalDate } from '../types';

const RESULTS: Record<string, DemoResult> = {
  采纳: 'adopted',
  部分: 'partly',
  未采纳: 'not_adopted',
  转出: 'out_of_scope',
};
const CHANNELS: Record<string, DemoComment['channel']> = {
  信: 'letter',
  电话: 'phone',
  邮件: 'email',
  会: 'meeting',
  听证: 'hearing',
  板凳: 'bench',
  当面: 'visit',
  网页: 'h5',
};

/** Accounts that the hidden comments are shared out to. */
const NEIGHBOURS = 40;

export interface CommentSource {
  consultation: string;
  opensOn: LocalDate;
  closesOn: LocalDate;
  /** Where a target word points to: an entry's short name. */
  entries?: Record<string, EntryKey>;
  text: string;
}

/**
 * Comments, one a line: `对象 谁 [标记…] 意见 => 想改成 >> 结果 理由`.
 * 对象: `w` whole, `c6` clause 6, `助餐.timeLimits` a field, `助餐` an entry, `+助餐` something is missing beside it.
 * 谁: `@笔名` hidden, `=姓名` under the own name, `#resident` one of the demo residents by key, `@笔名#key` that one hidden.
 * 标记: channel (信 电话 邮件 会 听证 板凳 当面 网页), `在石埠货场` where it was said, `12人` a collective letter, `撤回`, `同3` repeats the third line, `组3` says the same as it,
 *   `交civil-affairs+6：说说老人` asks that unit for a draft in six days, `赞12`, `待审`, `不显示`.
 */
export function commentsOf(d: Dates, source: CommentSource): DemoComment[] {
  const lines = source.text
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean);
  return lines.map((line, place) => commentOf(d, source, line, place, lines.length));
}

function commentOf(d: Dates, source: CommentSource, line: string, place: number, count: number): DemoComment {
  const match = /^(\S+) (\S+)((?: \[[^\]]+\])*) (.+?)(?: => (.+?))?(?: >> (\S+) (.+))?$/.exec(line);
  if (!match) throw new Error(`a demo comment cannot be read: ${line}`);
  const [, target, who, marks, body, proposedText, result, reason] = match as unknown as (string | undefined)[];
  const flags = [...(marks ?? '').matchAll(/\[([^\]]+)\]/g)].map(([, flag]) => flag as string);
  const number = (pattern: RegExp): number | null => {
    const found = flags.map(flag => pattern.exec(flag)?.[1]).find(Boolean);
    return found === undefined ? null : Number(found);
  };
  const channel = flags.map(flag => CHANNELS[flag]).find(Boolean) ?? 'wechat';
  const heardAt = flags.map(flag => /^在(.+)$/.exec(flag)?.[1]).find(Boolean);
  const createdAt = writtenAt(d, source, place, count);
  const duplicate = number(/^同(\d+)$/);
  const group = number(/^组(\d+)$/);
  const asked = flags.map(flag => /^交([a-z-]+)\+(\d+)：(.+)$/.exec(flag)).find(Boolean);
  return {
    key: `${source.consultation}-${place + 1}`,
    target: targetOf(target as string, source, line),
    body: body as string,
    ...(proposedText !== undefined && { proposedText }),
    ...author(who as string, channel),
    channel,
    persons: number(/^(\d+)人$/) ?? 1,
    ...(heardAt !== undefined && { heardAt }),
    createdAt,
    check: flags.includes('待审') ? 'review' : flags.includes('不显示') ? 'risky' : 'pass',
    review: flags.includes('不显示') ? 'rejected' : flags.includes('待审') ? 'none' : 'approved',
    supportCount: number(/^赞(\d+)$/) ?? 0,
    ...(flags.includes('撤回') && { withdrawnAt: new Date(Date.parse(createdAt) + 5 * 60_000).toISOString() }),
    ...(group !== null && { groupOf: `${source.consultation}-${group}` }),
    ...(asked && { assignedTo: { unitId: asked[1]!, dueOn: d.plus(d.today, Number(asked[2])), note: asked[3]! } }),
    ...(duplicate !== null && { duplicateOf: `${source.consultation}-${duplicate}` }),
    ...(result !== undefined && { answer: { result: need(RESULTS, result, line), reason: reason as string } }),
  };
}

function author(
  who: string,
  channel: DemoComment['channel'],
): Pick<DemoComment, 'authorKey' | 'anonymous' | 'penName' | 'authorName'> {
  const [, sign, name = '', key = null] = /^([@=#])([^#]*)(?:#(.+))?$/.exec(who) ?? [];
  if (sign === '#') return { authorKey: name, anonymous: false };
  if (sign !== '@' && sign !== '=') throw new Error(`a demo comment has no author: ${who}`);
  const onPhone = channel === 'wechat' || channel === 'h5';
  if (sign === '@') {
    const neighbour = `neighbour-${chance(name).int(1, NEIGHBOURS)}`;
    return { authorKey: onPhone ? (key ?? neighbour) : null, anonymous: true, penName: name };
  }
  const resident = demoPeople.findIndex(person => person.name === name);
  const own = resident < 0 ? `neighbour-${name}` : `demo-${resident + 1}`;
  return { authorKey: onPhone ? own : null, anonymous: false, authorName: name };
}

function targetOf(word: string, { entries = {} }: CommentSource, line: string): DemoTarget {
  if (word === 'w') return { kind: 'whole' };
  if (/^c\d+$/.test(word)) return { kind: 'clause', id: word };
  if (word.startsWith('+')) return { kind: 'addition', parent: need(entries, word.slice(1), line) };
  const [name, field] = word.split('.') as [string, string?];
  const entry = need(entries, name, line);
  return field === undefined ? { kind: 'entry', entry } : { kind: 'entry', entry, field: field as DemoEditField };
}

/** Spread over the window in the order of the lines, at hours people have time; never after the load. */
function writtenAt(d: Dates, { consultation, opensOn, closesOn }: CommentSource, place: number, count: number): string {
  const last = closesOn < d.today ? closesOn : d.today;
  const days = (Date.parse(last) - Date.parse(opensOn)) / 86_400_000;
  const luck = chance(`${consultation}-${place}`);
  const date = d.plus(opensOn, Math.floor((place / count) * days));
  const hour = luck.pick([7, 8, 9, 10, 12, 13, 16, 18, 19, 20, 20, 21]);
  const time = `${String(hour).padStart(2, '0')}:${String(luck.int(0, 59)).padStart(2, '0')}`;
  const earliest = d.on(opensOn, '09:05');
  const at = d.on(date, time);
  return at < earliest ? earliest : at;
}

function need<T>(table: Record<string, T>, word: string, line: string): T {
  const found = table[word];
  if (found === undefined) throw new Error(`the demo comments do not know "${word}" in: ${line}`);
  return found;
}
