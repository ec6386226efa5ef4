import { ApiFailure, type Data, type Host } from '../types';

type Work = (options: Data) => unknown;

/**
 * An asynchronous call of wx: success, fail and complete get an object with errMsg, later and in the app's context.
 * Without callbacks it returns a promise, as WeChat does since 2.10.2.
 */
export function asyncApi(host: Host, name: string, work: Work = () => ({})) {
  return (options: Data = {}): unknown => {
    host.calls.push({ name, options });
    const wantsPromise = !['success', 'fail', 'complete'].some(key => typeof options[key] === 'function');
    const answer = run(host, name, options, work);
    if (!wantsPromise) {
      void answer.then(
        value => tell(host, options, 'success', value),
        (reason: unknown) => tell(host, options, 'fail', reason),
      );
      return undefined;
    }
    return host.sandbox.promise(answer);
  };
}

async function run(host: Host, name: string, options: Data, work: Work): Promise<unknown> {
  await Promise.resolve();
  try {
    const value = ((await work(options)) ?? {}) as Data;
    return host.sandbox.revive({ errMsg: `${name}:ok`, ...value });
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const more = error instanceof ApiFailure ? error.more : {};
    throw host.sandbox.revive({ errMsg: `${name}:fail ${error.message}`, ...more });
  }
}

export function tell(host: Host, options: Data, outcome: 'success' | 'fail', value: unknown): void {
  for (const key of [outcome, 'complete']) {
    const callback = options[key];
    if (typeof callback === 'function') host.sandbox.guard(() => callback(value) as unknown);
  }
}

export const text = (value: unknown): string => (typeof value === 'string' ? value : '');
