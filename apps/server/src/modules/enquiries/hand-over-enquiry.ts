import type { ResidentActor } from '../../http/actor';
import type { Tx } from '../../platform/transaction';
import type { EnquiryDeps } from './deps';
import { ENQUIRIES } from './enquiry.repository';

/**
 * Makes a message that a grid worker took down the account's of whoever asked: from here on they read its answer, rate it and take it back
 * like any author. False when it is somebody's already, or was that of an account that is closed.
 */
export async function handOverEnquiry(deps: EnquiryDeps, actor: ResidentActor, id: string, tx: Tx): Promise<boolean> {
  const record = await deps.enquiries.find(id, tx);
  if (!record?.onBehalf || record.accountId !== null || record.contentHash === 'erased') return false;
  const { accountId } = actor;
  if (!(await deps.enquiries.replace({ ...record, accountId }, tx))) return false;
  await deps.audit.add(actor, 'enquiry.handed_over', { collection: ENQUIRIES, id, fields: ['accountId'] }, tx);
  return true;
}
