import { OPINION_DUTY_LABELS, OPINION_GRAVITY_LABELS, OPINION_STATUS_LABELS } from '@bandeng/contracts/routes';
import type { Opinion, OpinionSummary } from '@bandeng/contracts/types';
import { clockOf, opinionSettings } from './opinion-times';
import type { OpinionRecord } from './opinion.model';

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
  graded: '改级别',
  closed: '办结',
};

export function presentOpinion(
  record: OpinionRecord,
  context: Context & { nameOf: (staffId: string) => string; mayWork: boolean },
): Opinion {
  const { source, link, status, events } = record;
  return {
    ...presentOpinionSummary(record, context),
    ...{ source, link, clockSource: opinionSettings.source },
    conclusion: status === 'closed' ? (events.findLast(({ fact }) => fact.type === 'closed')?.note ?? null) : null,
    timeline: events
      .map(({ id, fact, recordedAt, staffId, note, notice }) => ({
        ...{ id, kind: fact.type, text: note, notice, by: context.nameOf(staffId) },
        title: fact.type === 'graded' ? `改为${OPINION_GRAVITY_LABELS[fact.gravity]}` : STEP_TITLES[fact.type],
        at: fact.at.toISOString(),
        recordedAt: recordedAt.toISOString(),
      }))
      .reverse(),
    abilities: { step: context.mayWork },
  };
}
