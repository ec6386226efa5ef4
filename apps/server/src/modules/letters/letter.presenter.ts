import type { Letter } from '@bandeng/contracts/types';
import type { Actor } from '../../http/actor';
import { shanghaiDate } from '../../platform/clock';
import type { LettersDeps } from './deps';
import type { LetterRecord } from './letter.model';
import { abilitiesOf, canDownload, canOrderSeal } from './letter.policy';

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
    deliveries: deps.letters.openDeliveries(record).map(({ id, method, on, receipt, note }) => ({
      ...{ id, method, on },
      receipt: canDownload(actor, record) ? receipt : null,
      note: canDownload(actor, record) ? note : null,
    })),
    deliveredOn: record.deliveredOn,
    firstReadAt: record.firstReadAt?.toISOString() ?? null,
    isLate: isAnswer(deps, record) && (record.deliveredOn ?? '') > (given?.dueOn ?? '9999'),
    abilities: { ...abilitiesOf(actor, record), orderSeal: deps.seals !== null && canOrderSeal(actor, record) },
  }));
}

const isAnswer = ({ kinds }: LettersDeps, record: LetterRecord): boolean =>
  kinds.find(({ code }) => code === record.code)?.stage === 'decision';
