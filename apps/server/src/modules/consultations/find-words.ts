import { MOST_COUNTED } from '../../platform/paging';
import { piecesOf, queryWords } from '../../platform/words';
import { wordKey } from './comment-keys';
import type { ConsultationsDeps } from './deps';

/** More words than these narrow nothing. */
const MOST_WORDS = 6;

/**
 * The keys of comments that say all these words, the rarest first: it bounds the scan. A word that stands nowhere as such is looked for by
 * its pieces. Null when no comment can say them.
 */
export async function findWords(
  { comments }: Pick<ConsultationsDeps, 'comments'>,
  consultationId: string,
  asked: string,
): Promise<string[] | null> {
  const counted = async (words: readonly string[]) =>
    Promise.all(
      words.map(async word => {
        const key = wordKey(consultationId, word);
        return { word, key, count: await comments.countByKey(key, MOST_COUNTED) };
      }),
    );
  const whole = await counted(queryWords(asked).slice(0, MOST_WORDS));
  const unknown = whole.filter(({ count }) => count === 0).flatMap(({ word }) => piecesOf(word));
  const all = [...whole.filter(({ count }) => count > 0), ...(await counted(unknown.slice(0, MOST_WORDS)))];
  const hasUnknown = whole.some(({ word, count }) => count === 0 && piecesOf(word).length === 0);
  if (all.length === 0 || hasUnknown || all.some(({ count }) => count === 0)) return null;
  return [...new Set(all.sort((a, b) => a.count - b.count).map(({ key }) => key))];
}
