import type { Letter } from '@bandeng/contracts/types';
import type { Actor } from '../../http/actor';
import { shanghaiDate } from '../../platform/clock';
import type { LettersDeps } from './deps';
import type { LetterRecord, StoredDelivery } from './letter.model';
import { abilitiesOf, canDownload, canOrderSeal, hasDeliveryRecord, isOfficer } from './letter.policy';

/** Letters of one request without their words, in the order given. */
export async function describeLetters(
  deps: LettersDeps,
  actor: Actor,
  records: readonly LetterRecord[],
): Promise<Letter[]> {
  const first = records[0];
  const given = first ? await deps.requests.findLetterCase(first.requestId) : null;
  const people = await deps.identity.describeStaff([...new Set(records.map(({ madeBy }) => madeBy))]);
  return records.map(record => ({
    id: record._id,
    key: record.key,
    kind: {
      id: deps.kinds.find(({ code }) => code === record.code)?.id ?? '',
      name: record.title,
      to: record.to,
    },
    number: record.number,
    madeOn: record.madeOn,
    madeBy: people.get(record.madeBy)?.name ?? '',
    state: record.state,
    pdfSha256: record.pdfSha256,
    checkCode: record.checkCode,
    voided: record.voided && { on: shanghaiDate(record.voided.at), reason: record.voided.reason },
    sealed: record.sealed && {
      ...{ fileId: record.sealed.fileId, sha256: record.sealed.sha256 },
      on: shanghaiDate(record.sealed.at),
    },
    sealOrder: record.sealOrder && {
      ...{ state: record.sealOrder.state, reason: record.sealOrder.reason },
      on: shanghaiDate(record.sealOrder.at),
    },
    deliveries: deps.letters.openDeliveries(record).map(delivery => presentDelivery(actor, record, delivery)),
    deliveredOn: record.deliveredOn,
    firstReadAt: record.firstReadAt?.toISOString() ?? null,
    isLate: isAnswer(deps, record) && (record.deliveredOn ?? '') > (given?.dueOn ?? '9999'),
    abilities: { ...abilitiesOf(actor, record), orderSeal: deps.seals !== null && canOrderSeal(actor, record) },
  }));
}

function presentDelivery(
  actor: Actor,
  record: LetterRecord,
  { id, method, on, place = null, receipt, note, proof }: StoredDelivery,
): Letter['deliveries'][number] {
  const isRead = canDownload(actor, record);
  const mayRecord = isOfficer(actor, record) && hasDeliveryRecord(method);
  return {
    ...{ id, method, on },
    place: isRead ? place : null,
    receipt: isRead ? receipt : null,
    note: isRead ? note : null,
    proof: proof ? { fileId: proof.fileId, sha256: proof.sha256, on: shanghaiDate(new Date(proof.at)) } : null,
    // Its words name the addressee, and are gone with the letter's.
    abilities: { record: mayRecord && record.content !== '', prove: mayRecord },
  };
}

const isAnswer = ({ kinds }: LettersDeps, record: LetterRecord): boolean =>
  kinds.find(({ code }) => code === record.code)?.stage === 'decision';
