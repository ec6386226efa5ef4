import type { OpinionDeps } from './deps';
import { recounted, remindersOf } from './opinion-times';

const AT_ONCE = 100;

/** Of what is not out yet: the unit, and one level up when the hour is there. Of steps that went by unseen only the last of each is told. */
export async function remindOfOpinions(deps: OpinionDeps): Promise<void> {
  for (let isMore = true; isMore;) {
    const now = deps.clock.now();
    const due = await deps.opinions.listToRemind(now, AT_ONCE);
    for (const { _id } of due)
      await deps.transaction(async tx => {
        const record = await deps.opinions.get(_id, tx);
        const passed = remindersOf(record, now).filter(({ at }) => at <= now);
        const next = recounted({ ...record, remindedAt: now }, now);
        // Somebody was quicker: their step has counted the reminders anew.
        if (!(await deps.opinions.replace(next, tx))) return;
        const told = new Map(passed.map(reminder => [reminder.duty, reminder]));
        for (const { duty, step, to } of told.values())
          await deps.outbox.add(
            { name: 'opinion.reminded', opinionId: _id, unitId: record.unitId, duty, step, to },
            tx,
          );
      });
    isMore = due.length === AT_ONCE;
  }
}
