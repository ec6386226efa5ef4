import { canonicalJson, parseTimeLimits } from '@bandeng/rules';
import { ENTRY_FIELDS } from '@bandeng/contracts/schemas';
import type { Entry } from '@bandeng/contracts/types';
import { sha256 } from '../../platform/crypto';
import type { EntryRecord } from './catalog.repository';
import type { EntryFields } from './entry-fields';
import { fieldText } from './field-texts';
import { mapPublishers, type PublisherRule, type PublishingUnit } from './map-publishers';
import { searchTerms } from './search-terms';

/** Rows of one domain keep their order below this many. */
export const DOMAIN_STEP = 10_000;

export const positionOf = (domainOrder: number, row: number): number => domainOrder * DOMAIN_STEP + row;

/** What an entry's derived fields are made with. */
export interface EntryContext {
  units: readonly PublishingUnit[];
  publisherRules: readonly PublisherRule[];
}

/** Hundreds of entries name the same few publishers. */
const publishers = new WeakMap<EntryContext, Map<string, string[]>>();
function publishersOf(text: string, context: EntryContext): string[] {
  const known = publishers.get(context) ?? new Map<string, string[]>();
  publishers.set(context, known);
  const ids = known.get(text) ?? mapPublishers(text, context.units, context.publisherRules);
  known.set(text, ids);
  return ids;
}

/** What every reader, list and diff needs beside the columns themselves; made anew whenever a column changes. */
export function deriveEntry(fields: EntryFields, domainId: string, context: EntryContext) {
  const timeLimits = readTimeLimits(fields.timeLimitsText);
  const publisherUnitIds = publishersOf(fields.publisherText, context);
  const isCalendarDuty = timeLimits.some(({ period }) => period !== null);
  const keys = [
    `dom:${domainId}`,
    ...publisherUnitIds.map(id => `unit:${id}`),
    ...fields.level.map(level => `level:${level}`),
    ...(fields.stage ? [`stage:${fields.stage}`] : []),
    ...(isCalendarDuty ? ['duty:calendar'] : []),
    ...searchTerms([fields.name, ...fields.path]).map(term => `t:${term}`),
  ];
  return { timeLimits, publisherUnitIds, fieldsHash: hashFields(fields), keys };
}

/** 公开时限 as its parts; the words stay verbatim in each `text`. */
function readTimeLimits(text: string): Entry['timeLimits'] {
  return parseTimeLimits(text).map(limit => ({
    part: limit.part ?? null,
    text: limit.text,
    kind: limit.kind,
    event: limit.event ?? null,
    count: limit.n ?? null,
    unit: limit.unit ?? null,
    period: limit.every ?? null,
  }));
}

const hashFields = (fields: EntryFields): string =>
  sha256(canonicalJson(ENTRY_FIELDS.map(field => fieldText(fields, field))));

/** What a domain of an edition says, in order; ids do not matter, so the same sheet gives the same hash. */
export const hashDomain = (entries: readonly (EntryFields & { fieldsHash: string })[]): string =>
  sha256(canonicalJson(entries.map(({ number, path, fieldsHash }) => [number, path, fieldsHash])));

export const hashEdition = (domainHashes: readonly { domainId: string; hash: string }[]): string =>
  sha256(
    canonicalJson(
      [...domainHashes]
        .sort((a, b) => (a.domainId < b.domainId ? -1 : 1))
        .map(({ domainId, hash }) => [domainId, hash]),
    ),
  );

/** The columns of a record, without what is derived of them. */
export function fieldsOf(record: EntryRecord): EntryFields {
  const { path, name, number, content, basis, timeLimitsText, publisherText, office, channels, audience } = record;
  const { mode, level, stage, category, attribute, siteColumn, phone, supervisionPhone, ground } = record;
  return {
    path,
    name,
    number,
    content,
    basis,
    timeLimitsText,
    publisherText,
    office,
    channels,
    audience,
    mode,
    level,
    stage,
    category,
    attribute,
    siteColumn,
    phone,
    supervisionPhone,
    ground,
  };
}
