import { OPINION_DUTY_LABELS, OPINION_GRAVITY_LABELS, OPINION_STATUS_LABELS } from '@bandeng/contracts/routes';
import type { Opinion, OpinionSummary } from '@bandeng/contracts/types';
import { clockOf, opinionSettings } from './opinion-times';
import type { OpinionFact, OpinionRecord } from './opinion.model';
import { OFFICE_UNIT } from './opinion.policy';

interface Context {
  now: Date;
  unitName: (unitId: string) => string;
}

export function presentOpinionSummary(record: OpinionRecord, { now, unitName }: Context): OpinionSummary {
  const { _id: id, title, gravity, unitId, status, noticedAt } = record;
  return {
    ...{ id, title, gravity, status },
    gravityText: OPINION_GRAVITY_LABELS[gravity],
    unit: { id: unitId, name: unitName(unitId) },
    statusText: OPINION_STATUS_LABELS[status],
    noticedAt: noticedAt.toISOString(),
    duties: clockOf(record, now).duties.map(({ duty, dueAt, doneAt, state }) => ({
      ...{ duty, state, dutyText: OPINION_DUTY_LABELS[duty] },
      dueAt: dueAt?.toISOString() ?? null,
      doneAt: doneAt?.toISOString() ?? null,
    })),
  };
}

const STEP_TITLES: Readonly<Record<Opinion['timeline'][number]['kind'], string>> = {
  noticed: '发现，登记',
  reported: '报告上级',
  informed: '发布权威信息',
  briefed: '开新闻发布会',
  noted: '记一笔',
  reassigned: '改责任单位',
  graded: '改级别',
  closed: '办结',
};

function titleOf(fact: OpinionFact['fact'], units: OpinionFact['units'], { unitName }: Context): string {
  if (fact.type === 'graded') return `改为${OPINION_GRAVITY_LABELS[fact.gravity]}`;
  return units ? `责任单位由${unitName(units.from)}改为${unitName(units.to)}` : STEP_TITLES[fact.type];
}

export function presentOpinion(
  record: OpinionRecord,
  context: Context & {
    nameOf: (staffId: string) => string;
    mayWork: boolean;
    reassignsTo: 'any' | 'office' | null;
  },
): Opinion {
  const { source, link, status, events } = record;
  return {
    ...presentOpinionSummary(record, context),
    ...{ source, link, clockSource: opinionSettings.source },
    conclusion: status === 'closed' ? (events.findLast(({ fact }) => fact.type === 'closed')?.note ?? null) : null,
    timeline: events
      .map(({ id, fact, recordedAt, staffId, note, notice, units }) => ({
        ...{ id, kind: fact.type, text: note, notice, by: context.nameOf(staffId) },
        title: titleOf(fact, units, context),
        at: fact.at.toISOString(),
        recordedAt: recordedAt.toISOString(),
      }))
      .reverse(),
    handBackTo: context.reassignsTo === 'office' ? { id: OFFICE_UNIT, name: context.unitName(OFFICE_UNIT) } : null,
    abilities: {
      step: context.mayWork,
      reassign: context.reassignsTo !== null,
    },
  };
}
