import { AppError } from '../../../platform/errors';
import { writeChange } from './change-draft';
import type { DraftsDeps } from './deps';
import { putOut } from './put-out';

const AT_ONCE = 50;

/**
 * Lets out what was scheduled for a second that has come. May run on several servers at once: the draft is read and moved in one
 * transaction, so only one of them finds it scheduled.
 */
export async function publishDue(deps: DraftsDeps): Promise<void> {
  const faults: unknown[] = [];
  for (const { _id } of await deps.drafts.listDue(deps.clock.now(), AT_ONCE)) {
    try {
      await publishOne(deps, _id);
    } catch (error) {
      // One that cannot go out does not hold up the others.
      if (error instanceof AppError) await putBack(deps, _id, error);
      else faults.push(error);
    }
  }
  if (faults.length > 0) throw new AggregateError(faults, 'scheduled notices could not be published');
}

const publishOne = (deps: DraftsDeps, id: string): Promise<void> =>
  deps.transaction(async tx => {
    const draft = await deps.drafts.get(id, tx);
    const { state, publishAt } = draft;
    if (state !== 'scheduled' || publishAt === null || publishAt > deps.clock.now()) return;
    for (const one of [draft, ...(await deps.drafts.listScheduledWith(id, tx))]) {
      const by = one.timeline.findLast(entry => entry.act === 'scheduled')?.by ?? one.updatedBy;
      await writeChange(deps, 'system', one, await putOut(deps, 'system', one, { by, at: publishAt }, tx), tx);
    }
  });

/** Something it names is gone since it was approved: it waits for a person again, with what was wrong. */
const putBack = (deps: DraftsDeps, id: string, error: AppError): Promise<void> =>
  deps.transaction(async tx => {
    const draft = await deps.drafts.get(id, tx);
    if (draft.state !== 'scheduled') return;
    const note = error.errors?.map(({ message }) => message).join(' ') || error.code;
    for (const one of [draft, ...(await deps.drafts.listScheduledWith(id, tx))])
      await writeChange(
        deps,
        'system',
        one,
        {
          ...{ act: 'publish_failed', move: { kind: 'unschedule' }, note },
          set: { publishAt: null, publishesWith: null },
        },
        tx,
      );
  });
