import type { RouteInput } from '@bandeng/contracts/types';
import type { OfficeActor } from '../../../http/actor';
import { AppError } from '../../../platform/errors';
import type { Tx } from '../../../platform/transaction';
import type { PanelDeps } from './deps';
import { canAnswer, isPanelist } from './round.policy';
import { getReadableRound } from './run-round';
import type { NoteRecord, RoundRecord } from './round.repository';

interface Named {
  id: string;
  noteId: string;
}

async function getOpen(deps: PanelDeps, id: string, tx: Tx): Promise<RoundRecord> {
  const round = await deps.rounds.find(id, tx);
  if (round?.state !== 'open') throw new AppError('round.closed');
  // Who ends the round at the same time conflicts with this.
  await deps.rounds.put(round, tx);
  return round;
}

/** Leaves a note, or changes the own one that nobody answered yet. */
export async function writeNote(
  deps: PanelDeps,
  actor: OfficeActor,
  given: Named & RouteInput<'staff.rounds.writeNote'>['body'],
): Promise<NoteRecord> {
  const { id, noteId, entryId, body } = given;
  const { editionId, memberIds } = await getReadableRound(deps, actor, id);
  if (!isPanelist(actor, { memberIds })) throw new AppError('auth.forbidden');
  if (entryId !== null && !(await deps.catalog.findEntry(editionId, entryId))) throw new AppError('entry.not_found');
  return deps.transaction(async tx => {
    await getOpen(deps, id, tx);
    const before = await deps.rounds.findNote(noteId, tx);
    if (before && (before.roundId !== id || before.by !== actor.staffId)) throw new AppError('id.conflict');
    if (before?.answer) throw new AppError('note.answered');
    const note: NoteRecord = {
      _id: noteId,
      roundId: id,
      editionId,
      entryId,
      by: actor.staffId,
      at: before?.at ?? deps.clock.now(),
      body,
      answer: null,
    };
    await deps.rounds.putNote(note, tx);
    const action = before ? 'note.changed' : 'note.written';
    await deps.audit.add(actor, action, { collection: 'catalogNotes', id: noteId, fields: ['body'] }, tx);
    return note;
  });
}

/** The own one, as long as nobody answered it. */
export async function takeBackNote(deps: PanelDeps, actor: OfficeActor, { id, noteId }: Named): Promise<void> {
  await getReadableRound(deps, actor, id);
  await deps.transaction(async tx => {
    await getOpen(deps, id, tx);
    const note = await deps.rounds.findNote(noteId, tx);
    if (note?.roundId !== id || note.by !== actor.staffId) throw new AppError('note.not_found');
    if (note.answer) throw new AppError('note.answered');
    await deps.rounds.deleteNote(noteId, tx);
    await deps.audit.add(actor, 'note.taken_back', { collection: 'catalogNotes', id: noteId }, tx);
  });
}

/** What becomes of a note; until the round ends the answer can be changed. */
export async function answerNote(
  deps: PanelDeps,
  actor: OfficeActor,
  given: Named & RouteInput<'staff.rounds.answerNote'>['body'],
): Promise<NoteRecord> {
  const { id, noteId, verdict, words } = given;
  const { editionId } = await getReadableRound(deps, actor, id);
  return deps.transaction(async tx => {
    await getOpen(deps, id, tx);
    const note = await deps.rounds.findNote(noteId, tx);
    if (note?.roundId !== id) throw new AppError('note.not_found');
    const entry = note.entryId === null ? null : await deps.catalog.findEntry(editionId, note.entryId);
    // An entry that was taken out since is answered for by who keeps all of them.
    if (!canAnswer(actor, entry)) throw new AppError('auth.forbidden');
    const answered = { ...note, answer: { verdict, words, by: actor.staffId, at: deps.clock.now() } };
    await deps.rounds.putNote(answered, tx);
    const subject = { collection: 'catalogNotes', id: noteId, fields: ['answer'] };
    await deps.audit.add(actor, 'note.answered', subject, tx);
    return answered;
  });
}
