import type { OfficeActor, ResidentActor } from '../../http/actor';
import { sha256 } from '../../platform/crypto';
import { AppError } from '../../platform/errors';
import type { Platform } from '../../platform/platform';
import type { Audit } from '../audit';
import type { AccountRepository } from './account.repository';
import type { StaffRecord, StaffRepository } from './staff.repository';

interface BindStaffDeps {
  platform: Pick<Platform, 'ids' | 'clock' | 'transaction'>;
  accounts: AccountRepository;
  staff: StaffRepository;
  audit: Audit;
}

/** Twelve digits, one use, ten minutes: with the login's rate limit, nobody guesses one. */
const CODE_DIGITS = 12;
const CODE_SECONDS = 600;

/** A one-time code that binds the WeChat account which types it to this staff member. Throws staff.not_found. */
export async function issueBindingCode(
  deps: BindStaffDeps,
  actor: OfficeActor,
  staffId: string,
): Promise<{ code: string; expiresAt: Date }> {
  const { platform, staff, audit } = deps;
  const member = await staff.find(staffId);
  if (!member || member.closedAt) throw new AppError('staff.not_found');
  const code = platform.ids.digits(CODE_DIGITS);
  const expiresAt = new Date(platform.clock.now().getTime() + CODE_SECONDS * 1000);
  await platform.transaction(async tx => {
    await staff.insertBindingCode({ _id: sha256(code), staffId, expiresAt }, tx);
    await audit.add(actor, 'staff.binding-code-issued', { collection: 'staff', id: staffId }, tx);
  });
  return { code, expiresAt };
}

/** Binds the caller's WeChat account to the staff member of the code; throws auth.binding_invalid. */
export async function bindStaff(deps: BindStaffDeps, actor: ResidentActor, code: string): Promise<StaffRecord> {
  const { platform, accounts, staff, audit } = deps;
  const staffId = await platform.transaction(async tx => {
    const used = await staff.useBindingCode(sha256(code), platform.clock.now(), tx);
    if (!used) return null;
    await accounts.bindStaff(actor.accountId, used.staffId, tx);
    await audit.add(actor, 'staff.bound', { collection: 'accounts', id: actor.accountId, fields: ['staffId'] }, tx);
    return used.staffId;
  });
  const member = staffId === null ? null : await staff.find(staffId);
  if (!member || member.closedAt) throw new AppError('auth.binding_invalid');
  return member;
}
