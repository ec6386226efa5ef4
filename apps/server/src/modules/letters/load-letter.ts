import type { RouteInput } from '@bandeng/contracts/types';
import type { OfficeActor } from '../../http/actor';
import { shanghaiDate } from '../../platform/clock';
import { deliverLetter } from './deliver-letter';
import type { LettersDeps } from './deps';
import { finalizeLetter } from './finalize-letter';
import { sealLetter } from './seal-letter';

/** A letter as it was made at an earlier time, and as it went out then. */
export interface LoadedLetter {
  id: string;
  requestId: string;
  key: string;
  facts: Record<string, string>;
  at: Date;
  actor: OfficeActor;
  sealed: { name: string; bytes: Buffer; delivery: RouteInput<'staff.letters.deliver'>['body'] } | null;
}

/** By the same use cases as the calls; nobody is told, and what was done by a load that broke off is left alone. */
export async function loadLetter(deps: LettersDeps, { at, actor, sealed, ...input }: LoadedLetter): Promise<void> {
  const then: LettersDeps = {
    ...deps,
    clock: { ...deps.clock, now: () => at, today: () => shanghaiDate(at) },
    outbox: { ...deps.outbox, add: () => Promise.resolve() },
  };
  const { record } = await finalizeLetter(then, actor, input);
  if (sealed === null) return;
  if (record.state === 'final') {
    const file = await deps.files.keep(actor, sealed);
    if (file) await sealLetter(then, actor, { id: input.id, fileId: file.id });
  }
  await deliverLetter(then, actor, { letterId: input.id, ...sealed.delivery });
}
