import { setTimeout as wait } from 'node:timers/promises';
import type { Simulator } from './create-simulator';

/** A fetch that never leaves the process: give it to `createWechatClient`. */
export function simulatorFetch(simulator: Pick<Simulator, 'handle'>): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const { pathname, searchParams } = new URL(request.url);
    const { status, headers, body, fault } = await simulator.handle({
      method: request.method,
      path: pathname,
      query: Object.fromEntries(searchParams),
      body: await request.text(),
    });
    if (fault === 'refuse') throw networkError('ECONNREFUSED');
    if (fault === 'cut') throw networkError('ECONNRESET');
    if (fault !== undefined) await wait(fault.delayMs, undefined, { signal: request.signal });
    return new Response(new Uint8Array(body), { status, headers });
  };
}

/** The shape in which the global fetch reports the network. */
function networkError(code: string): TypeError {
  return new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });
}
