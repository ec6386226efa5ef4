import type { DemoDistrict, DemoResident } from '../../../../config/demo';
import type { Identity } from '../modules/identity';
import { AppError } from '../platform/errors';

/** The password of every demo staff member (API.md). */
const DEMO_PASSWORD = 'bandeng-demo';
/** Accounts made side by side. */
const AT_ONCE = 8;

/** Ids of staff by user name. One that is there already (a load that broke off) is left as it is and has no id here. */
export async function loadStaff(identity: Identity, { staff }: DemoDistrict): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const { username, name, roles, openid } of staff) {
    try {
      const made = await identity.createStaff({ username, name, password: DEMO_PASSWORD, roles, isDemo: true });
      ids.set(username, made._id);
      if (openid !== undefined) await identity.bindAccount(await identity.enterAccount(openid), made._id);
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'staff.taken') throw error;
    }
  }
  return ids;
}

/** Account ids of residents and neighbours by key. */
export async function loadAccounts(
  identity: Identity,
  { residents, neighbours }: DemoDistrict,
): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  const enter = async ({ key, openid, name, phone, phoneVerified }: DemoResident): Promise<void> => {
    const accountId = await identity.enterAccount(openid);
    await identity.setName(accountId, name);
    if (phoneVerified) await identity.setVerifiedPhone(accountId, phone);
    ids.set(key, accountId);
  };
  const everybody = [...residents, ...neighbours];
  for (let at = 0; at < everybody.length; at += AT_ONCE)
    await Promise.all(everybody.slice(at, at + AT_ONCE).map(enter));
  return ids;
}
