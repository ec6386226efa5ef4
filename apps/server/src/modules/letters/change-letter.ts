import type { OfficeActor } from '../../http/actor';
import { AppError } from '../../platform/errors';
import type { Tx } from '../../platform/transaction';
import type { LettersDeps } from './deps';
import type { LetterRecord } from './letter.model';
import { isOfficer } from './letter.policy';

/**
 * The one way a letter changes after it is final: read, check, write with audit in one transaction.
 * @param decide throws when it cannot be; null when it was done already (a repeat)
 */
export function changeLetter(
  deps: LettersDeps,
  actor: OfficeActor,
  { id, action, fields }: { id: string; action: string; fields: readonly string[] },
  decide: (record: LetterRecord, tx: Tx) => Partial<LetterRecord> | null | Promise<Partial<LetterRecord> | null>,
): Promise<LetterRecord> {
  return deps.transaction(async tx => {
    const record = await deps.letters.get(id, tx);
    if (!isOfficer(actor, record)) throw new AppError('letter.not_found');
    const change = await decide(record, tx);
    if (change === null) return record;
    const next = { ...record, ...change };
    if (!(await deps.letters.replace(next, tx))) throw new AppError('letter.state');
    const states = next.state !== record.state && { from: record.state, to: next.state };
    await deps.audit.add(actor, action, { collection: 'letters', id, fields, ...states }, tx);
    return { ...next, revision: record.revision + 1 };
  });
}

/** A mistake found before it went out: the letter stays readable and keeps its number, another one may be made. */
export const voidLetter = (
  deps: LettersDeps,
  actor: OfficeActor,
  { id, reason }: { id: string; reason: string },
): Promise<LetterRecord> =>
  changeLetter(deps, actor, { id, action: 'letter.voided', fields: ['state'] }, record => {
    if (record.state === 'void' && record.voided?.reason === reason) return null;
    if (record.state === 'delivered' || record.state === 'void') throw new AppError('letter.state');
    return {
      state: 'void',
      sealOrder: null,
      slot: `${record.slot} ${record._id}`,
      voided: { at: deps.clock.now(), by: actor.staffId, reason },
    };
  });
