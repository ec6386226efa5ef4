import type { Tx } from '../../../platform/transaction';
import { turnId } from './answer-survey';
import type { SurveyDeps } from './deps';

async function turnsOf(deps: SurveyDeps, accountId: string): Promise<Map<string, { surveyId: string; title: string }>> {
  const all = await deps.surveys.listIds();
  const byTurn = new Map(all.map(({ _id, title }) => [turnId(deps, _id, accountId), { surveyId: _id, title }]));
  const there = await deps.surveys.findTurns([...byTurn.keys()]);
  return new Map([...byTurn].filter(([turn]) => there.has(turn)));
}

/** Which surveys an account has answered lately; with what nobody can tell, its author not excepted. */
export const exportTurns = async (deps: SurveyDeps, accountId: string): Promise<unknown[]> => [
  ...(await turnsOf(deps, accountId)).values(),
];

export async function eraseTurns(deps: SurveyDeps, accountId: string, tx: Tx): Promise<void> {
  await deps.surveys.deleteTurns([...(await turnsOf(deps, accountId)).keys()], tx);
}
