import { DURATION, readDuration, withDigits } from './duration-words';
import { readMainLimit } from './read-main-limit';
import type { Duration, TimeLimit } from './time-limit';

/** What is said beside the limit itself: how long posted, how long consulted on, how far extended, when taken down. */
type Extras = Pick<TimeLimit, 'posting' | 'consultation' | 'extension' | 'takeDown'>;

const AT_LEAST = '(?:期限|期间|期|时间|时限)?[为:：]?(?:一般|原则上)?(?:不得?少于|不得低于|不低于|至少)?';
const POSTING = new RegExp(`公示${AT_LEAST}${DURATION}`);
const CONSULTATION = new RegExp(`(?:公开)?(?:征求|征集)意见(?:的)?${AT_LEAST}${DURATION}`);
const EXTENSION = new RegExp(
  `(?:情况复杂|情形复杂|特殊情况)?的?[,，]?(?:经[^,，；]{0,20}批准)?[,，]?可以?延长${DURATION}`,
);
const TAKE_DOWN = /([^,，、；。]*?)的?(?:公示|公开)?(?:届满|满)(\d+)(年|个月)/g;
const TAKE_DOWN_END = /(?:后|的)?[,，、\s]*(?:不再公示|不再公开|撤下|停止公示|停止公开)/;
const PIECES = /[；;。\n]+/;
/** Where the number of the next item stands without a sign before it. */
const ITEM_START = /(^|[^\d.年月第])(?=\d{1,2}[.、．](?!\d))/g;
const ITEM_NUMBER = /^\s*(?:\d{1,2}[.、．]|[（(](?:\d{1,2}|[一二三四五六七八九十]+)[）)]、?|[①②③④⑤⑥⑦⑧⑨])\s*/;

/**
 * Reads 公开时限 as catalogs write it. Nothing is lost: each limit keeps the words it was read from, and words that are not
 * understood come back as `verbatim`. A blank text gives an empty list.
 */
export function parseTimeLimits(verbatim: string): TimeLimit[] {
  const limits: TimeLimit[] = [];
  for (const piece of verbatim.replace(ITEM_START, '$1\n').split(PIECES)) {
    const text = piece.replace(ITEM_NUMBER, '').trim();
    if (text === '' || /^[-—–/／、]+$/.test(text)) continue;
    const limit = readPiece(text);
    const previous = limits[limits.length - 1];
    if (limit.kind === 'period' && limit.part === undefined && previous && previous.kind !== 'period') {
      const { kind: _kind, text: _text, ...extras } = limit;
      Object.assign(previous, extras, { text: `${previous.text}；${text}` });
    } else {
      limits.push(limit);
    }
  }
  return limits;
}

function readPiece(text: string): TimeLimit {
  const { extras, rest } = takeExtras(withDigits(text));
  const { part, words } = splitPart(rest);
  const main = words === '' ? { kind: 'period' as const } : readMainLimit(words);
  // Words beside a period that say nothing about time (“名单”) are no limit of their own.
  const understood = main.kind === 'verbatim' && Object.keys(extras).length > 0 ? { kind: 'period' as const } : main;
  return { ...understood, ...(part ? { part } : {}), ...extras, text };
}

/** “处罚决定：20个工作日内” covers 处罚决定 only. */
function splitPart(text: string): { part: string | null; words: string } {
  const colon = text.search(/[:：]/);
  const head = text.slice(0, Math.max(0, colon)).trim();
  if (head === '' || /\d|时限|期限/.test(head))
    return { part: null, words: text.replace(/^[^:：]*(?:时限|期限)[:：]/, '').trim() };
  return { part: head, words: text.slice(colon + 1).trim() };
}

function takeExtras(text: string): { extras: Extras; rest: string } {
  const extras: Extras = {};
  let rest = text;
  const take = (pattern: RegExp): Duration | undefined => {
    const match = pattern.exec(rest);
    if (!match) return undefined;
    rest = rest.replace(match[0], '');
    return readDuration(match[1] ?? '', match[2] ?? '');
  };
  if (TAKE_DOWN_END.test(rest) || /(?:届满|期满)\d+年/.test(rest)) {
    const ends = [...rest.matchAll(TAKE_DOWN)].map(([, who = '', n, unit]) => ({
      appliesTo: who.trim(),
      n: Number(n),
      unit: unit === '年' ? ('years' as const) : ('months' as const),
    }));
    if (ends.length > 0) extras.takeDown = ends;
    rest = rest.replace(TAKE_DOWN, '').replace(TAKE_DOWN_END, '');
  }
  const [posting, consultation, extension] = [take(POSTING), take(CONSULTATION), take(EXTENSION)];
  if (posting) extras.posting = posting;
  if (consultation) extras.consultation = consultation;
  if (extension) extras.extension = extension;
  return { extras, rest: rest.replace(/^[,，、\s]+|[,，、\s]+$/g, '') };
}
