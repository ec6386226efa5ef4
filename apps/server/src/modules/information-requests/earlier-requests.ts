import type { RouteAnswer, RouteInput } from '@bandeng/contracts/types';
import { replyKinds, groundRefusal, likenessOf, requestStatusLabels } from '@bandeng/rules';
import type { OfficeActor } from '../../http/actor';
import { shanghaiDate } from '../../platform/clock';
import { AppError, invalidField } from '../../platform/errors';
import { assertAllowed, changeInformationRequest } from './change-information-request';
import type { InformationRequestsDeps } from './deps';
import type { GroundCase, RequestGround } from './ground.model';
import type { InformationRequestRecord } from './information-request.model';
import { hasEnded, isOfficer, isRecordCorrection } from './information-request.policy';
import { presentKinds } from './present-deciding';
import { getReadable } from './read-information-request';

type Earlier = RouteAnswer<'staff.informationRequests.earlier'>;
type Deps = Pick<InformationRequestsDeps, 'requests'>;

/** The newest that are looked at; who asked for more has asked for enough. */
const MOST = 200;

const subjectOf = ({ content }: InformationRequestRecord): string =>
  [content.name, content.documentNumber, content.description].filter(Boolean).join(' ');
const answeredOn = ({ events }: InformationRequestRecord): string | null =>
  events.find(({ fact }) => fact.type === 'decided')?.fact.on ?? null;
/** Of the papers that were given, as far as they were counted. */
const pagesOf = ({ decision, redactions = [] }: InformationRequestRecord): number =>
  redactions
    .filter(({ fileId }) => decision?.attachmentIds.includes(fileId))
    .reduce((sum, { pages }) => sum + (pages ?? 0), 0);

/** What the same applicant asked of this office before, the most alike first; found by the blind index of their number. */
async function earlierOf({ requests }: Deps, record: InformationRequestRecord) {
  const found = await requests.listEarlierOfApplicant(record, MOST);
  const subject = subjectOf(record);
  return found
    .map(earlier => ({ earlier, likeness: likenessOf(subject, subjectOf(earlier)) }))
    .sort((a, b) => b.likeness - a.likeness || Number(b.earlier.submittedAt) - Number(a.earlier.submittedAt));
}

/** How many in the month and in the year of this one, this one included. */
async function countsOf(
  { requests }: Deps,
  record: InformationRequestRecord,
): Promise<Omit<Earlier['counts'], 'pages'>> {
  const day = shanghaiDate(record.submittedAt);
  const since = (from: string) => requests.countOfApplicant(record, new Date(`${from}T00:00:00+08:00`));
  const [month, year] = await Promise.all([since(`${day.slice(0, 7)}-01`), since(`${day.slice(0, 4)}-01-01`)]);
  return { month, year };
}

/** The evidence for Art. 36 (6) and Art. 35, for whoever handles the case. */
export async function readEarlier(deps: InformationRequestsDeps, actor: OfficeActor, id: string): Promise<Earlier> {
  const record = await getReadable(deps, actor, id);
  const [earlier, counts] = await Promise.all([earlierOf(deps, record), countsOf(deps, record)]);
  return {
    counts: { ...counts, pages: earlier.reduce((sum, { earlier: one }) => sum + pagesOf(one), 0) },
    items: earlier.map(({ earlier: one, likeness }) => ({
      ...{ id: one._id, number: one.number, name: one.content.name, likeness },
      submittedAt: one.submittedAt.toISOString(),
      status: one.status,
      statusText: requestStatusLabels[one.status],
      answeredOn: answeredOn(one),
      kinds: one.decision ? presentKinds(one.decision.kinds) : [],
      pages: pagesOf(one),
    })),
  };
}

/**
 * What an officer found in that: asked before, or too much, with the cases it rests on, kept as they were shown. It ends nothing: the
 * answer goes its way over legal adviser and head (Art. 36 (6)), the applicant is asked for reasons first (Art. 35).
 */
export const recordGround = (
  deps: InformationRequestsDeps,
  actor: OfficeActor,
  { id, body }: { id: string; body: RouteInput<'staff.informationRequests.recordGround'>['body'] },
): Promise<InformationRequestRecord> =>
  changeInformationRequest(deps, actor, id, async record => {
    assertAllowed(isOfficer(actor, record));
    const grounds = record.grounds ?? [];
    const known = grounds.find(ground => ground.id === body.id);
    if (known) {
      const isSame =
        known.finding === body.finding &&
        known.note === body.note &&
        known.staffId === actor.staffId &&
        known.cases.map(({ id: caseId }) => caseId).join() === body.caseIds.join();
      if (!isSame) throw new AppError('id.conflict');
      return null;
    }
    if (isRecordCorrection(record) || record.receivedOn === null || hasEnded(record))
      throw new AppError('request.state');
    const shown = new Map((await earlierOf(deps, record)).map(one => [one.earlier._id, one]));
    const cases = body.caseIds.map((caseId): GroundCase => {
      const one = shown.get(caseId);
      if (!one) throw invalidField('caseIds', '里面有不是这位申请人以前在本机关的申请。');
      const { earlier, likeness } = one;
      return {
        ...{ id: caseId, number: earlier.number, name: earlier.content.name, likeness },
        ...{ submittedOn: shanghaiDate(earlier.submittedAt), answeredOn: answeredOn(earlier) },
        kinds: earlier.decision?.kinds ?? [],
      };
    });
    const refusal = groundRefusal(body.finding, cases);
    if (refusal !== null) throw invalidField('caseIds', refusal);
    const { finding, note } = body;
    const counts = await countsOf(deps, record);
    const ground: RequestGround = {
      ...{ id: body.id, at: deps.clock.now(), staffId: actor.staffId },
      ...{ finding, note, cases, countInMonth: counts.month, countInYear: counts.year },
    };
    return {
      event: 'information-request.ground_recorded',
      by: 'office',
      fact: null,
      fields: ['grounds'],
      set: { grounds: [...grounds, ground] },
    };
  });

/** An answer as a letter cites it. */
export const citedCase = ({ number, name, answeredOn: on, kinds }: GroundCase): string =>
  `${on ?? ''}对“${name}”（编号${number}）的答复（${kinds.map(kind => replyKinds[kind].label).join('；')}）`;
