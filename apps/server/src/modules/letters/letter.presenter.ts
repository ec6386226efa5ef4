import type { Letter } from '@bandeng/contracts/types';
import type { Actor } from '../../http/actor';
import { shanghaiDate } from '../../platform/clock';
import type { LettersDeps } from './deps';
import type { LetterRecord } from './letter.model';
import { abilitiesOf } from './letter.policy';

/** Letters without their words, in the order given. */
export async function describeLetters(
  deps: LettersDeps,
  actor: Actor,
  records: readonly LetterRecord[],
): Promise<Letter[]> {
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
    abilities: abilitiesOf(actor, record),
  }));
}
