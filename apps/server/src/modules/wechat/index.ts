import { createPushReceiver, createWechatClient, PushRefused, type WechatClient } from '@bandeng/wechat';
import { createSimulator, SIMULATED_APP, simulatorFetch, type Simulator } from '@bandeng/wechat/simulator';
import type { Context } from 'koa';
import { demoPeople } from '../../../../../config/demo/people/residents';
import { readBody } from '../../http/read-json';
import type { RawRoute } from '../../http/handlers';
import { deriveKey } from '../../platform/crypto';
import { AppError } from '../../platform/errors';
import type { ServerModule } from '../../platform/module';
import type { Platform } from '../../platform/platform';
import { createPushRepository } from './push.repository';
import { receivePush } from './receive-push';
import { createSimulatorStore } from './simulator-store';
import { simulatorRoutes } from './simulator-routes';

export interface Wechat {
  /** The real WeChat, or the simulator in demo mode and tests. */
  client: WechatClient;
  /** There in demo mode only. */
  simulator: Simulator | undefined;
}

const PUSH_BYTES = 262_144;
const PUSH_DELAY_MS = 50;

/** The mini-program's own code, for a page that is read outside WeChat. Fetched once: it never changes (FACTS §7). */
function codeRoute(client: WechatClient): RawRoute {
  let code: Promise<Buffer> | undefined;
  const fetchCode = () =>
    (code ??= client.miniProgramCode({ scene: 'from=h5', page: 'pages/home/index' }).catch((cause: unknown) => {
      code = undefined;
      throw new AppError('wechat.unavailable', { cause });
    }));
  return {
    method: 'GET',
    path: '/mini-program-code',
    limit: 'read',
    handle: async ctx => {
      const image = await fetchCode();
      ctx.set('Cache-Control', 'public, max-age=86400');
      ctx.type = image[0] === 0x89 ? 'image/png' : 'image/jpeg';
      ctx.body = image;
    },
  };
}

/** The joint to WeChat: its client, the address of its pushes and, in demo mode, the simulator. */
export function createWechatModule(platform: Platform) {
  const { config, clock, database, logger } = platform;
  const simulatedToken = deriveKey(config.keys.token, 'simulated push token').toString('hex');
  const receiver = createPushReceiver({
    token: config.wechat?.pushToken ?? simulatedToken,
    appId: config.wechat?.appId ?? SIMULATED_APP.appId,
    ...(config.wechat?.pushAesKey && { encodingAesKey: config.wechat.pushAesKey }),
    now: clock.now,
  });
  const pushes = createPushRepository(database);
  const receive = (push: Parameters<typeof receivePush>[1]) => receivePush({ platform, pushes, receiver }, push);

  const simulator = config.isDemo
    ? createSimulator({
        now: clock.now,
        demoKey: deriveKey(config.keys.token, 'wechat simulator').toString('hex'),
        store: createSimulatorStore({ database, clock }),
        push: { token: simulatedToken },
        onPush: push => receive(push),
        pushDelayMs: config.mode === 'test' ? null : PUSH_DELAY_MS,
      })
    : undefined;
  const credentials = config.wechat ?? SIMULATED_APP;
  const client = createWechatClient({
    appId: credentials.appId,
    secret: credentials.secret,
    now: clock.now,
    ...(simulator && { fetch: simulatorFetch(simulator) }),
  });

  async function answerPush(ctx: Context, work: () => Promise<string> | string): Promise<void> {
    ctx.set('Cache-Control', 'no-store');
    try {
      const text = await work();
      ctx.type = 'text/plain; charset=utf-8';
      ctx.body = text;
    } catch (error) {
      if (!(error instanceof PushRefused)) throw error;
      logger.warn({ err: error }, 'push refused');
      throw new AppError('auth.forbidden', { cause: error });
    }
  }

  const rawRoutes: RawRoute[] = [
    {
      method: 'GET',
      path: '/wechat/push',
      limit: 'read',
      handle: ctx => answerPush(ctx, () => receiver.verifyAddress(ctx.query)),
    },
    {
      method: 'POST',
      path: '/wechat/push',
      limit: 'read',
      handle: ctx =>
        answerPush(ctx, async () => {
          const body = await readBody(ctx, PUSH_BYTES);
          await receive({ query: ctx.query, body: body.toString('utf8') });
          return 'success';
        }),
    },
    codeRoute(client),
    ...(simulator ? simulatorRoutes(simulator, demoPeople) : []),
  ];
  return { rawRoutes, api: { client, simulator } satisfies Wechat } satisfies ServerModule & { api: Wechat };
}
