import { created, defineHandlers } from '../../../http/handlers';
import type { ConsultationsDeps } from '../deps';
import type { DecisionRecord } from './decision.repository';
import { concludeDecision, createDecision, publishDecision, updateDecision } from './keep-decisions';
import { describeDecisions, listDecisions, listDecisionsAtDesk } from './read-decisions';

export function decisionHandlers(deps: ConsultationsDeps) {
  const describe = async (record: DecisionRecord) => (await describeDecisions(deps, [record]))[0]!;
  return defineHandlers({
    'decisions.list': ({ query }) => listDecisions(deps, query),
    'decisions.years': async () => ({ years: await deps.decisions.listYears() }),
    'staff.decisions.list': ({ query }) => listDecisionsAtDesk(deps, query),
    'staff.decisions.create': async ({ actor, body }) => {
      const { record, isNew } = await createDecision(deps, actor, body);
      return created(await describe(record), isNew);
    },
    'staff.decisions.update': async ({ actor, params, body }) =>
      describe(await updateDecision(deps, actor, { id: params.id, body })),
    'staff.decisions.publish': async ({ actor, params }) => describe(await publishDecision(deps, actor, params.id)),
    'staff.decisions.conclude': async ({ actor, params, body }) =>
      describe(await concludeDecision(deps, actor, { id: params.id, body })),
  });
}
