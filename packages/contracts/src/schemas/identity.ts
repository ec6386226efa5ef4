import { z } from 'zod';
import { STAFF_ROLES } from '../routes/define';
import { limits } from '../routes/limits';
import { Empty, Id, IdParams, Instant, Nothing, listQuery, page, standingQuery, text } from './common';

/** A login code of WeChat is opaque to us. */
const Code = z.string().min(1, '缺少登录码').max(512);
const Token = z.string().min(20).max(2_048);

export const RoleScope = z.object({
  role: z.enum(STAFF_ROLES),
  unitId: z.string().nullable(),
  areaId: z.string().nullable(),
});

export const Account = z.object({
  id: z.string(),
  kind: z.enum(['resident', 'staff']),
  /** The name of choice, else 居民 and the first letters of the id. */
  displayName: z.string(),
  /** The name of choice; null until there is one. */
  name: z.string().nullable(),
  /** How what one says under one's own name is signed in public: whole only once the phone is verified. */
  publicName: z.string(),
  /** Masked, null until verified through WeChat. */
  phone: z.string().nullable(),
  phoneVerified: z.boolean(),
  roles: z.array(RoleScope),
  createdAt: Instant,
});
export const Session = z.object({
  accessToken: z.string(),
  refreshToken: z.string(),
  /** 32 bytes in hex, always the same for an account: seals on the phone what was not sent yet, and goes when one logs out. */
  sealKey: z.string(),
  account: Account,
});

/** In a browser the refresh token is a cookie that no script can read. */
export const DeskSession = Session.omit({ refreshToken: true, sealKey: true });

const Totp = z.string().regex(/^\d{6}$/, '动态口令是六位数字');
/** As it was copied: capitals, spaces and dashes do not matter. */
const RecoveryCode = z
  .string()
  .max(60)
  .transform(typed => typed.toLowerCase().replace(/[^a-z0-9]/g, ''))
  .pipe(z.string().length(limits.recoveryCodeLength, `恢复码是 ${limits.recoveryCodeLength} 个字母和数字`));
/** What shows that somebody holds the second factor: the code of the moment, or one of the codes kept for a lost phone. */
const Proof = { totp: Totp.optional(), recoveryCode: RecoveryCode.optional() };
const RecoveryCodes = z.array(z.string());

const StaffLogin = z.strictObject({
  username: z.string().trim().min(1, '请填写用户名').max(40),
  password: z.string().min(1, '请填写密码').max(200),
  ...Proof,
});

/** Ways to log in outside WeChat. */
export const LoginMethods = z.object({
  wechat: z.boolean(),
  /** Where the province's identity service asks who one is (code flow with PKCE, S256), and the address it sends back to. */
  oidc: z.object({ authorizeUrl: z.string(), clientId: z.string(), redirectUri: z.string() }).nullable(),
  simulator: z.boolean(),
});

export const StaffMember = z.object({
  id: z.string(),
  username: z.string(),
  name: z.string(),
  roles: z.array(RoleScope),
  totpEnrolled: z.boolean(),
  closed: z.boolean(),
  createdAt: Instant,
});

/** Each for a unit, an area, or neither: the whole district. */
const GivenRoles = z
  .array(
    z.strictObject({
      role: z.enum(STAFF_ROLES),
      unitId: Id.nullable().default(null),
      areaId: Id.nullable().default(null),
    }),
  )
  .min(1, '至少一个角色')
  .max(20);

export const identitySchemas = {
  'auth.wechat': { body: z.strictObject({ code: Code }), response: Session },
  'auth.methods': { query: Empty, response: LoginMethods },
  'auth.oidc': {
    body: z.strictObject({
      code: z.string().min(1, '缺少登录码').max(2_048),
      /** RFC 7636: what the code_challenge was made of. */
      codeVerifier: z.string().regex(/^[A-Za-z0-9._~-]{43,128}$/, '校验码不对'),
      /** As sent with the question; the identity service signs it into its answer. */
      nonce: z.string().min(16).max(128),
    }),
    response: Session,
  },
  'auth.staff': { body: StaffLogin, response: Session },
  'auth.desk': { body: StaffLogin, response: DeskSession },
  'auth.desk.renew': { body: z.strictObject({}), response: DeskSession },
  'auth.desk.leave': { body: z.strictObject({}), response: Nothing },
  'auth.staffBindings': { body: z.strictObject({ code: z.string().trim().min(6).max(40) }), response: Account },
  'auth.refresh': { body: z.strictObject({ refreshToken: Token }), response: Session },
  'auth.logout': { body: z.strictObject({ refreshToken: Token }), response: Nothing },
  'me.get': { query: Empty, response: Account },
  'me.export': {
    query: Empty,
    response: z.object({ exportedAt: Instant, account: Account, records: z.record(z.string(), z.array(z.unknown())) }),
  },
  'me.close': { response: Nothing },
  /** Null takes the name back. */
  'me.name': { body: z.strictObject({ name: text(limits.publicName).nullable() }), response: Account },
  'me.phone': { body: z.strictObject({ code: Code }), response: Account },
  'staff.members.list': {
    /** With a role, with one for this unit, or with this role for this unit. */
    query: z.strictObject({
      ...listQuery,
      ...standingQuery,
      role: z.enum(STAFF_ROLES).optional(),
      unit: Id.optional(),
    }),
    response: page(StaffMember),
  },
  'staff.members.create': {
    body: z.strictObject({
      username: z.string().regex(/^[a-z][a-z0-9._-]{1,39}$/, '用户名用小写字母和数字'),
      name: text(40),
      password: z.string().min(12, '密码至少 12 位').max(200),
      roles: GivenRoles,
    }),
    response: StaffMember,
  },
  'staff.members.get': { params: IdParams, query: Empty, response: StaffMember },
  'staff.members.update': {
    params: IdParams,
    body: z.strictObject({ name: text(40), roles: GivenRoles }),
    response: StaffMember,
  },
  'staff.members.bindingCode': {
    response: z.object({ code: z.string(), expiresAt: Instant }),
    params: IdParams,
  },
  'staff.members.close': { params: IdParams, response: Nothing },
  'staff.members.resetTotp': { params: IdParams, body: z.strictObject({ reason: text(200) }), response: Nothing },
  'staff.totp.get': {
    query: Empty,
    response: z.object({
      enrolled: z.boolean(),
      /** Without it this member's roles do not count. */
      required: z.boolean(),
      recoveryCodesLeft: z.number().int(),
      /** An admin took the former one away; said until there is a new one. */
      reset: z.object({ at: Instant, by: z.string(), reason: z.string() }).nullable(),
    }),
  },
  /** Who has one proves it first: a desk left open must not be enough to take it over. */
  'staff.totp.begin': {
    body: z.strictObject(Proof),
    response: z.object({ secret: z.string(), uri: z.string() }),
  },
  /** The recovery codes are shown this once. */
  'staff.totp.confirm': {
    body: z.strictObject({ totp: Totp }),
    response: z.object({ enrolled: z.literal(true), recoveryCodes: RecoveryCodes }),
  },
  /** A new set; the ones before it end. */
  'staff.totp.recoveryCodes': {
    body: z.strictObject(Proof),
    response: z.object({ recoveryCodes: RecoveryCodes }),
  },
};
