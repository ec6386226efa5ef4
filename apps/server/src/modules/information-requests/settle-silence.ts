import { clockOf } from './case-clock';
import { changeInformationRequest } from './change-information-request';
import { changed, SILENT } from './consultation-actions';
import type { InformationRequestsDeps } from './deps';
import type { InformationRequestRecord } from './information-request.model';

const AT_ONCE = 200;

/**
 * Finds that a third party or another agency said nothing in time: the clock goes on with the day after their last (Art. 33).
 * What it means differs, and is not decided here: of a third party the authority decides (Art. 32), of another agency it is consent (Art. 34).
 */
export async function settleSilence(deps: InformationRequestsDeps): Promise<void> {
  const today = deps.clock.today();
  for (let last = '', isMore = true; isMore;) {
    const ids = await deps.requests.listWaitedFor(today, last, AT_ONCE);
    for (const id of ids) await settleOne(deps, id);
    last = ids.at(-1) ?? last;
    isMore = ids.length === AT_ONCE;
  }
}

/** One letter a time: each is a step of its own. */
async function settleOne(deps: InformationRequestsDeps, id: string): Promise<void> {
  for (let isMore = true; isMore;) {
    isMore = false;
    await changeInformationRequest(deps, 'system', id, async (record: InformationRequestRecord, today) => {
      const { questions } = clockOf(record, await deps.holidays.calendar());
      const over = questions.find(({ deadline }) => deadline < today);
      const letter = over && record.consultations?.find(({ id: ref }) => ref === over.ref);
      if (!over || !letter) return null;
      isMore = true;
      return {
        event: 'information-request.consultation_silent',
        by: 'system',
        fact: { type: SILENT[letter.kind], on: today, ref: letter.id, deadline: over.deadline },
        fields: ['consultations'],
        set: { consultations: changed(record, letter.id, { isSilent: true, deadline: over.deadline }) },
      };
    });
  }
}
