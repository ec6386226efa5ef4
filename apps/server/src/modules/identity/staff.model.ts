import type { StaffRole } from '@bandeng/contracts/routes';
import { Schema, type Connection, type Model } from 'mongoose';

export interface StaffRecord {
  _id: string;
  username: string;
  name: string;
  /** argon2id. */
  passwordHash: string;
  roles: { role: StaffRole; unitId: string | null; areaId: string | null }[];
  /** TOTP secret, sealed; `pending` until its first code was shown. */
  totpSecret?: string;
  pendingTotpSecret?: string;
  /** The last time step that was used: a code counts once. */
  totpStep?: number;
  /** Keyed hashes of the recovery codes that are still good. */
  recoveryCodes?: string[];
  /** Who took the second factor away and why (sealed); until there is a new one. */
  totpReset?: { at: Date; by: string; reason: string };
  /** Made by the demo data; production does not start while one exists. */
  isDemo: boolean;
  createdAt: Date;
  closedAt?: Date;
}

/** Failed logins in a row, by user name whether it exists or not. */
export interface LoginFailureRecord {
  _id: string;
  count: number;
  lastAt: Date;
  lockedUntil?: Date;
}

export interface BindingCodeRecord {
  /** SHA-256 of the code. */
  _id: string;
  staffId: string;
  expiresAt: Date;
  usedAt?: Date;
}

export function createStaffModels(database: Connection): {
  staff: Model<StaffRecord>;
  failures: Model<LoginFailureRecord>;
  bindingCodes: Model<BindingCodeRecord>;
} {
  const role = new Schema(
    {
      role: { type: String, required: true },
      unitId: { type: String, default: null },
      areaId: { type: String, default: null },
    },
    { _id: false },
  );
  const staff = new Schema<StaffRecord>(
    {
      _id: String,
      username: { type: String, required: true },
      name: { type: String, required: true },
      passwordHash: { type: String, required: true },
      roles: { type: [role], required: true },
      totpSecret: String,
      pendingTotpSecret: String,
      totpStep: Number,
      recoveryCodes: { type: [String], default: undefined },
      totpReset: {
        type: new Schema(
          {
            at: { type: Date, required: true },
            by: { type: String, required: true },
            reason: { type: String, required: true },
          },
          { _id: false },
        ),
        default: undefined,
      },
      isDemo: { type: Boolean, required: true },
      createdAt: { type: Date, required: true },
      closedAt: Date,
    },
    { versionKey: false, collection: 'staff' },
  );
  staff.index({ username: 1 }, { unique: true });
  staff.index({ username: 1, _id: 1 });
  staff.index({ name: 1, _id: 1 });
  staff.index({ isDemo: 1, _id: 1 });
  staff.index({ 'roles.role': 1, _id: 1 });
  staff.index({ 'roles.role': 1, username: 1, _id: 1 });
  staff.index({ 'roles.unitId': 1, username: 1, _id: 1 });
  const failures = new Schema<LoginFailureRecord>(
    { _id: String, count: { type: Number, required: true }, lastAt: { type: Date, required: true }, lockedUntil: Date },
    { versionKey: false, collection: 'loginFailures' },
  );
  failures.index({ lastAt: 1 });
  const bindingCodes = new Schema<BindingCodeRecord>(
    { _id: String, staffId: { type: String, required: true }, expiresAt: { type: Date, required: true }, usedAt: Date },
    { versionKey: false, collection: 'staffBindingCodes' },
  );
  bindingCodes.index({ expiresAt: 1 });
  return {
    staff: database.model<StaffRecord>('Staff', staff),
    failures: database.model<LoginFailureRecord>('LoginFailure', failures),
    bindingCodes: database.model<BindingCodeRecord>('StaffBindingCode', bindingCodes),
  };
}
