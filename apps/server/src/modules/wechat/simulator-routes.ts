import { renderSimulatorPage, SIMULATOR_PAGE_POLICY, type Simulator } from '@bandeng/wechat/simulator';
import { wechatApis } from '@bandeng/wechat';
import { z } from 'zod';
import type { RawRoute } from '../../http/handlers';
import { AppError } from '../../platform/errors';
import { readJson } from '../../http/read-json';

const Openid = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, '1 到 64 个字母、数字、- 或 _');
const LoginCode = z.strictObject({ openid: Openid });
const PhoneCode = z.strictObject({ openid: Openid, phone: z.string().regex(/^1\d{10}$/, '11 位数字,1 开头') });
const Grant = z.strictObject({
  openid: Openid,
  templateId: z.string().min(1).max(100),
  count: z.number().int().min(1).max(20).default(1),
});
/** As `setFault` of the simulator: without a mode the fault is taken away. */
const Fault = z.strictObject({
  api: z.enum(['all', ...wechatApis]).default('all'),
  mode: z
    .union([z.enum(['unreachable', 'answer_lost', 'slow', 'wrong_answer']), z.number().int()])
    .nullable()
    .default(null),
});

function parse<T extends z.ZodType>(schema: T, value: unknown): z.output<T> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new AppError('request.invalid', {
    errors: parsed.error.issues.map(issue => ({ path: issue.path.join('.'), message: issue.message })),
  });
}

/** Somebody whom a page outside WeChat may log in as. */
export interface SimulatedPerson {
  openid: string;
  name: string;
}

/** The simulator's own addresses; they exist in demo mode only. */
export function simulatorRoutes(simulator: Simulator, people: readonly SimulatedPerson[]): RawRoute[] {
  return [
    {
      method: 'GET',
      path: '/wechat-simulator/people',
      limit: 'read',
      handle: ctx => {
        ctx.set('Cache-Control', 'no-store');
        ctx.body = { items: people };
      },
    },
    {
      method: 'POST',
      path: '/wechat-simulator/login-codes',
      limit: 'login',
      handle: async ctx => {
        const { openid } = parse(LoginCode, await readJson(ctx));
        ctx.status = 201;
        ctx.body = { code: simulator.issueLoginCode(openid) };
      },
    },
    {
      method: 'POST',
      path: '/wechat-simulator/phone-codes',
      limit: 'login',
      handle: async ctx => {
        const { openid, phone } = parse(PhoneCode, await readJson(ctx));
        ctx.status = 201;
        ctx.body = { code: simulator.issuePhoneCode(openid, phone) };
      },
    },
    {
      method: 'POST',
      path: '/wechat-simulator/subscriptions',
      limit: 'write',
      handle: async ctx => {
        const { openid, templateId, count } = parse(Grant, await readJson(ctx));
        await simulator.grantSubscription(openid, templateId, count);
        ctx.status = 204;
      },
    },
    {
      method: 'POST',
      path: '/wechat-simulator/faults',
      limit: 'write',
      handle: async ctx => {
        simulator.setFault(parse(Fault, await readJson(ctx)));
        ctx.status = 204;
      },
    },
    {
      method: 'GET',
      path: '/wechat-simulator',
      limit: 'read',
      handle: async ctx => {
        ctx.set('Content-Security-Policy', SIMULATOR_PAGE_POLICY);
        ctx.set('Cache-Control', 'no-store');
        ctx.type = 'text/html; charset=utf-8';
        ctx.body = renderSimulatorPage(await simulator.sent());
      },
    },
    {
      method: 'GET',
      path: '/wechat-simulator/sent',
      limit: 'read',
      handle: async ctx => {
        ctx.set('Cache-Control', 'no-store');
        ctx.body = { items: await simulator.sent() };
      },
    },
  ];
}
