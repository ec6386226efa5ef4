import type { Listener } from '../../platform/listeners';
import { changeComment } from './change-comment';
import { checkComment } from './check-comment';
import { placeCounter } from './consultation.presenter';
import type { ConsultationsDeps } from './deps';

const idsOf = (event: Record<string, unknown>) => ({
  commentId: String(event.commentId),
  consultationId: String(event.consultationId),
});

/** What happens after a comment was stored or changed. */
export function consultationListeners(deps: ConsultationsDeps): Listener[] {
  return [
    {
      name: 'consultations.count',
      events: [
        'comment.created',
        'comment.checked',
        'comment.reviewed',
        'comment.withdrawn',
        'comment.answered',
        'comment.duplicate_linked',
      ],
      handle: (event, { once }) => count(deps, event, once),
    },
    {
      name: 'consultations.count-supports',
      events: ['comment.supported'],
      handle: (event, { once }) => once(tx => deps.comments.increase(String(event.commentId), { supports: 1 }, tx)),
    },
    { name: 'consultations.check', events: ['comment.created'], handle: event => checkComment(deps, idsOf(event)) },
    {
      name: 'consultations.queue-report',
      events: ['comment.reported'],
      handle: async event => {
        await changeComment(deps, 'system', idsOf(event), async (comment, _consultation, tx) => {
          const reportCount = await deps.comments.countReports(comment._id, tx);
          if (comment.reportCount >= reportCount) return null;
          // One that came in while somebody looked has its answer already.
          const isReported = (await deps.comments.countOpenReports(comment._id, tx)) > 0;
          return { event: 'comment.queued', set: { reportCount, isReported } };
        });
      },
    },
  ];
}

/** Adds one event to the numbers: per consultation, per place, per column. Exactly once, and not in the way of the next comment. */
async function count(
  deps: ConsultationsDeps,
  event: Record<string, unknown>,
  once: Parameters<Listener['handle']>[1]['once'],
): Promise<void> {
  const consultationId = String(event.consultationId);
  const isNew = event.name === 'comment.created';
  const visible = { now: Number(event.now), end: Number(event.end) };
  if (!isNew && visible.now === 0 && visible.end === 0) return;
  await once(async tx => {
    await deps.comments.increase(consultationId, { ...(isNew && { received: 1 }), ...visible }, tx);
    if (!isNew) return;
    const by = { received: 1, ...(event.field !== null && { [`fields.${String(event.field)}`]: 1 }) };
    await deps.comments.increase(placeCounter(consultationId, String(event.place)), by, tx);
  });
}
