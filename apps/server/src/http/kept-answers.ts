import type { RateLimitName, RouteName } from '@bandeng/contracts/routes';
import type { ReadVersion } from './handlers';

/** A public answer that is right as long as its version is. */
export interface KeptAnswer {
  route: RouteName;
  limit: RateLimitName;
  version: string;
  readVersion: ReadVersion;
  etag: string;
  /** Null: known to be unchanged for who holds it, not made here since. */
  bytes: Buffer | null;
}

export interface KeptAnswers {
  find(url: string): KeptAnswer | undefined;
  keep(url: string, answer: KeptAnswer): void;
}

const MAX_BYTES = 32 * 1024 * 1024;
/** A rough figure for the entry itself, so that answers without bytes are bounded too. */
const ENTRY_BYTES = 1_024;

const sizeOf = (url: string, answer: KeptAnswer): number => ENTRY_BYTES + url.length + (answer.bytes?.length ?? 0);

/** Answers by address with query, those asked for least recently given up first. */
export function createKeptAnswers(maxBytes = MAX_BYTES): KeptAnswers {
  const answers = new Map<string, KeptAnswer>();
  let used = 0;

  function forget(url: string): void {
    const answer = answers.get(url);
    if (!answer) return;
    answers.delete(url);
    used -= sizeOf(url, answer);
  }

  return {
    find: url => {
      const answer = answers.get(url);
      if (!answer) return undefined;
      // To the end of the line of those to be given up.
      answers.delete(url);
      answers.set(url, answer);
      return answer;
    },
    keep: (url, answer) => {
      const size = sizeOf(url, answer);
      forget(url);
      if (size > maxBytes / 8) return;
      for (const oldest of answers.keys()) {
        if (used + size <= maxBytes) break;
        forget(oldest);
      }
      answers.set(url, answer);
      used += size;
    },
  };
}
