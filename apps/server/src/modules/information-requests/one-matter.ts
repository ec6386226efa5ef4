import type { RouteInput } from '@bandeng/contracts/types';
import { canonicalJson, mergeRefusal, splitRefusal, type HolidayCalendar, type OneMatterCase } from '@bandeng/rules';
import district from '../../../../../config/district.json';
import type { OfficeActor } from '../../http/actor';
import { shanghaiDate } from '../../platform/clock';
import { AppError, invalidField } from '../../platform/errors';
import type { Tx } from '../../platform/transaction';
import { recounted } from './case-clock';
import { applyChange, assertAllowed, changeInformationRequest } from './change-information-request';
import type { InformationRequestsDeps } from './deps';
import type { InformationRequestRecord, RequestContent } from './information-request.model';
import type { RequestLink } from './intake.model';
import { isOfficer, isRecordCorrection } from './information-request.policy';
import { openProposal } from './proposals';
import { mustBeTold } from './tell-applicant';

type BodyOf<N extends 'split' | 'merge'> = RouteInput<`staff.informationRequests.${N}`>['body'];
type Part = BodyOf<'split'>['parts'][number];

const contentOf = ({ name, documentNumber, description }: Part['content']): RequestContent => ({
  name,
  documentNumber: documentNumber ?? null,
  description: description ?? null,
});

const matterOf = (record: InformationRequestRecord): OneMatterCase => ({
  ...{ status: record.status, receivedOn: record.receivedOn, unitId: record.unitId },
  isProposed: openProposal(record) !== undefined,
  applicantKey: record.applicantIndex.idNumber,
});

const linkTo = (relation: RequestLink['relation'], id: string, at: Date, reason: string): RequestLink => ({
  ...{ relation, id, at, reason },
});

/** 一事一申请: the parts become cases of their own, with the same applicant, history and day of receipt; each is counted. */
export const splitRequest = (
  deps: InformationRequestsDeps,
  actor: OfficeActor,
  { id, body }: { id: string; body: BodyOf<'split'> },
): Promise<InformationRequestRecord> =>
  // Numbers are taken one after the other.
  deps.inTurn(() =>
    changeInformationRequest(deps, actor, id, async (record, today, tx) => {
      assertAllowed(isOfficer(actor, record));
      assertForInformation(record);
      if (await isRepeat(deps, record, body.parts, tx)) return null;
      const reason = splitRefusal(matterOf(record));
      if (reason !== null) throw new AppError('request.state', { data: { reason } });
      const at = deps.clock.now();
      const calendar = await deps.holidays.calendar();
      for (const part of body.parts)
        await fileSplit(deps, actor, { record, part, at, reason: body.reason, calendar }, tx);
      return {
        event: 'information-request.split',
        by: 'office',
        fact: null,
        fields: ['content', 'links'],
        set: {
          content: contentOf(body.stays),
          links: [...(record.links ?? []), ...body.parts.map(part => linkTo('splitInto', part.id, at, body.reason))],
          ...mustBeTold(record, today),
        },
      };
    }),
  );

/** A record of somebody is one matter, and goes on in no request for information. */
function assertForInformation(record: InformationRequestRecord): void {
  if (isRecordCorrection(record))
    throw new AppError('request.state', { data: { reason: '更正自己记录的申请不拆分，也不合并' } });
}

/** All of the parts were split off this case with this content before. */
async function isRepeat(
  { requests, blindIndex }: Pick<InformationRequestsDeps, 'requests' | 'blindIndex'>,
  record: InformationRequestRecord,
  parts: readonly Part[],
  tx: Tx,
): Promise<boolean> {
  if (new Set(parts.map(({ id }) => id)).size < parts.length) throw new AppError('id.conflict');
  let known = 0;
  for (const { id, content } of parts) {
    const existing = await requests.find(id, tx);
    if (!existing) continue;
    const isOwn = existing.links?.some(link => link.relation === 'splitFrom' && link.id === record._id);
    if (!isOwn || existing.contentHash !== blindIndex.of('split', canonicalJson(content)))
      throw new AppError('id.conflict');
    known += 1;
  }
  if (known > 0 && known < parts.length) throw new AppError('id.conflict');
  return known > 0;
}

interface Split {
  record: InformationRequestRecord;
  part: Part;
  at: Date;
  reason: string;
  calendar: HolidayCalendar;
}

/** What is sealed is sealed anew for its own case; what was found and proposed stays with the case it was split from. */
async function fileSplit(
  { requests, clock, blindIndex, audit }: InformationRequestsDeps,
  actor: OfficeActor,
  { record, part: { id, content }, at, reason, calendar }: Split,
  tx: Tx,
): Promise<void> {
  const year = shanghaiDate(clock.now()).slice(0, 4);
  const running = await requests.nextNumber(`information-request:${year}`, tx);
  const agent = requests.openAgent(record);
  const made: InformationRequestRecord = {
    ...record,
    _id: id,
    number: `${district.requestNumberPrefix}〔${year}〕${String(running).padStart(4, '0')}`,
    contentHash: blindIndex.of('split', canonicalJson(content)),
    content: contentOf(content),
    applicant: requests.sealApplicant(id, requests.openApplicant(record)),
    agent: agent && requests.sealAgent(id, agent),
    links: [linkTo('splitFrom', record._id, at, reason)],
    ...{
      identityPapers: [],
      searches: [],
      grounds: [],
      proposals: [],
      conferences: [],
      papers: [],
      redactions: [],
      recounts: [],
      tellings: [],
    },
    ...{ consultations: [], corrections: [], others: null, conferenceMembers: null, redactedTexts: null },
    untoldSince: '',
    ...{ correction: null, reasons: null, fee: null, conversion: null, chasedOn: null, revision: 1 },
  };
  await requests.insert(recounted(made, calendar), tx);
  const about = { collection: 'informationRequests', id, fields: ['links'], to: made.status };
  await audit.add(actor, 'information-request.split_off', about, tx);
}

/** It goes on in another case of the same applicant that was received no later, by whose dates it is answered. */
export const mergeRequest = (
  deps: InformationRequestsDeps,
  actor: OfficeActor,
  { id, body }: { id: string; body: BodyOf<'merge'> },
): Promise<InformationRequestRecord> =>
  changeInformationRequest(deps, actor, id, async (record, today, tx) => {
    assertAllowed(isOfficer(actor, record));
    assertForInformation(record);
    const [into] = await deps.requests.listByNumber(body.into, [record.unitId], 1);
    if (into?.number !== body.into || into._id === id)
      throw invalidField('into', '没有这个编号的另一件申请，请核对编号。');
    if (record.links?.some(link => link.relation === 'mergedInto' && link.id === into._id)) return null;
    const goesOn = await deps.requests.get(into._id, tx);
    assertForInformation(goesOn);
    const reason = mergeRefusal(matterOf(record), matterOf(goesOn));
    if (reason !== null) throw new AppError('request.state', { data: { reason } });
    const at = deps.clock.now();
    const links = [...(goesOn.links ?? []), linkTo('mergedFrom', id, at, body.reason)];
    const joined = { event: 'information-request.joined', by: 'office' as const, fact: null, fields: ['links'] };
    await applyChange(deps, actor, { record: goesOn, change: { ...joined, set: { links } } }, tx);
    return {
      event: 'information-request.merged',
      by: 'office',
      fact: { type: 'withdrawn', on: today, into: 'request' },
      note: `并入${into.number}。${body.reason}`,
      fields: ['links'],
      set: {
        links: [...(record.links ?? []), linkTo('mergedInto', into._id, at, body.reason)],
        ...mustBeTold(record, today),
      },
    };
  });
