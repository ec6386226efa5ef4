import { shanghaiDate } from '../../../platform/clock';
import type { NoticesDeps } from '../deps';
import { buildObjection, insertObjection, OBJECTIONS } from './create-objection';
import { countObjections } from './next-step';
import type { ObjectionResult } from './posting.model';

/** An objection as it was made earlier, and the conclusion it had. */
export interface LoadedObjection {
  id: string;
  noticeId: string;
  accountId: string;
  name: string;
  text: string;
  at: Date;
  settled?: { at: Date; by: string; result: ObjectionResult; reason: string };
}
export interface LoadedConclusion {
  noticeId: string;
  at: Date;
  by: string;
  statement: string;
}

/** Writes what became of postings as it happened earlier (the demo district); what exists is left alone, and nobody is told. */
export async function loadPostings(
  deps: NoticesDeps,
  { objections, conclusions }: { objections: readonly LoadedObjection[]; conclusions: readonly LoadedConclusion[] },
): Promise<void> {
  for (const given of objections) await loadObjection(deps, given);
  for (const { noticeId, ...concluded } of conclusions)
    await deps.transaction(async tx => {
      const course = await deps.postings.find(noticeId, tx);
      if (!course || course.concluded) return;
      const { open: _, ...counts } = countObjections(await deps.objections.outcomesOf(noticeId, tx));
      await deps.postings.update(noticeId, { state: 'concluded', concluded: { ...concluded, ...counts } }, tx);
    });
}

async function loadObjection(deps: NoticesDeps, given: LoadedObjection): Promise<void> {
  const { id, noticeId, accountId, name, text, at, settled } = given;
  const [notice, known] = await Promise.all([deps.notices.find(noticeId), deps.objections.find(id)]);
  if (!notice || known) return;
  const record = await buildObjection(deps, {
    ...{ _id: id, noticeId, unitId: notice.unitId, accountId, recordedBy: null, source: 'app' as const },
    ...{ contentHash: 'loaded', receivedOn: shanghaiDate(at), createdAt: at, words: { text, name } },
  });
  const conclusion = settled && {
    ...{ state: 'settled' as const, examinedBy: settled.by, settledBy: settled.by, settledAt: settled.at },
    ...{ result: settled.result, reason: settled.reason },
  };
  await deps.transaction(async tx => {
    await insertObjection(deps, { ...record, ...conclusion }, text, tx);
    await deps.audit.add('system', 'objection.received', { collection: OBJECTIONS, id, to: 'received' }, tx);
  });
}
