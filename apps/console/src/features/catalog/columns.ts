import { ATTRIBUTE_LABELS, FIELD_LABELS, LEVEL_LABELS, MODE_LABELS, STAGE_LABELS } from '@bandeng/contracts/routes';
import { ENTRY_FIELDS, REQUIRED_FIELDS, type EntryFieldName } from '@bandeng/contracts/entry-text';

export interface EntryColumn {
  field: EntryFieldName;
  label: string;
  width: number;
  isRequired: boolean;
}

const WIDTHS: Partial<Record<EntryFieldName, number>> = {
  name: 340,
  content: 280,
  basis: 240,
  timeLimits: 200,
  publisher: 170,
  channels: 220,
  siteColumn: 180,
  ground: 180,
};

/** The columns of the table of an edition; the first is the tree. */
export const COLUMNS: readonly EntryColumn[] = ENTRY_FIELDS.map(field => ({
  field,
  label: FIELD_LABELS[field],
  width: WIDTHS[field] ?? 130,
  isRequired: REQUIRED_FIELDS.includes(field),
}));

interface Choice {
  words: readonly string[];
  /** Whether several may be chosen. */
  isMany: boolean;
  mayBeNone: boolean;
}

/** Columns that say one of a few words. */
export const CHOICES: Partial<Record<EntryFieldName, Choice>> = {
  mode: { words: Object.values(MODE_LABELS), isMany: true, mayBeNone: true },
  level: { words: Object.values(LEVEL_LABELS), isMany: true, mayBeNone: true },
  stage: { words: Object.values(STAGE_LABELS), isMany: false, mayBeNone: true },
  attribute: { words: Object.values(ATTRIBUTE_LABELS), isMany: false, mayBeNone: false },
};

/** How a column is written, where one cannot guess it. */
export const HINTS: Partial<Record<EntryFieldName, string>> = {
  content: '一行一项；分必选和可选的，前面写 ● 和 〇',
  basis: '一行一部',
  channels: '一行一个，■ 必选，□ 可选，如“■政府网站”',
  audience: '全社会，或者“特定群体：……”',
};
