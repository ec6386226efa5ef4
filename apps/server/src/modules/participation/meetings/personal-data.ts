import type { SealedField } from '../../../platform/module';
import type { Tx } from '../../../platform/transaction';
import type { MeetingDeps } from './deps';
import { presentSignUp } from './meeting.presenter';

const collection = 'meetingSignUps';
export const SEALED_FIELDS: readonly SealedField[] = [
  { collection, path: 'name', field: 'name' },
  { collection, path: 'phone', field: 'phone' },
  { collection: 'meetings', path: 'sealedSeed', field: 'sealedSeed' },
];

/** What an account signed up for, with what it gave. */
export async function exportSignUps(deps: MeetingDeps, accountId: string): Promise<unknown[]> {
  const records = await deps.meetings.allOfAccount(accountId);
  return records.map(record => ({ meetingId: record.meetingId, ...presentSignUp(deps, record) }));
}

/** Who it was goes; that somebody signed up stays, or a draw could not be computed again. */
export async function eraseSignUps(deps: MeetingDeps, accountId: string, tx: Tx): Promise<void> {
  const gone = { accountId: null, turn: null, name: null, phone: null, statement: null, contentHash: 'erased' };
  for (const { _id } of await deps.meetings.allOfAccount(accountId, tx))
    await deps.meetings.updateSignUp(_id, gone, tx);
}
