import { CHANNELS } from '@bandeng/contracts/schemas';
import { CHANNEL_LABELS, type Channel, type EntryFields } from '../entry-fields';
import { channelNamed } from './channel-words';
import { readMarked, type Marked } from './marks';
import type { Parsed } from './parse-cells';
import { squeeze, tidy } from './sheet';

/** 必选：政府网站、公示栏；可选：政府公报 */
const SECTION = /(必选|可选)项?\s*[:：]/;

const STRANGE_SIGN = /^[^\p{Letter}\p{Number}（(《“"]/u;

/**
 * 公开渠道和载体: ■ must, □ may. A text without boxes names what must. What none of the 13 words fits is kept as the text of 其他.
 */
export function parseChannels(text: string): Parsed<EntryFields['channels']> {
  const plain = tidy(text);
  const marked = readMarked(plain.replace(new RegExp(SECTION, 'g'), '\n')) ?? null;
  if (marked?.unmarked !== undefined) return { problem: `“${marked.unmarked}”前面没有 ■ 或 □` };
  const found = new Map<Channel, EntryFields['channels'][number]>();
  for (const { isFilled, label } of (marked?.items ?? readSections(plain)).flatMap(splitLabels)) {
    if (STRANGE_SIGN.test(label)) return { problem: `“${label}”前面的记号看不懂：■ 是必选，□ 是可选` };
    const { channel, note } = channelOf(label);
    const known = found.get(channel);
    const notes = [known?.note, note].filter(one => one != null && one !== '');
    found.set(channel, {
      channel,
      required: isFilled || known?.required === true,
      note: notes.length > 0 ? [...new Set(notes)].join('、') : null,
    });
  }
  return { value: CHANNELS.flatMap(channel => found.get(channel) ?? []) };
}

/** Text without boxes, by what 必选： and 可选： say before it; without them all of it must. */
function readSections(text: string): Marked[] {
  const [before = '', ...rest] = text.split(SECTION);
  const sections: Marked[] = before === '' ? [] : [{ isFilled: true, label: before }];
  for (let at = 0; at < rest.length; at += 2)
    sections.push({ isFilled: rest[at] === '必选', label: rest[at + 1] ?? '' });
  return sections.flatMap(({ isFilled, label }) => listParts(label).map(one => ({ isFilled, label: one })));
}

/** Channels that a text lists without boxes. */
export const listParts = (text: string): string[] => splitOutside(text, /[\s、，,；;。和]|\d+[.．](?=\D)/);

/** ■政府网站、公示栏 names two; what stands in brackets or after a colon is one channel's note. */
function splitLabels({ isFilled, label }: Marked): Marked[] {
  const [, head = label, note = ''] = /^([^:：]*)([:：].*)$/s.exec(label) ?? [];
  const parts = splitOutside(head, /[、，,；;]/);
  return parts
    .map((part, at) => (at === parts.length - 1 ? part + note : part))
    .map(part =>
      part
        .replace(/[_＿﹍]+|^[-–—·•*]\s*/g, '')
        .trim()
        .replace(/[。；;，,、]+$/, ''),
    )
    .filter(part => part !== '')
    .map(part => ({ isFilled, label: part }));
}

/** Splits at `separator`, but not inside of brackets. */
function splitOutside(text: string, separator: RegExp): string[] {
  const kept: string[] = [];
  const hidden = text.replace(/[（(][^()（）]*[)）]/g, inner => `\u0000${kept.push(inner) - 1}\u0000`);
  return hidden
    .split(separator)
    .map(part => part.replace(/\u0000(\d+)\u0000/g, (_, at: string) => kept[Number(at)]!).trim())
    .filter(part => part !== '');
}

/** 其他：微信群, 政府网站（部门子站）: what follows the name of a channel is its note. */
const NAME_AND_NOTE = /^(.+?)\s*(?:[:：]\s*(.+)|[（(](.+)[）)])$/;

function channelOf(label: string): { channel: Channel; note: string | null } {
  const [, head = label, afterColon, inBrackets] = NAME_AND_NOTE.exec(label) ?? [];
  const extra = (afterColon ?? inBrackets ?? '').trim();
  const word = squeeze(head);
  const channel = channelNamed(head);
  if (!channel) return { channel: 'other', note: label };
  const isPrinted =
    squeeze(CHANNEL_LABELS[channel]).endsWith(`(${squeeze(extra)})`) || /请注明|请填写|可填写/.test(extra);
  const rest = channel === 'other' ? word.replace(/^其[他它]/, '') : '';
  const note = [rest, isPrinted ? '' : extra].filter(Boolean).join('：');
  return { channel, note: note === '' ? null : note };
}
