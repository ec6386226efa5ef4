import Taro from '@tarojs/taro';
import { queryOptions } from '@tanstack/react-query';
import { api } from '@/lib/api';
import { apiOrigin } from '@/lib/env';
import { loginWithCode } from '@/lib/login';

interface SimulatedPerson {
  openid: string;
  name: string;
}

const simulator = `${apiOrigin}/wechat-simulator`;

/** People of the demo who can stand in for a WeChat login; null where there is no simulator, which is everywhere but in demo mode. */
export const simulatedPeople = () =>
  queryOptions({
    queryKey: ['wechat-simulator.people'],
    staleTime: Infinity,
    queryFn: async (): Promise<SimulatedPerson[] | null> => {
      const answer = await Taro.request<{ items: SimulatedPerson[] }>({ url: `${simulator}/people` });
      return answer.statusCode === 200 ? answer.data.items : null;
    },
  });

/** The ways to log in here, outside WeChat. */
export const loginMethods = () =>
  queryOptions({ queryKey: ['auth.methods'], staleTime: 60_000, queryFn: () => api.call('auth.methods', {}) });

/** Logs in as a person of the demo: the simulator gives the code that wx.login would give. */
export async function loginAs(openid: string): Promise<void> {
  const answer = await Taro.request<{ code: string }>({
    url: `${simulator}/login-codes`,
    method: 'POST',
    header: { 'Content-Type': 'application/json' },
    data: JSON.stringify({ openid }),
  });
  await loginWithCode(answer.data.code);
}

/** The mini-program's own code, for a phone that reads this page outside WeChat. */
export const miniProgramCode = `${apiOrigin}/mini-program-code`;
