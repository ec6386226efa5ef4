import { z } from 'zod';
import { STAFF_ROLES } from '../routes/define';
import { Empty, Id, Instant, ListQuery, Nothing, page, text } from './common';

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
  displayName: z.string(),
  /** Masked, null until verified through WeChat. */
  phone: z.string().nullable(),
  phoneVerified: z.boolean(),
  roles: z.array(RoleScope),
  createdAt: Instant,
});
export const Session = z.object({ accessToken: z.string(), refreshToken: z.string(), account: Account });

export const StaffMember = z.object({
  id: z.string(),
  username: z.string(),
  name: z.string(),
  roles: z.array(RoleScope),
  totpEnrolled: z.boolean(),
  closed: z.boolean(),
  createdAt: Instant,
});

export const identitySchemas = {
  'auth.wechat': { body: z.strictObject({ code: Code }), response: Session },
  'auth.staff': {
    body: z.strictObject({
      username: z.string().trim().min(1, '请填写用户名').max(40),
      password: z.string().min(1, '请填写密码').max(200),
      totp: z
        .string()
        .regex(/^\d{6}$/, '动态口令是六位数字')
        .optional(),
    }),
    response: Session,
  },
  'auth.staffBindings': { body: z.strictObject({ code: z.string().trim().min(6).max(40) }), response: Account },
  'auth.refresh': { body: z.strictObject({ refreshToken: Token }), response: Session },
  'auth.logout': { body: z.strictObject({ refreshToken: Token }), response: Nothing },
  'me.get': { query: Empty, response: Account },
  'me.export': {
    query: Empty,
    response: z.object({ exportedAt: Instant, account: Account, records: z.record(z.string(), z.array(z.unknown())) }),
  },
  'me.close': { response: Nothing },
  'me.phone': { body: z.strictObject({ code: Code }), response: Account },
  'staff.members.list': { query: ListQuery, response: page(StaffMember) },
  'staff.members.create': {
    body: z.strictObject({
      username: z.string().regex(/^[a-z][a-z0-9._-]{1,39}$/, '用户名用小写字母和数字'),
      name: text(40),
      password: z.string().min(12, '密码至少 12 位').max(200),
      roles: z
        .array(
          z.strictObject({
            role: z.enum(STAFF_ROLES),
            unitId: Id.nullable().default(null),
            areaId: Id.nullable().default(null),
          }),
        )
        .min(1, '至少一个角色')
        .max(20),
    }),
    response: StaffMember,
  },
  'staff.members.bindingCode': {
    response: z.object({ code: z.string(), expiresAt: Instant }),
    params: z.strictObject({ id: Id }),
  },
  'staff.totp.begin': { response: z.object({ secret: z.string(), uri: z.string() }) },
  'staff.totp.confirm': {
    body: z.strictObject({ totp: z.string().regex(/^\d{6}$/, '动态口令是六位数字') }),
    response: z.object({ enrolled: z.literal(true) }),
  },
};
