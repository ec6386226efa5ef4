import type { OfficeActor } from '../../http/actor';
import type { AnswerDeps } from './deps';
import { publishAnswer } from './publish-answer';

/** An answer as it went into the archive; `answer` says it in other words than the case. */
export interface LoadedAnswer {
  requestId: string;
  officer: OfficeActor;
  at: Date;
  words: { title: string; question: string; answer: string };
}

/** Published by the same use case as the call (the demo district); nobody is told, one that exists is left alone. */
export async function loadAnswers(deps: AnswerDeps, given: readonly LoadedAnswer[]): Promise<string[]> {
  const ids: string[] = [];
  for (const { requestId, officer, at, words } of given) {
    if (!(await deps.answers.findOfRequest(requestId))) {
      const answered = await deps.requests.getAnswered(officer, requestId);
      await publishAnswer(asOf(deps, at), officer, answered, { ...words, fileIds: [], isLookedThrough: false });
    }
    const record = await deps.answers.findOfRequest(requestId);
    if (record) ids.push(record._id);
  }
  return ids;
}

/** The same dependencies at another time, with nobody listening. */
export const asOf = (deps: AnswerDeps, at: Date): AnswerDeps => ({
  ...deps,
  clock: { ...deps.clock, now: () => at },
  outbox: { ...deps.outbox, add: () => Promise.resolve() },
});
