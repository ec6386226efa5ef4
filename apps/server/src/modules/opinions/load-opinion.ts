import type { OfficeActor } from '../../http/actor';
import { addStep, registerOpinion } from './change-opinion';
import type { LoadedOpinion, OpinionDeps } from './deps';

/** Takes a matter through its steps as if at their times, by the same use cases as the calls (the demo district); nobody is told. */
export async function loadOpinion(
  deps: OpinionDeps,
  { steps, noticedAt, ...given }: LoadedOpinion,
  { actor, stepId }: { actor: OfficeActor; stepId: (at: number) => string },
): Promise<void> {
  if (await deps.opinions.find(given.id)) return;
  const asOf = (at: Date): OpinionDeps => ({
    ...deps,
    clock: { ...deps.clock, now: () => at },
    outbox: { ...deps.outbox, add: () => Promise.resolve() },
  });
  await registerOpinion(asOf(noticedAt), actor, { ...given, noticedAt: noticedAt.toISOString() });
  for (const [at, step] of steps.entries()) {
    const body = { ...step, id: stepId(at), at: step.at.toISOString() };
    await addStep(asOf(step.at), actor, { id: given.id, body });
  }
}
