import type { Entry } from '@bandeng/contracts/types';

/** What an entry says, as the sheet says it; ids of units and the parts of 公开时限 are made of it. */
export type EntryFields = Pick<
  Entry,
  | 'path'
  | 'name'
  | 'number'
  | 'content'
  | 'basis'
  | 'timeLimitsText'
  | 'publisherText'
  | 'office'
  | 'channels'
  | 'audience'
  | 'mode'
  | 'level'
  | 'stage'
  | 'category'
  | 'attribute'
  | 'siteColumn'
  | 'phone'
  | 'supervisionPhone'
  | 'ground'
>;
export type Channel = Entry['channels'][number]['channel'];
export type Level = Entry['level'][number];
export type Stage = NonNullable<Entry['stage']>;
export type Attribute = Entry['attribute'];
export type Mode = Entry['mode'][number];

export {
  ATTRIBUTE_LABELS,
  CHANNEL_LABELS,
  FIELD_LABELS,
  LEVEL_LABELS,
  MODE_LABELS,
  STAGE_LABELS,
} from '@bandeng/contracts/routes';
