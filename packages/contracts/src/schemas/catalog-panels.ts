import { z } from 'zod';
import {
  Abilities,
  ClientId,
  Empty,
  GivenDate,
  Id,
  IdParams,
  Instant,
  ListQuery,
  LocalDate,
  Nothing,
  Ref,
  page,
  text,
} from './common';

export const PANEL_KINDS = ['expert', 'representative'] as const;
export const NOTE_VERDICTS = ['adopted', 'partly', 'not_adopted'] as const;

export const PanelRound = z.object({
  id: z.string(),
  editionId: z.string(),
  kind: z.enum(PANEL_KINDS),
  members: z.array(Ref),
  /** By when notes are asked for; later ones are taken until the round ends. */
  dueOn: LocalDate,
  openedAt: Instant,
  openedBy: Ref,
  state: z.enum(['open', 'closed']),
  conclusion: z.string().nullable(),
  closedAt: Instant.nullable(),
  noteCount: z.number().int(),
  unanswered: z.number().int(),
  abilities: Abilities,
});

export const PanelNote = z.object({
  id: z.string(),
  /** Null: of the edition as a whole. */
  entryId: z.string().nullable(),
  entryName: z.string().nullable(),
  by: Ref,
  at: Instant,
  body: z.string(),
  answer: z.object({ verdict: z.enum(NOTE_VERDICTS), words: z.string(), by: Ref, at: Instant }).nullable(),
  abilities: Abilities,
});

const NoteParams = z.strictObject({ id: Id, noteId: Id });

export const catalogPanelSchemas = {
  'staff.rounds.list': { params: IdParams, query: ListQuery, response: page(PanelRound) },
  'staff.rounds.open': {
    params: IdParams,
    body: z.strictObject({
      id: ClientId,
      kind: z.enum(PANEL_KINDS),
      memberIds: z.array(Id).min(1, '至少请一个人').max(50),
      dueOn: GivenDate,
    }),
    response: PanelRound,
  },
  'staff.rounds.panelists': { query: Empty, response: z.object({ items: z.array(Ref) }) },
  'staff.rounds.get': { params: IdParams, query: Empty, response: PanelRound },
  'staff.rounds.close': { params: IdParams, body: z.strictObject({ conclusion: text(2_000) }), response: PanelRound },
  'staff.rounds.notes': { params: IdParams, query: ListQuery, response: page(PanelNote) },
  'staff.rounds.writeNote': {
    params: NoteParams,
    body: z.strictObject({ entryId: Id.nullable(), body: text(2_000) }),
    response: PanelNote,
  },
  'staff.rounds.takeBackNote': { params: NoteParams, response: Nothing },
  'staff.rounds.answerNote': {
    params: NoteParams,
    body: z.strictObject({ verdict: z.enum(NOTE_VERDICTS), words: text(1_000) }),
    response: PanelNote,
  },
};
