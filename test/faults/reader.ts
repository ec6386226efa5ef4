import { isRestart } from './insist';
import { isNoAnswer, pause, send } from './neighbours';

/** From the first answer that was no page to the next page. */
export interface Outage {
  from: number;
  to: number;
}

/** Somebody who reads the newest notices again and again, and notes since when and until when there were none. */
export function startReader(origin: () => string) {
  const outages: Outage[] = [];
  /** What was neither a page, nor a closed door, nor 503 with Retry-After. */
  const misread: string[] = [];
  let isStopped = false;
  let since: number | null = null;

  async function read(): Promise<void> {
    const page = await send(origin(), '/api/v1/notices?limit=3').catch((error: unknown) => {
      if (isNoAnswer(error)) misread.push('no answer');
      return null;
    });
    if (page && page.status !== 200 && !isRestart(page)) misread.push(`${page.status} ${JSON.stringify(page.body)}`);
    if (page?.status !== 200) since ??= Date.now();
    else if (since !== null) {
      outages.push({ from: since, to: Date.now() });
      since = null;
    }
  }

  const running = (async () => {
    while (!isStopped || since !== null) {
      await read();
      await pause(50);
    }
  })();
  return {
    outages,
    misread,
    /** Reads until there is a page again, and ends. */
    stop: () => {
      isStopped = true;
      return running;
    },
  };
}
