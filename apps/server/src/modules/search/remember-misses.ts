import { findPersonalData } from '@bandeng/rules';
import { normalize } from '../../platform/words';
import type { SearchDeps } from './deps';

const READERS = 3;

/**
 * Remembers what people look for in vain, so that the office sees what is missing: only from the third reader on, and only when no
 * personal number stands in it. Before that there is nothing but a keyed hash. A failure here never fails the search.
 */
export async function rememberMiss(deps: SearchDeps, q: string, address: string): Promise<void> {
  const words = normalize(q);
  try {
    const id = deps.blindIndex.of('search-miss', words);
    const reader = deps.blindIndex.of('search-reader', address);
    const miss = await deps.documents.noteMiss(id, reader, deps.clock.now());
    if (miss && miss.words === null && miss.readers.length >= READERS && findPersonalData(words).length === 0) {
      await deps.documents.keepMiss(id, words);
    }
  } catch (error) {
    deps.logger.warn({ err: error }, 'missed search not remembered');
  }
}
