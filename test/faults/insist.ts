import { isNoAnswer, pause, send, type Answer } from './neighbours';

/** No more than the restart itself: 503 with the time after which to ask again. */
export const isRestart = ({ status, headers }: Answer<unknown>): boolean =>
  status === 503 && Number(headers.get('retry-after')) > 0;

interface Options {
  origin: () => string;
  logIn: (origin: string) => Promise<string>;
  /** Takes what no restart explains. */
  unexpected: string[];
}

/** Calls as somebody who does not give up: an answer that does not come is asked for again, with the same words, until it does. */
export function createInsister({ origin, logIn, unexpected }: Options) {
  let token: string | undefined;

  const note = (path: string) => (error: unknown) => {
    if (isNoAnswer(error)) unexpected.push(`${path}: no answer`);
    return null;
  };

  /** Repeats until the server says yes, or one of `accepted`; null when it said something that no restart explains. */
  return async function insist<T>(
    path: string,
    init: Parameters<typeof send>[2] = {},
    accepted: readonly number[] = [],
  ): Promise<T | null> {
    for (;;) {
      token ??= await logIn(origin()).catch(() => undefined);
      const answer = token ? await send<T>(origin(), path, { ...init, token }).catch(note(path)) : null;
      if (answer && (answer.status < 300 || accepted.includes(answer.status))) return answer.body;
      if (answer?.status === 401) token = undefined;
      else if (answer && !isRestart(answer)) {
        unexpected.push(`${init.method ?? 'GET'} ${path} ${answer.status} ${JSON.stringify(answer.body)}`);
        return null;
      }
      await pause(50);
    }
  };
}
