import type { StaffRole } from '@bandeng/contracts/routes';
import type { World } from './world.fixtures';

/** What a call is made with. */
export interface Call {
  params?: Record<string, string>;
  query?: Record<string, string>;
  body?: object;
}

/**
 * Who may do what to whose, route by route:
 * `public`: anybody; `own`: what the caller has by being logged in; `district`: any holder of the role, the thing belongs to no unit;
 * `derived`: goes through a route that has a line of its own, or takes a file and has a test of its own; `machine`: a program.
 * `panel`: who was asked to a panel, and no other evaluator. `whole`: holders for the whole district only. `unit`: a record of a unit, for holders of the role for it or for the district.
 * `listed`: the id it gives is in the list of those and of nobody else. `self`: a record of one resident.
 */
export type Line =
  | 'public'
  | 'own'
  | 'district'
  | 'derived'
  | 'machine'
  | { panel: (world: World) => Promise<Call> }
  | { whole: (world: World) => Promise<Call> }
  | { unit: (world: World) => Promise<Call>; roles?: readonly StaffRole[] }
  | { listed: (world: World) => Promise<string>; roles?: readonly StaffRole[]; call?: (id: string) => Call }
  | { self: (world: World) => Promise<Call>; unit?: (world: World) => Promise<Call>; roles?: readonly StaffRole[] };

type DraftState = Parameters<World['draft']>[0];
/** A draft in this state, as it was seen. */
export const draft = (state: DraftState, more: object = {}) => ({
  unit: async (world: World): Promise<Call> => {
    const { id, revision, contentHash } = await world.draft(state);
    const body = { revision, ...more, ...('checklist' in more && { contentHash }) };
    return { params: { id }, body };
  },
});
export const CHECKLIST = { accurate: true, timely: true, complete: true, secrecy: true };

type Letters = 'letter' | 'voidLetter' | 'deliveredLetter';
export const ofRecord =
  (
    make:
      | 'publish'
      | 'feedback'
      | 'consultation'
      | 'consultationDraft'
      | 'request'
      | 'handedOn'
      | 'decided'
      | 'inArchive'
      | Letters
      | 'remedy'
      | 'message',
    more: Call = {},
  ) =>
  async (world: World): Promise<Call> => ({ params: { id: await world[make]() }, ...more });
export const ofComment =
  (body?: object) =>
  async (world: World): Promise<Call> => ({ params: await world.comment(), ...(body && { body }) });
export const ofEntry =
  (call: (entryId: string) => Call) =>
  async (world: World): Promise<Call> => {
    const { id, entryId } = await world.editionEntry();
    const { params, ...rest } = call(entryId);
    return { params: { id, ...params }, ...rest };
  };
