import type { Draft, DraftSummary, Ref, RouteInput } from '@bandeng/contracts/types';
import { openStepOf, stepName } from '@bandeng/rules';
import { unitsOf, type OfficeActor } from '../../../http/actor';
import type { RecordCount } from '../../../platform/module';
import type { Page } from '../../../platform/paging';
import { SYSTEM, type DraftsDeps } from './deps';
import { filesOfDraft } from './draft-content';
import type { DraftRecord, Said } from './draft.model';
import { draftAbilities } from './draft.policy';
import type { DraftOutline } from './draft.repository';
import { interpretationsOf } from './pairs';

export const DRAFT_READERS = ['editor', 'office', 'street', 'reviewer', 'secrecy'] as const;

/** Drafts of the units this actor writes, reviews or checks for. */
export async function listDrafts(
  deps: DraftsDeps,
  actor: OfficeActor,
  query: RouteInput<'staff.drafts.list'>['query'],
): Promise<Page<DraftSummary>> {
  const own = unitsOf(actor, ...DRAFT_READERS);
  const isReadable = query.unit === undefined || own === 'all' || own.includes(query.unit);
  const unitIds = query.unit === undefined ? own : [query.unit];
  if (!isReadable || unitIds.length === 0) return { items: [], nextCursor: null };
  const writer = query.mine ? actor.staffId : undefined;
  const { items, nextCursor } = await deps.drafts.list({ unitIds, state: query.state, writer }, query);
  return { items: await summarizeDrafts(deps, items), nextCursor };
}

export async function summarizeDrafts(deps: DraftsDeps, records: readonly DraftOutline[]): Promise<DraftSummary[]> {
  const names = await namesFor(deps, records, peopleOf);
  return records.map(record => presentDraftSummary(record, names));
}

/** As the list would show them: the own ones, and those of the units. */
export async function countDrafts({ drafts }: DraftsDeps, actor: OfficeActor): Promise<RecordCount[]> {
  const unitIds = unitsOf(actor, ...DRAFT_READERS);
  if (unitIds.length === 0) return [];
  const [mine, inReview, scheduled] = await Promise.all([
    drafts.count({ unitIds, state: 'writing', writer: actor.staffId }),
    drafts.count({ unitIds, state: 'in_review' }),
    drafts.count({ unitIds, state: 'scheduled' }),
  ]);
  return [
    { kind: 'drafts_mine', count: mine },
    { kind: 'drafts_in_review', count: inReview },
    { kind: 'drafts_scheduled', count: scheduled },
  ];
}

export async function describeDraft(deps: DraftsDeps, actor: OfficeActor, record: DraftRecord): Promise<Draft> {
  const { content, signatures, steps, writers, passes, sentBack, secrecyAsked, waiver } = record;
  const [names, files, partners] = await Promise.all([
    namesFor(deps, [record], peopleOnRecord),
    deps.files.describe(filesOfDraft(content)),
    content.kind === 'regulation' ? interpretationsOf(deps, record._id) : [],
  ]);
  const word = (said: Said | null) => said && { by: names.person(said.by), at: said.at.toISOString() };
  return {
    ...presentDraftSummary(record, names),
    contentHash: record.contentHash,
    content,
    files,
    timeline: record.timeline.map(entry => presentEntry(entry, steps, names)),
    writers: writers.map(names.person),
    signatures: signatures.map(one => ({
      ...one,
      name: stepName(one.step, steps),
      by: names.person(one.by),
      at: one.at.toISOString(),
    })),
    published: record.published && { by: names.person(record.published.by), at: record.published.at.toISOString() },
    publishesWith: record.publishesWith,
    sentBack: sentBack && { ...word(sentBack)!, comment: sentBack.words },
    secrecyAsked: secrecyAsked && { ...word(secrecyAsked)!, note: secrecyAsked.words },
    passes: passes.map(({ kind, masked, reason, by, at }) => ({
      ...{ kind, masked, reason, by: names.person(by), at: at.toISOString() },
    })),
    waiver: waiver && { ...word(waiver)!, reason: waiver.words },
    interpretations: partners.map(({ _id, content: { title }, state }) => ({ id: _id, title, state })),
    abilities: draftAbilities(actor, record),
  };
}

const presentEntry = (
  { at, by, act, from, to, step, note }: DraftRecord['timeline'][number],
  steps: number,
  names: Names,
): Draft['timeline'][number] => ({
  ...{ at: at.toISOString(), by: names.person(by), act, from, to, note },
  step: step === null ? null : stepName(step, steps),
});

interface Names {
  person(id: string): Ref;
  unit(id: string): Ref;
  columns(ids: readonly string[]): Ref[];
}

const peopleOf = ({ writers, updatedBy }: Pick<DraftRecord, 'writers' | 'updatedBy'>): string[] => [
  ...writers,
  updatedBy,
];

/** Everybody who did something with it. */
const peopleOnRecord = (draft: DraftRecord): string[] => [...peopleOf(draft), ...draft.timeline.map(entry => entry.by)];

async function namesFor<T extends Pick<DraftRecord, 'unitId'>>(
  { identity, namesOf, columns }: DraftsDeps,
  records: readonly T[],
  peopleIn: (record: T) => readonly string[],
): Promise<Names> {
  const [people, { units }] = await Promise.all([
    identity.findStaffNames([...new Set(records.flatMap(peopleIn))]),
    namesOf({ unitIds: records.map(record => record.unitId), areaIds: [] }),
  ]);
  return {
    person: id => ({ id, name: id === SYSTEM ? '系统' : (people.get(id) ?? '') }),
    unit: id => ({ id, name: units.get(id)?.name ?? '' }),
    columns: ids =>
      ids.flatMap(id => {
        const column = columns.find(id);
        return column ? [{ id, name: column.name }] : [];
      }),
  };
}

function presentDraftSummary(record: DraftOutline, names: Names): DraftSummary {
  const {
    _id,
    content,
    unitId,
    state,
    steps,
    createdAt,
    writers,
    updatedBy,
    updatedAt,
    publishAt,
    noticeId,
    corrects,
    revision,
  } = record;
  const open = state === 'in_review' ? openStepOf(record) : null;
  return {
    id: _id,
    title: content.title,
    kind: content.kind,
    unit: names.unit(unitId),
    columns: names.columns(content.columnIds),
    state,
    step: open === null ? null : { number: open, of: steps, name: stepName(open, steps) },
    createdBy: names.person(writers[0] ?? ''),
    createdAt: createdAt.toISOString(),
    updatedBy: names.person(updatedBy),
    updatedAt: updatedAt.toISOString(),
    publishAt: publishAt?.toISOString() ?? null,
    attribute: content.withholding?.attribute ?? 'active',
    ground: content.withholding?.ground ?? null,
    noticeId,
    revision,
    corrects: corrects && {
      ...{ noticeId: corrects.noticeId, reason: corrects.reason, concealsBefore: corrects.concealsBefore },
    },
  };
}
