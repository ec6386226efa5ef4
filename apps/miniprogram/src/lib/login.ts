import Taro from '@tarojs/taro';
import { problemError } from '@bandeng/contracts/api-error';
import { offlineError } from './no-answer';
import { isWeapp } from './env';
import { reachAfterFailure } from './online';
import { startSession } from './session';
import type { Session } from './session';
import { exchange } from './transport';

/** Logs in with a code of WeChat, or of the simulator that stands in for it. Throws ApiError. */
export async function loginWithCode(code: string): Promise<Session> {
  const answer = await exchange({ method: 'POST', path: '/auth/wechat', body: { code }, headers: {} });
  if (answer.status !== 200) throw problemError(answer.status, answer.body, answer.headers['retry-after']);
  const { accessToken, refreshToken, sealKey, account } = answer.body as Session;
  const session = { accessToken, refreshToken, sealKey, account };
  startSession(session);
  return session;
}

/** In WeChat people are known without a question: logs in again unseen. Elsewhere there is nothing to do it with. Throws ApiError. */
export async function loginSilently(): Promise<Session | undefined> {
  if (!isWeapp) return undefined;
  const { code } = await Taro.login().catch(async () => {
    throw offlineError(await reachAfterFailure());
  });
  return loginWithCode(code);
}
