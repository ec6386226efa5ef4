import type { OfficeActor } from '../../http/actor';
import { AppError } from '../../platform/errors';
import type { Platform } from '../../platform/platform';
import type { Tx } from '../../platform/transaction';
import type { Audit } from '../audit';
import { preparesFor } from './participation.policy';

interface Discardable {
  unitId: string;
  publishedAt: Date | null;
  revision: number;
  discardedAt?: Date | null;
}
interface Kept<R> {
  get(id: string, tx: Tx): Promise<R>;
  update(id: string, set: { discardedAt: Date }, tx: Tx): Promise<void>;
}

/**
 * Throws away a questionnaire or a meeting that was never published: it is in no list any more and found by nobody, its trail stays in the
 * audit. Throws as its noun says: not_found, state, changed.
 */
export const discardUnpublished = <R extends Discardable>(
  deps: Pick<Platform, 'transaction' | 'clock'> & { audit: Audit },
  records: Kept<R>,
  noun: 'survey' | 'meeting',
  { actor, id, revision }: { actor: OfficeActor; id: string; revision: number },
): Promise<void> =>
  deps.transaction(async tx => {
    const record = await records.get(id, tx);
    if (!preparesFor(actor, record.unitId)) throw new AppError(`${noun}.not_found`);
    if (record.publishedAt !== null) throw new AppError(`${noun}.state`);
    if (record.revision !== revision) throw new AppError(`${noun}.changed`);
    await records.update(id, { discardedAt: deps.clock.now() }, tx);
    const subject = { collection: `${noun}s`, id, fields: ['discardedAt'], from: 'draft', to: 'discarded' };
    await deps.audit.add(actor, `${noun}.discarded`, subject, tx);
  });
