import type { RouteInput } from '@bandeng/contracts/types';
import type { RequestEvent } from '@bandeng/rules';
import type { OfficeActor } from '../../http/actor';
import { AppError, invalidField } from '../../platform/errors';
import { clockOf } from './case-clock';
import { assertAllowed, changeInformationRequest, type CaseChange } from './change-information-request';
import type { InformationRequestsDeps } from './deps';
import { hasEnded, isOfficer } from './information-request.policy';
import type { InformationRequestRecord, RequestConsultation } from './information-request.model';

type Change = Promise<InformationRequestRecord>;

const ASKED = { third_party: 'thirdPartyAsked', other_agency: 'otherAgencyAsked' } as const;
const SERVED = { third_party: 'thirdPartyServed', other_agency: 'otherAgencyServed' } as const;
const ANSWERED = { third_party: 'thirdPartyAnswered', other_agency: 'otherAgencyAnswered' } as const;
export const SILENT = { third_party: 'thirdPartySilent', other_agency: 'otherAgencySilent' } as const;

/** A letter to a third party (Art. 32) or to another agency (Art. 34): the clock stands still from the next day. */
export const consultOthers = (
  deps: InformationRequestsDeps,
  actor: OfficeActor,
  { id, body }: { id: string; body: RouteInput<'staff.informationRequests.consult'>['body'] },
): Change =>
  changeInformationRequest(deps, actor, id, (record, today) => {
    assertAllowed(isOfficer(actor, record));
    const consultations = record.consultations ?? [];
    const names = deps.requests.openOthers(record);
    const known = consultations.find(consultation => consultation.id === body.id);
    if (known) {
      const isSame = known.kind === body.kind && known.question === body.question && names[body.id] === body.name;
      if (!isSame) throw new AppError('id.conflict');
      return null;
    }
    const letter: RequestConsultation = {
      id: body.id,
      kind: body.kind,
      question: body.question,
      askedOn: today,
      servedOn: null,
      deadline: null,
      isSilent: false,
      answer: null,
    };
    return {
      event: 'information-request.consulted',
      by: 'office',
      fact: { type: ASKED[body.kind], on: today, ref: body.id },
      fields: ['consultations'],
      set: {
        consultations: [...consultations, letter],
        others: deps.requests.sealOthers(id, { ...names, [body.id]: body.name }),
      },
    };
  });

/** When a letter arrived, or what was answered; both are often learnt later than they happened. */
export const recordConsultation = (
  deps: InformationRequestsDeps,
  actor: OfficeActor,
  input: {
    id: string;
    consultationId: string;
    body: RouteInput<'staff.informationRequests.recordConsultation'>['body'];
  },
): Change =>
  changeInformationRequest(deps, actor, input.id, async (record, today) => {
    assertAllowed(isOfficer(actor, record));
    const { body, consultationId } = input;
    const letter = record.consultations?.find(({ id }) => id === consultationId);
    if (!letter) throw new AppError('request.state', { data: { reason: '没有发出过这份征求意见函' } });
    if (body.on > today) throw invalidField('on', '这一天还没有到。');
    if (body.on < letter.askedOn) throw invalidField('on', '不能早于发出的那一天。');
    if (body.step === 'served')
      return {
        event: 'information-request.consultation_served',
        by: 'office',
        fact: { type: SERVED[letter.kind], on: body.on, ref: letter.id },
        fields: ['consultations'],
        set: { consultations: changed(record, letter.id, { servedOn: body.on }) },
      };
    if (letter.answer) throw new AppError('request.state', { data: { reason: '已经登记过对方的答复' } });
    const open = clockOf(record, await deps.holidays.calendar()).questions.find(({ ref }) => ref === letter.id);
    return answered(record, letter, { ...body, today, deadline: open?.deadline ?? letter.deadline });
  });

/** The day a question arrived, as its delivery tells it; nothing where it is known, answered, or the case is over. */
export async function recordServed(
  deps: InformationRequestsDeps,
  actor: OfficeActor,
  { requestId, consultationId, on }: { requestId: string; consultationId: string; on: string },
): Promise<void> {
  const record = await deps.requests.find(requestId);
  const letter = record?.consultations?.find(({ id }) => id === consultationId);
  if (!record || !letter || letter.servedOn !== null || letter.answer || letter.isSilent || hasEnded(record)) return;
  await recordConsultation(deps, actor, { id: requestId, consultationId, body: { step: 'served', on } });
}

/** An answer in time ends the pause on its day; a late one is kept and read, and the pause has ended with the last day they had. */
function answered(
  record: InformationRequestRecord,
  letter: RequestConsultation,
  given: { on: string; opinion: NonNullable<RequestConsultation['answer']>['opinion']; text: string } & {
    today: string;
    deadline: string | null;
  },
): CaseChange {
  const { on, opinion, text, today, deadline } = given;
  const isLate = deadline !== null && on > deadline;
  const late: RequestEvent | null =
    isLate && !letter.isSilent ? { type: SILENT[letter.kind], on: today, ref: letter.id, deadline } : null;
  return {
    event: 'information-request.consultation_answered',
    by: 'office',
    fact: isLate ? late : { type: ANSWERED[letter.kind], on, ref: letter.id },
    // Silence was found because nobody had written down the answer yet: it was none.
    drops: ({ fact }) => !isLate && fact.type === SILENT[letter.kind] && fact.ref === letter.id,
    fields: ['consultations'],
    set: {
      consultations: changed(record, letter.id, {
        answer: { on, opinion, text, isLate },
        deadline,
        isSilent: isLate,
      }),
    },
  };
}

export const changed = (
  record: InformationRequestRecord,
  id: string,
  change: Partial<RequestConsultation>,
): RequestConsultation[] =>
  (record.consultations ?? []).map(letter => (letter.id === id ? { ...letter, ...change } : letter));
