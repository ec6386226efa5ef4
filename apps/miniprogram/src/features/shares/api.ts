import { api } from '@/lib/api';
import { newId } from '@/lib/ids';
import { reading } from '@/lib/reads';

/** What a code opens. */
export const shareOf = (code: string) => reading('shares.get', { params: { code }, query: {} });

/** Counts one opening. Nobody is told when it fails: a number is not worth a word. */
export async function countOpen(code: string): Promise<void> {
  try {
    await api.call('shares.opens', { params: { code }, body: { id: await newId() } });
  } catch {
    // Not counted, then.
  }
}
