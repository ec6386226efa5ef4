import { REQUIRED_FIELDS, isBlankText, missingField, type EntryFieldName } from '@bandeng/contracts/schemas';
import {
  ATTRIBUTE_LABELS,
  CHANNEL_LABELS,
  FIELD_LABELS,
  LEVEL_LABELS,
  MODE_LABELS,
  STAGE_LABELS,
  type EntryFields,
} from './entry-fields';
import {
  parseAttribute,
  parseAudience,
  parseBasis,
  parseContent,
  parseLevels,
  parseMode,
  parseStage,
  type Parsed,
} from './sheets/parse-cells';
import { parseChannels } from './sheets/parse-channels';
import { SAME_AS_ABOVE, squeeze, tidy } from './sheets/sheet';

/** The value of one column as the national layout writes it; '' when it is empty. `fieldsFromText` reads it back to the same value. */
export function fieldText(entry: EntryFields, field: EntryFieldName): string {
  switch (field) {
    case 'name':
      return entry.name;
    case 'content':
      return contentText(entry.content);
    case 'basis':
      return entry.basis.join('\n');
    case 'timeLimits':
      return entry.timeLimitsText;
    case 'publisher':
      return entry.publisherText;
    case 'channels':
      return entry.channels.map(channelText).join('\n');
    case 'audience':
      return audienceText(entry.audience);
    case 'mode':
      return entry.mode.map(mode => MODE_LABELS[mode]).join('、');
    case 'level':
      return entry.level.map(level => LEVEL_LABELS[level]).join('、');
    case 'stage':
      return entry.stage ? STAGE_LABELS[entry.stage] : '';
    case 'attribute':
      return ATTRIBUTE_LABELS[entry.attribute];
    default:
      return entry[field] ?? '';
  }
}

/** ● and 〇 are written only where both occur: without marks everything is required. */
function contentText(content: EntryFields['content']): string {
  const isMarked = content.some(({ required }) => !required);
  return content.map(({ text, required }) => (isMarked ? (required ? '●' : '〇') : '') + text).join('\n');
}

function channelText({ channel, required, note }: EntryFields['channels'][number]): string {
  const box = required ? '■' : '□';
  if (channel === 'other') return `${box}其他${note === null ? '____' : `：${note}`}`;
  return box + CHANNEL_LABELS[channel] + (note === null ? '' : `：${note}`);
}

function audienceText({ kind, group }: EntryFields['audience']): string {
  if (kind === 'everyone') return '全社会';
  return group === null ? '特定群体' : `特定群体：${group}`;
}

/** The first column that an entry must fill and does not, as a sentence; null when there is none. What is public is public somewhere. */
export function missingOf(entry: EntryFields): string | null {
  const isMissing = (field: EntryFieldName) => fieldText(entry, field) === '';
  const field = REQUIRED_FIELDS.find(isMissing) ?? (entry.attribute === 'withheld' ? undefined : 'channels');
  return field !== undefined && isMissing(field) ? missingField(field) : null;
}

/**
 * What writing `text` into one column makes of an entry.
 * @param text as the national layout writes it, such as ■政府网站 one a line
 */
export function fieldsFromText(field: EntryFieldName, text: string): Parsed<Partial<EntryFields>> {
  const first = readField(field, text);
  // What is kept must read the same when it comes back from a sheet: a mark before a mark, a dash behind a mark.
  return first.problem === undefined ? readField(field, fieldText(first.value as EntryFields, field)) : first;
}

function readField(field: EntryFieldName, text: string): Parsed<Partial<EntryFields>> {
  const plain = tidy(text);
  const isEmpty = isBlankText(plain);
  if (isEmpty && REQUIRED_FIELDS.includes(field)) return { problem: missingField(field) };
  if (SAME_AS_ABOVE.test(squeeze(plain).replace(/^特定群体[:：]/, '')))
    return { problem: `“${FIELD_LABELS[field]}”写的是“${plain}”，请把内容写出来` };
  switch (field) {
    case 'name':
      return { value: { name: plain.replace(/\n/g, '') } };
    case 'content':
      return { value: { content: parseContent(plain) } };
    case 'basis':
      return { value: { basis: parseBasis(plain) } };
    case 'timeLimits':
      return { value: { timeLimitsText: plain } };
    case 'publisher':
      return { value: { publisherText: plain } };
    case 'channels':
      return keyed('channels', parseChannels(plain));
    case 'audience':
      return isEmpty
        ? { value: { audience: { kind: 'everyone', group: null } } }
        : keyed('audience', parseAudience(plain));
    case 'mode':
      return isEmpty ? { value: { mode: [] } } : keyed('mode', parseMode(plain));
    case 'level':
      return isEmpty ? { value: { level: [] } } : keyed('level', parseLevels(plain));
    case 'stage':
      return isEmpty ? { value: { stage: null } } : keyed('stage', parseStage(plain));
    case 'attribute':
      return keyed('attribute', parseAttribute(plain));
    default:
      return { value: { [field]: isEmpty ? null : plain } };
  }
}

function keyed<K extends keyof EntryFields>(key: K, parsed: Parsed<EntryFields[K]>): Parsed<Partial<EntryFields>> {
  return parsed.problem === undefined
    ? { value: { [key]: parsed.value } as unknown as Partial<EntryFields> }
    : { problem: parsed.problem };
}
