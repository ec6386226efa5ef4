import type { PanelNote, PanelRound } from '@bandeng/contracts/types';
import { hasRole, type OfficeActor } from '../../../http/actor';
import { created, defineHandlers } from '../../../http/handlers';
import { AppError } from '../../../platform/errors';
import type { ServerModule } from '../../../platform/module';
import type { PanelDeps } from './deps';
import { answerNote, takeBackNote, writeNote } from './notes';
import { canAnswer, canConvene, isPanelist } from './round.policy';
import type { NoteRecord, RoundRecord } from './round.repository';
import { closeRound, getReadableRound, openRound } from './run-round';

export function roundsHandlers(deps: PanelDeps) {
  const { rounds } = deps;

  async function namesOf(ids: readonly string[]) {
    const people = await deps.people.describeStaff([...new Set(ids)]);
    return (id: string) => ({ id, name: people.get(id)?.name ?? '' });
  }

  async function present(actor: OfficeActor, records: readonly RoundRecord[]): Promise<PanelRound[]> {
    const nameOf = await namesOf(records.flatMap(({ memberIds, openedBy }) => [...memberIds, openedBy]));
    return Promise.all(
      records.map(async ({ _id, memberIds, openedAt, openedBy, closedAt, ...round }) => ({
        id: _id,
        ...round,
        members: memberIds.map(nameOf),
        openedAt: openedAt.toISOString(),
        openedBy: nameOf(openedBy),
        closedAt: closedAt?.toISOString() ?? null,
        noteCount: await rounds.countNotes(_id),
        unanswered: await rounds.countUnanswered(_id),
        abilities: {
          write: round.state === 'open' && isPanelist(actor, { memberIds }),
          close: round.state === 'open' && canConvene(actor),
        },
      })),
    );
  }

  async function presentNotes(
    actor: OfficeActor,
    round: RoundRecord,
    notes: readonly NoteRecord[],
  ): Promise<PanelNote[]> {
    const nameOf = await namesOf(notes.flatMap(({ by, answer }) => [by, ...(answer ? [answer.by] : [])]));
    return Promise.all(
      notes.map(async ({ _id, entryId, by, at, body, answer }) => {
        const entry = entryId === null ? null : await deps.catalog.findEntry(round.editionId, entryId);
        const isOpen = round.state === 'open';
        return {
          id: _id,
          entryId,
          entryName: entry?.name ?? null,
          by: nameOf(by),
          at: at.toISOString(),
          body,
          answer: answer && { ...answer, by: nameOf(answer.by), at: answer.at.toISOString() },
          abilities: {
            change: isOpen && answer === null && by === actor.staffId && isPanelist(actor, round),
            answer: isOpen && canAnswer(actor, entry),
          },
        };
      }),
    );
  }
  const presentNote = async (actor: OfficeActor, id: string, note: NoteRecord) =>
    (await presentNotes(actor, (await rounds.find(id))!, [note]))[0]!;

  return defineHandlers({
    'staff.rounds.list': async ({ actor, params, query }) => {
      if (!(await deps.catalog.findEdition(params.id))) throw new AppError('edition.not_found');
      const memberId = hasRole(actor, 'editor', 'office') ? undefined : actor.staffId;
      const { items, nextCursor } = await rounds.page(params.id, memberId, query);
      return { items: await present(actor, items), nextCursor };
    },
    'staff.rounds.panelists': async () => ({ items: await deps.people.listStaffWith('evaluator') }),
    'staff.rounds.open': async ({ actor, params, body }) => {
      const { round, isNew } = await openRound(deps, actor, { editionId: params.id, ...body });
      return created((await present(actor, [round]))[0]!, isNew);
    },
    'staff.rounds.get': async ({ actor, params }) =>
      (await present(actor, [await getReadableRound(deps, actor, params.id)]))[0]!,
    'staff.rounds.close': async ({ actor, params, body }) =>
      (await present(actor, [await closeRound(deps, actor, { ...params, ...body })]))[0]!,
    'staff.rounds.notes': async ({ actor, params, query }) => {
      const round = await getReadableRound(deps, actor, params.id);
      const { items, nextCursor } = await rounds.pageNotes(params.id, query);
      return { items: await presentNotes(actor, round, items), nextCursor };
    },
    'staff.rounds.writeNote': async ({ actor, params, body }) =>
      presentNote(actor, params.id, await writeNote(deps, actor, { ...params, ...body })),
    'staff.rounds.takeBackNote': ({ actor, params }) => takeBackNote(deps, actor, params),
    'staff.rounds.answerNote': async ({ actor, params, body }) =>
      presentNote(actor, params.id, await answerNote(deps, actor, { ...params, ...body })),
  });
}

/** A panelist is asked to read, the office to answer and conclude. */
export const listWaitingRounds =
  ({ rounds, catalog }: PanelDeps): NonNullable<ServerModule['listWaiting']> =>
  async (actor, limit) => {
    const isOffice = canConvene(actor);
    if (!isOffice && !hasRole(actor, 'evaluator')) return [];
    const open = await rounds.listOpen(isOffice ? undefined : actor.staffId, limit);
    const editions = new Map(
      (await catalog.findEditions([...new Set(open.map(({ editionId }) => editionId))])).map(one => [
        one._id,
        one.title,
      ]),
    );
    return open.map(({ _id, editionId, kind, openedAt, dueOn }) => ({
      kind: 'round',
      recordId: _id,
      title: editions.get(editionId) ?? '',
      note: `标准目录 · ${kind === 'expert' ? '专家' : '代表'}评审`,
      step: isOffice ? '答复意见，结束评审' : '看草案，提意见',
      since: openedAt.toISOString(),
      dueOn,
    }));
  };
