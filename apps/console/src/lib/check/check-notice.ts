import './without-eval';
import { faultWords } from '@bandeng/contracts/fault-words';
import { NoticeSource } from '@bandeng/contracts/schemas';
import type { Fault } from '../faults';

const Content = NoticeSource.omit({
  publishedAt: true,
  indexNumber: true,
  sourceUrl: true,
  personalDataConfirmed: true,
});

/** What the contract says of the content of a notice: the server says the same, in the same words. */
export function checkNotice(content: unknown): Fault[] {
  const parsed = Content.safeParse(content, { error: faultWords });
  if (parsed.success) return [];
  return parsed.error.issues.map(({ path, message }) => ({ path: path.map(String).join('.'), message }));
}
