import type { PublicAnswer, PublicAnswerSummary, RouteInput } from '@bandeng/contracts/types';
import { decisionKinds } from '@bandeng/rules';
import { AppError } from '../../platform/errors';
import type { Page } from '../../platform/paging';
import type { AnswerRecord } from './answer.model';
import type { AnswerDeps } from './deps';

const EXCERPT = 80;

export const presentKinds = (kinds: AnswerRecord['kinds']) =>
  kinds.map(kind => ({ kind, label: decisionKinds[kind].label, article: decisionKinds[kind].article }));

const unitNames = ({ organization }: Pick<AnswerDeps, 'organization'>, records: readonly AnswerRecord[]) =>
  organization.findUnits([...new Set(records.map(({ unitId }) => unitId))]);

/** The newest first; with words, those that carry all of them. */
export async function listAnswers(
  deps: AnswerDeps,
  query: RouteInput<'answers.list'>['query'],
): Promise<Page<PublicAnswerSummary>> {
  const { items, nextCursor } = await (query.q === undefined
    ? deps.answers.listPublic(query, query)
    : searchAnswers(deps, { ...query, q: query.q }));
  const units = await unitNames(deps, items);
  return {
    nextCursor,
    items: items.map(record => ({
      ...presentSummary(record, units.get(record.unitId)?.name ?? ''),
      excerpt: record.answer.slice(0, EXCERPT),
    })),
  };
}

/** The index knows which; what is public now is asked of the records. */
async function searchAnswers(
  { search, answers, clock }: AnswerDeps,
  { q, unit, year, limit, cursor }: RouteInput<'answers.list'>['query'] & { q: string },
): Promise<Page<AnswerRecord>> {
  const facets = [...(unit ? [unitFacet(unit)] : []), ...(year ? [yearFacet(year)] : [])];
  const wanted = { kind: 'answer' as const, q, facets, anyOf: [], until: clock.now(), limit, cursor };
  const { ids, nextCursor } = await search.listNewest(wanted);
  const found = new Map((await answers.findPublic(ids)).map(record => [record._id, record]));
  return { items: ids.flatMap(id => found.get(id) ?? []), nextCursor };
}

const unitFacet = (unitId: string): string => `answered-by:${unitId}`;
const yearFacet = (year: number): string => `answered-in:${year}`;

const presentSummary = (record: AnswerRecord, unitName: string) => ({
  id: record._id,
  title: record.title,
  unit: { id: record.unitId, name: unitName },
  kinds: presentKinds(record.kinds),
  decidedOn: record.decidedOn,
  publishedAt: record.publishedAt.toISOString(),
});

/** As everybody reads it. Throws answer.not_found for what is not public, or not any more. */
export async function describeAnswer(deps: AnswerDeps, id: string): Promise<PublicAnswer> {
  const record = await deps.answers.find(id);
  if (!record?.isPublic) throw new AppError('answer.not_found');
  const [units, attachments] = await Promise.all([
    unitNames(deps, [record]),
    deps.files.describe(record.files.map(({ id: fileId }) => fileId)),
  ]);
  return {
    ...presentSummary(record, units.get(record.unitId)?.name ?? ''),
    ...{ question: record.question, answer: record.answer, noticeIds: record.noticeIds, attachments },
  };
}

/** An answer for the search index: its public words only. */
export interface SearchableAnswer {
  id: string;
  title: string;
  text: string;
  detail: string;
  at: Date;
  numbers: string[];
  facets: string[];
}

/** Those of them that are public. */
export async function searchableAnswers(deps: AnswerDeps, ids: readonly string[]): Promise<SearchableAnswer[]> {
  const records = await deps.answers.findPublic(ids);
  const units = await unitNames(deps, records);
  return records.map(({ _id: id, title, question, answer, unitId, year, decidedOn, publishedAt: at }) => ({
    ...{ id, title, at, text: [question, answer].join('\n'), numbers: [] },
    detail: ['答复选编', units.get(unitId)?.name, decidedOn].filter(Boolean).join(' · '),
    facets: [unitFacet(unitId), yearFacet(year)],
  }));
}
