import type { Opinion, OpinionSummary } from '@bandeng/contracts/types';
import { sayMinutesLeft } from '@bandeng/rules';
import { OPINION_DUTY_LABELS } from '@bandeng/contracts/routes';
import type { OfficeActor } from '../../http/actor';
import { shanghaiDate } from '../../platform/clock';
import { AppError } from '../../platform/errors';
import type { WaitingTask } from '../../platform/module';
import type { Page, PageQuery } from '../../platform/paging';
import type { OpinionDeps } from './deps';
import { clockOf, isDueSometime } from './opinion-times';
import type { OpinionRecord } from './opinion.model';
import { accessOf, OFFICE_UNIT, reads, reassignsTo, worksOn } from './opinion.policy';
import { presentOpinion, presentOpinionSummary } from './opinion.presenter';

async function contextOf({ organization, clock }: OpinionDeps, records: readonly OpinionRecord[]) {
  const named = records.flatMap(({ unitId, events }) => [
    ...[unitId, OFFICE_UNIT],
    ...events.flatMap(({ units }) => (units ? [units.from, units.to] : [])),
  ]);
  const units = await organization.findUnits([...new Set(named)]);
  return { now: clock.now(), unitName: (unitId: string) => units.get(unitId)?.name ?? '' };
}

export async function listOpinions(
  deps: OpinionDeps,
  actor: OfficeActor,
  query: PageQuery & { status?: OpinionRecord['status'] | undefined },
): Promise<Page<OpinionSummary>> {
  const { reads: unitIds } = await accessOf(deps, actor);
  if (unitIds.length === 0) return { items: [], nextCursor: null };
  const page = await deps.opinions.list({ unitIds, status: query.status }, query);
  const context = await contextOf(deps, page.items);
  return { ...page, items: page.items.map(record => presentOpinionSummary(record, context)) };
}

/** Not there for whoever does not need it. */
export async function describeOpinion(deps: OpinionDeps, actor: OfficeActor, record: OpinionRecord): Promise<Opinion> {
  const access = await accessOf(deps, actor);
  if (!reads(access, record)) throw new AppError('opinion.not_found');
  const [context, names] = await Promise.all([
    contextOf(deps, [record]),
    deps.identity.findStaffNames([...new Set(record.events.map(({ staffId }) => staffId))]),
  ]);
  const nameOf = (staffId: string) => names.get(staffId) ?? '';
  return presentOpinion(record, {
    ...context,
    nameOf,
    mayWork: worksOn(access, record),
    reassignsTo: reassignsTo(actor, record),
  });
}

/** What this member handles now, the most pressing first. */
export async function listWaitingOpinions(
  deps: OpinionDeps,
  actor: OfficeActor,
  limit: number,
): Promise<WaitingTask[]> {
  const { works } = await accessOf(deps, actor);
  if (works.length === 0) return [];
  const open = await deps.opinions.listOpen(works, limit);
  const { now, unitName } = await contextOf(deps, open);
  return open.map(record => ({
    ...{ kind: 'opinion', recordId: record._id, title: record.title, note: `舆情 · ${unitName(record.unitId)}` },
    step: stepOf(record, now),
    since: record.noticedAt.toISOString(),
    dueOn: isDueSometime(record) ? shanghaiDate(record.dueAt) : null,
  }));
}

function stepOf(record: OpinionRecord, now: Date): string {
  const { next } = clockOf(record, now);
  if (next === null || next.minutesLeft === null) return '处置，写明结论后办结';
  return `${OPINION_DUTY_LABELS[next.duty]}，${sayMinutesLeft(next.minutesLeft)}`;
}
