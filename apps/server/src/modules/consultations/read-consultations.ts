import type { DraftPage, RouteInput } from '@bandeng/contracts/types';
import { isKnown, unitsOf, type Actor } from '../../http/actor';
import { AppError } from '../../platform/errors';
import type { Page } from '../../platform/paging';
import { readsConsultations, stateOf } from './consultation.policy';
import {
  placeCounter,
  presentConsultation,
  presentDetail,
  presentDraft,
  presentOutcome,
  type ConsultationContext,
} from './consultation.presenter';
import type { ConsultationOutline, ConsultationRecord } from './consultation.repository';
import type { ConsultationsDeps } from './deps';

/** A consultation that everybody may read: from its first day on. */
export async function getPublic(deps: ConsultationsDeps, id: string): Promise<ConsultationOutline> {
  const record = await deps.consultations.getOutline(id);
  if (stateOf(record, deps.clock.now()) === 'draft') throw new AppError('consultation.not_found');
  return record;
}

async function contextOf(
  deps: ConsultationsDeps,
  records: readonly ConsultationOutline[],
): Promise<ConsultationContext> {
  const [units, areas, domains, counters] = await Promise.all([
    deps.organization.findUnits([...new Set(records.map(record => record.unitId))]),
    deps.organization.findAreas([...new Set(records.flatMap(record => record.areaIds))]),
    deps.catalog.domainNames(),
    deps.comments.findCounters(records.map(record => record._id)),
  ]);
  return { now: deps.clock.now(), names: { units, areas, domains }, counters };
}

export async function summarize(deps: ConsultationsDeps, records: readonly ConsultationOutline[]) {
  const context = await contextOf(deps, records);
  return records.map(record => presentConsultation(record, context));
}

export async function summarizeOne(deps: ConsultationsDeps, record: ConsultationOutline) {
  return presentConsultation(record, await contextOf(deps, [record]));
}

export async function listConsultations(
  deps: ConsultationsDeps,
  query: RouteInput<'consultations.list'>['query'],
): Promise<Page<ConsultationOutline>> {
  const { state, area, domain } = query;
  const lineage = area === undefined ? [] : await deps.organization.lineageOf(area);
  if (area !== undefined && lineage.length === 0) return { items: [], nextCursor: null };
  return deps.consultations.listPublic(
    {
      state,
      facets: domain === undefined ? [] : [`dom:${domain}`],
      anyArea: area === undefined ? [] : ['area:*', ...lineage.map(id => `area:${id}`)],
      now: deps.clock.now(),
    },
    query,
  );
}

export async function listForDesk(
  deps: ConsultationsDeps,
  actor: Actor,
  query: RouteInput<'staff.consultations.list'>['query'],
): Promise<Page<ConsultationOutline>> {
  const unitIds = unitsOf(actor, 'editor', 'office', 'street', 'supervisor');
  if (unitIds.length === 0) return { items: [], nextCursor: null };
  return deps.consultations.listForStaff({ unitIds, state: query.state, now: deps.clock.now() }, query);
}

/** For everybody from its first day on. */
export async function describePublic(deps: ConsultationsDeps, actor: Actor, id: string) {
  const record = await deps.consultations.get(id);
  if (stateOf(record, deps.clock.now()) === 'draft') throw new AppError('consultation.not_found');
  return describeConsultation(deps, actor, record);
}

/** For the unit that runs it, a draft too; another unit's is not there. */
export async function describeForDesk(deps: ConsultationsDeps, actor: Actor, id: string) {
  const record = await deps.consultations.get(id);
  if (!readsConsultations(actor, record.unitId)) throw new AppError('consultation.not_found');
  return describeOwn(deps, actor, record);
}

/** What its unit sees of it: with what was asked for where the rule has filled it in. */
export async function describeOwn(deps: ConsultationsDeps, actor: Actor, record: ConsultationRecord) {
  const { requestedClosesOn, requestedOutcomeDueOn, revision } = record;
  return {
    ...(await describeConsultation(deps, actor, record)),
    requestedClosesOn,
    requestedOutcomeDueOn,
    revision,
  };
}

async function describeConsultation(deps: ConsultationsDeps, actor: Actor, record: ConsultationRecord) {
  const { _id: id } = record;
  const [context, attachments, mine] = await Promise.all([
    contextOf(deps, [record]),
    deps.files.describe(record.attachmentIds),
    isKnown(actor) ? deps.comments.countOfAccount(id, actor.accountId) : undefined,
  ]);
  return presentDetail(record, { ...context, actor, attachments, mine });
}

export async function describeDraft(
  deps: ConsultationsDeps,
  consultation: ConsultationOutline,
  query: RouteInput<'consultations.draft'>['query'],
): Promise<DraftPage> {
  const { _id: id } = consultation;
  const page = await deps.consultations.listItems(id, query.change, query);
  const counters = await deps.comments.findCounters(page.items.map(item => placeCounter(id, item.itemId)));
  return presentDraft(consultation, page, counters);
}

export async function describeOutcome(deps: ConsultationsDeps, record: ConsultationRecord) {
  const state = stateOf(record, deps.clock.now());
  if (state === 'draft') throw new AppError('consultation.not_found');
  const units = await deps.organization.findUnits([record.unitId]);
  const outcome = state === 'answered' ? presentOutcome(record, { units }) : null;
  if (!outcome) throw new AppError('outcome.not_yet', { data: { outcomeDueOn: record.outcomeDueOn } });
  return outcome;
}
