import type { MajorDecision, RouteAnswer, RouteInput } from '@bandeng/contracts/types';
import { stateOf, type ConsultationState } from '../consultation.policy';
import type { ConsultationOutline } from '../consultation.repository';
import type { ConsultationsDeps } from '../deps';
import type { DecisionRecord } from './decision.repository';

type StaffDecision = RouteAnswer<'staff.decisions.list'>['items'][number];
type State = MajorDecision['state'];

const STATE_TEXTS: Record<State, string> = {
  planned: '还没开始征求意见',
  asking: '正在征求意见',
  asked: '征求过意见，等结果',
  answered: '意见的下落公布了',
  decided: '决策公布了',
  dropped: '不再推进',
};

/** From what stands last: a list is read for what happens next. */
function stateFrom({ conclusion }: DecisionRecord, states: readonly ConsultationState[]): State {
  if (conclusion) return conclusion.kind;
  if (states.includes('open')) return 'asking';
  if (states.includes('closed')) return 'asked';
  return states.includes('answered') ? 'answered' : 'planned';
}

/** Items with what became of their consultations; of those that have not begun nothing is told. */
export async function describeDecisions(
  deps: ConsultationsDeps,
  records: readonly DecisionRecord[],
): Promise<StaffDecision[]> {
  const [units, outlines] = await Promise.all([
    deps.organization.findUnits([...new Set(records.map(({ unitId }) => unitId))]),
    deps.consultations.findOutlines([...new Set(records.flatMap(({ consultationIds }) => consultationIds))]),
  ]);
  const now = deps.clock.now();
  const shown = (outline: ConsultationOutline) => {
    const state = stateOf(outline, now);
    const outcomeAt = state === 'answered' ? (outline.outcomeAt?.toISOString() ?? null) : null;
    return { id: outline._id, question: outline.question, state, outcomeAt };
  };
  return records.map(record => {
    const { _id: id, year, position, title, unitId, plannedFor, basis, conclusion, consultationIds, revision } = record;
    const consultations = consultationIds.flatMap(one => {
      const outline = outlines.get(one);
      return outline && stateOf(outline, now) !== 'draft' ? [shown(outline)] : [];
    });
    const state = stateFrom(
      record,
      consultations.map(one => one.state),
    );
    return {
      ...{ id, year, position, title, plannedFor, basis, conclusion, consultations, consultationIds, revision },
      unit: { id: unitId, name: units.get(unitId)?.name ?? unitId },
      state,
      stateText: STATE_TEXTS[state],
      isPublished: record.publishedAt !== null,
    };
  });
}

export async function listDecisions(
  deps: ConsultationsDeps,
  query: RouteInput<'decisions.list'>['query'],
): Promise<RouteAnswer<'decisions.list'>> {
  const year = query.year ?? (await deps.decisions.listYears())[0];
  if (year === undefined) return { items: [], nextCursor: null };
  const { items, nextCursor } = await deps.decisions.list(year, query, { isPublicOnly: true });
  const described = await describeDecisions(deps, items);
  const open = described.map(
    ({ isPublished: _, consultationIds: __, revision: ___, ...decision }): MajorDecision => decision,
  );
  return { items: open, nextCursor };
}

export async function listDecisionsAtDesk(
  deps: ConsultationsDeps,
  query: RouteInput<'staff.decisions.list'>['query'],
): Promise<RouteAnswer<'staff.decisions.list'>> {
  const { items, nextCursor } = await deps.decisions.list(query.year, query, { isPublicOnly: false });
  return { items: await describeDecisions(deps, items), nextCursor };
}
