import { z } from 'zod';
import { Id } from './common';

/** Lists of the console that can be taken along as a table. */
export const TABLES = [
  'notices',
  'columns',
  'drafts',
  'feedback',
  'nudges',
  'consultations',
  'comments',
  'matters',
  'surveys',
  'meetings',
  'sign-ups',
  'information-requests',
  'enquiries',
  'opinions',
  'hotline-months',
  'annual-cases',
  'annual-remedies',
  'figure-cases',
  'duties',
  'editions',
  'findings',
  'panel-rounds',
  'panel-notes',
  'power-lists',
  'list-items',
  'list-changes',
  'decisions',
  'postings',
  'objections',
  'survey-texts',
  'staff',
  'rosters',
  'units',
  'areas',
  'places',
  'grid-buildings',
  'grid-doors',
  'grid-campaigns',
  'grid-coverage',
  'grid-workers',
  'grid-questions',
  'audit',
] as const;
export type TableName = (typeof TABLES)[number];

export const tableSchemas = {
  /** Beside `of` the filters of the list, checked as the list checks them. */
  'staff.tables.get': {
    params: z.strictObject({ list: z.enum(TABLES) }),
    query: z.object({ of: Id.optional() }).catchall(z.string().max(200)),
  },
};
