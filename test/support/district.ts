import { createTestClient, type TestClient } from '@bandeng/test-kit';
import type { RouteAnswer } from '@bandeng/contracts/types';
import type { App } from './start-app';
import { staffClient } from './staff-client';
import { startDemo } from './start-demo';

interface Login {
  session: RouteAnswer<'auth.wechat'>;
  client: TestClient;
}

export interface District {
  app: App;
  anyone: TestClient;
  /** Logs in as a person of the simulator; once, however often it is asked for: logins are limited. */
  logIn(openid: string): Promise<Login>;
  officer(): Promise<TestClient>;
  stop(): Promise<void>;
}

/** The built server with the demo district, from a fixed time on; or another that was started with it. */
export async function openDistrict(
  started: Promise<App> = startDemo({ env: { LOG_LEVEL: 'warn' } }),
): Promise<District> {
  const app = await started;
  const anyone = createTestClient(app.origin);
  const logins = new Map<string, Promise<Login>>();
  const logInOnce = async (openid: string): Promise<Login> => {
    const answer = await anyone.fetch('/wechat-simulator/login-codes', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ openid }),
    });
    const { code } = (await answer.json()) as { code: string };
    const session = await anyone.call('auth.wechat', { body: { code } });
    return { session, client: createTestClient(app.origin, session.accessToken) };
  };
  return {
    app,
    anyone,
    logIn: openid => {
      const known = logins.get(openid) ?? logInOnce(openid);
      logins.set(openid, known);
      return known;
    },
    officer: () => staffClient(app, 'officer'),
    stop: async () => {
      await app.stop();
      await app.remove();
    },
  };
}
