/** Cells of the national layout -> values of an entry. Each gives `{ value }` or `{ problem }`, a sentence for the clerk. */
import { CHANNELS, STAGES } from '@bandeng/contracts/schemas';
import {
  CHANNEL_LABELS,
  STAGE_LABELS,
  type Attribute,
  type Channel,
  type EntryFields,
  type Level,
  type Mode,
  type Stage,
} from '../entry-fields';
import { levelsIn } from './header-words';
import { squeeze, tidy } from './sheet';

export type Parsed<T> = { value: T; problem?: undefined } | { problem: string; value?: undefined };

const REQUIRED_MARK = /^[●⚫◉]/;
const OPTIONAL_MARK = /^[〇○◯⚪]/;
const BEFORE_MARK = /(?=[●⚫◉〇○◯⚪])/;
const BOX_MARKS = /(?=[■□☑☒☐✓✔√●○〇◯◼◻▇█▢⬛⬜])/;
const TICKED_BOX = /^[■☑☒✓✔√●◼▇█⬛]/;
const ANY_BOX = /^[■□☑☒☐✓✔√●○〇◯◼◻▇█▢⬛⬜]/;

/** Elements of 公开内容, one a line; ● must be public, 〇 may be; without marks everything must. A line without a mark goes with the one before. */
export function parseContent(text: string): EntryFields['content'] {
  let required = true;
  return tidy(text)
    .split('\n')
    .flatMap(line => line.split(BEFORE_MARK))
    .flatMap(part => {
      if (REQUIRED_MARK.test(part)) required = true;
      else if (OPTIONAL_MARK.test(part)) required = false;
      const words = part.replace(REQUIRED_MARK, '').replace(OPTIONAL_MARK, '').trim();
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

/** More specific words first: 便民服务站 before 服务中心, everything before the plain 网站. */
const CHANNEL_WORDS: [RegExp, Channel][] = [
  [/^其他|^其它/, 'other'],
  [/公报/, 'gazette'],
  [/两微|一微|微信|微博|新媒体|客户端|公众号|app/, 'new_media'],
  [/发布会|听证会/, 'press_hearing'],
  [/广播|电视/, 'broadcast'],
  [/纸质|报纸|报刊/, 'print'],
  [/查阅/, 'reading_point'],
  [/便民/, 'convenience_station'],
  [/服务中心|大厅/, 'service_center'],
  [/入户|现场/, 'doorstep'],
  [/公示栏|公告栏|宣传栏|公开栏|电子屏/, 'bulletin_board'],
  [/推送/, 'targeted_push'],
  [/网站|门户|官网/, 'website'],
];

/**
 * 公开渠道和载体: ■ must, □ may. A text without boxes names what must. What none of the 13 words fits is kept as the text of 其他.
 */
export function parseChannels(text: string): Parsed<EntryFields['channels']> {
  const plain = tidy(text);
  const hasBoxes = plain.split('\n').some(line => ANY_BOX.test(line));
  const parts = hasBoxes ? plain.split('\n').flatMap(line => line.split(BOX_MARKS)) : plain.split(/[\n、，,；;和]/);
  const found = new Map<Channel, EntryFields['channels'][number]>();
  for (const part of parts) {
    const isRequired = hasBoxes ? TICKED_BOX.test(part) : true;
    const label = part
      .replace(ANY_BOX, '')
      .replace(/[_＿﹍]+/g, '')
      .trim()
      .replace(/[。；;，,、]+$/, '');
    if (label === '') continue;
    if (hasBoxes && !ANY_BOX.test(part)) return { problem: `“${label}”前面没有 ■ 或 □` };
    const { channel, note } = channelOf(label);
    const known = found.get(channel);
    const notes = [known?.note, note].filter(one => one != null && one !== '');
    found.set(channel, {
      channel,
      required: isRequired || known?.required === true,
      note: notes.length > 0 ? [...new Set(notes)].join('、') : null,
    });
  }
  return { value: CHANNELS.flatMap(channel => found.get(channel) ?? []) };
}

/** 其他：微信群, 政府网站（部门子站): what follows the name of a channel is its note. */
const NAME_AND_NOTE = /^(.+?)\s*(?:[:：]\s*(.+)|[（(](.+)[）)])$/;

function channelOf(label: string): { channel: Channel; note: string | null } {
  const [, head = label, afterColon, inBrackets] = NAME_AND_NOTE.exec(label) ?? [];
  const extra = (afterColon ?? inBrackets ?? '').trim();
  const word = squeeze(head);
  const channel = CHANNEL_WORDS.find(([pattern]) => pattern.test(word))?.[1];
  if (!channel) return { channel: 'other', note: label };
  const isPrinted =
    squeeze(CHANNEL_LABELS[channel]).endsWith(`(${squeeze(extra)})`) || /请注明|请填写|可填写/.test(extra);
  const rest = channel === 'other' ? word.replace(/^其[他它]/, '') : '';
  const note = [rest, isPrinted ? '' : extra].filter(Boolean).join('：');
  return { channel, note: note === '' ? null : note };
}

const TICKS = /^(?:[√✓✔☑■●◼▇█⬛ü是vyrp1]|yes|有)$/;
const NO_TICKS = /^(?:[□☐○〇◯◻×x✗✘/—–\-一否无n0]+|)$/;

/** A tick column: true, false, or null when it holds something else. */
export function parseTick(text: string): boolean | null {
  const word = squeeze(text);
  if (NO_TICKS.test(word)) return false;
  return TICKS.test(word) ? true : null;
}

/** The group named in a 特定群体 column: null when only a tick stands there. */
export const parseGroup = (text: string): string | null => {
  const name = tidy(text)
    .replace(/^[√✓✔☑■●]\s*/, '')
    .replace(/^[（(]([^（()）]*)[）)]$/, '$1')
    .replace(/^特定群体\s*[：:]?\s*/, '')
    .trim();
  return name === '' || parseTick(name) !== null ? null : name;
};

/** 公开对象 as one text: 全社会, 特定群体：申请家庭, 在征收范围内. */
export function parseAudience(text: string): EntryFields['audience'] {
  const word = squeeze(text).replace(/^[√✓✔☑■●]/, '');
  if (/^(?:面向)?(?:全社会|社会|社会公众|公众|全体公民)$/.test(word)) return { kind: 'everyone', group: null };
  return { kind: 'group', group: parseGroup(text) };
}

/** 公开方式 as one text: 主动、依申请. 全文发布 and 摘要发布 say how much, not whether: they are active. */
export function parseMode(text: string): Parsed<Mode[]> {
  const word = squeeze(text);
  const onRequest = /依申请/.test(word);
  const active = /主动|全文|摘要|发布/.test(word);
  if (!active && !onRequest) return { problem: `“${text}”看不出是主动还是依申请` };
  return { value: [...(active ? (['active'] as const) : []), ...(onRequest ? (['on_request'] as const) : [])] };
}

export function parseAttribute(text: string): Parsed<Attribute> {
  const word = squeeze(text);
  if (/不予|不公开/.test(word)) return { value: 'withheld' };
  if (/依申请/.test(word) && !/主动/.test(word)) return { value: 'on_request' };
  if (/主动|^公开$/.test(word)) return { value: 'active' };
  return { problem: `“${text}”不是主动公开、依申请公开或者不予公开` };
}

export function parseLevels(text: string): Parsed<Level[]> {
  const levels = levelsIn(text);
  return levels.length > 0 ? { value: levels } : { problem: `“${text}”看不出是市级、县级、乡级还是村级` };
}

export function parseStage(text: string): Parsed<Stage> {
  const word = squeeze(text).replace(/公开$/, '');
  const stage = STAGES.find(one => word === STAGE_LABELS[one]);
  return stage ? { value: stage } : { problem: `“${text}”不是决策、执行、管理、服务、结果之一` };
}
