import type { RouteInput } from '@bandeng/contracts/types';
import type { OfficeActor } from '../../http/actor';
import { AppError, invalidField } from '../../platform/errors';
import { changeLetter } from './change-letter';
import type { LettersDeps } from './deps';
import type { LetterRecord, StoredDelivery } from './letter.model';
import { isOfficer } from './letter.policy';

type Input = RouteInput<'staff.letters.deliver'>['body'] & { letterId: string };

/**
 * The sealed letter went out, with its proof. A question to others that arrived starts their days (Art. 32, 34: 自收到征求意见书之日起),
 * so their clock is told first. The answer's own day is the day it was made: no article counts it from its delivery.
 */
export async function deliverLetter(deps: LettersDeps, actor: OfficeActor, input: Input): Promise<LetterRecord> {
  const { letterId, ...body } = input;
  const before = await deps.letters.get(letterId);
  if (!isOfficer(actor, before)) throw new AppError('letter.not_found');
  assertDeliverable(before, body, deps.clock.today());
  await deps.files.assertScanned(before.sealed === null ? [] : [before.sealed.fileId]);
  const consultationId = questionOf(before);
  if (consultationId !== null)
    await deps.requests.recordServed(actor, { requestId: before.requestId, consultationId, on: body.on });

  return changeLetter(
    deps,
    actor,
    { id: letterId, action: 'letter.delivered', fields: ['deliveries'] },
    async (record, tx) => {
      const deliveries = deps.letters.openDeliveries(record);
      const known = deliveries.find(({ id }) => id === body.id);
      const delivery: StoredDelivery = {
        ...{ id: body.id, method: body.method, on: body.on, place: body.place ?? null },
        ...{ receipt: body.receipt ?? null, note: body.note ?? null, proof: null },
        at: deps.clock.now().toISOString(),
        by: actor.staffId,
      };
      if (known) {
        if (!isSame(known, delivery)) throw new AppError('id.conflict');
        return null;
      }
      assertDeliverable(record, body, deps.clock.today());
      const { _id: id, requestId, accountId, unitId } = record;
      if (body.method === 'app')
        await deps.outbox.add({ name: 'letter.delivered', letterId: id, requestId, accountId, unitId }, tx);
      return {
        state: 'delivered',
        deliveries: deps.letters.sealDeliveries(id, [...deliveries, delivery]),
        deliveredOn: record.deliveredOn ?? body.on,
      };
    },
  );
}

function assertDeliverable(record: LetterRecord, { method, on }: Omit<Input, 'letterId'>, today: string): void {
  if (record.sealed === null || record.state === 'void')
    throw new AppError('letter.state', { data: { reason: '还没有盖章，或者作废了' } });
  if (method === 'app' && record.to !== 'applicant')
    throw invalidField('method', '给第三方和其他机关的，不能在申请人的小程序里送。');
  if (method === 'app' && on !== today) throw invalidField('on', '在小程序里送，就是今天。');
  if (on > today) throw invalidField('on', '这一天还没有到。');
  if (on < record.madeOn) throw invalidField('on', '不能早于定稿的那一天。');
}

/** The consultation that this letter asks; null for any other. */
const questionOf = ({ code, key }: LetterRecord): string | null =>
  code === 'third_party_consultation' || code === 'agency_consultation' ? key.slice(key.indexOf(':') + 1) : null;

const isSame = (one: StoredDelivery, other: StoredDelivery): boolean =>
  one.method === other.method &&
  one.on === other.on &&
  (one.place ?? null) === other.place &&
  one.receipt === other.receipt &&
  one.note === other.note;
