import { sha256Hex } from '../text/sha256';

/** One sign-up in the order of a draw. */
export interface DrawPlace {
  id: string;
  /** SHA-256 of the seed, a line break and the id. */
  hash: string;
}

/** What is published before the draw, so that the seed cannot be chosen to suit: its own SHA-256. */
export const seedCommitment = (seed: string): string => sha256Hex(seed);

/**
 * The order of a draw: by the SHA-256 of `seed`, a line break and the id of the sign-up, in lower-case hex, the smallest first. Whoever
 * has the seed and the ids gets the same order.
 */
export const drawOrder = (seed: string, ids: readonly string[]): DrawPlace[] =>
  [...new Set(ids)].map(id => ({ id, hash: sha256Hex(`${seed}\n${id}`) })).sort((a, b) => (a.hash < b.hash ? -1 : 1));

/** Whether a published draw is what its seed and ids give, and the seed the one that was committed to. */
export const isDrawTrue = ({
  seed,
  seedHash,
  order,
}: {
  seed: string;
  seedHash: string;
  order: readonly string[];
}): boolean => seedCommitment(seed) === seedHash && drawOrder(seed, order).every(({ id }, at) => id === order[at]);
