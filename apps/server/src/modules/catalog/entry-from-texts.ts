import { ENTRY_FIELDS, type EntryFieldName } from '@bandeng/contracts/schemas';
import type { EntryFields } from './entry-fields';
import { fieldsFromText } from './field-texts';
import type { Parsed } from './sheets/parse-cells';

const EMPTY: EntryFields = {
  path: [],
  name: '',
  number: '',
  content: [],
  basis: [],
  timeLimitsText: '',
  publisherText: '',
  office: null,
  channels: [],
  audience: { kind: 'everyone', group: null },
  mode: ['active'],
  level: [],
  stage: null,
  category: null,
  attribute: 'active',
  siteColumn: null,
  phone: null,
  supervisionPhone: null,
  ground: null,
};

export const emptyEntry = (): EntryFields => ({ ...EMPTY });

/** An entry from the texts of its columns, as the national layout writes them; a column that is not given stays empty. */
export function entryFromTexts(given: {
  path: readonly string[];
  name: string;
  number: string;
  texts: Partial<Record<EntryFieldName, string>>;
}): Parsed<EntryFields> {
  const entry = { ...emptyEntry(), path: [...given.path], number: given.number };
  for (const field of ENTRY_FIELDS) {
    const text = field === 'name' ? given.name : given.texts[field];
    if (text === undefined) continue;
    const parsed = fieldsFromText(field, text);
    if (parsed.problem !== undefined) return { problem: parsed.problem };
    Object.assign(entry, parsed.value);
  }
  return { value: entry };
}
