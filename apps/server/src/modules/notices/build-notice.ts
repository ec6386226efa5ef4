import type { NoticeSource } from '@bandeng/contracts/schemas';
import { canonicalJson } from '@bandeng/rules';
import district from '../../../../../config/district.json';
import { sha256 } from '../../platform/crypto';
import { invalidField } from '../../platform/errors';
import type { NoticesDeps } from './deps';
import { facetsOf } from './facets';
import type { NoticeRecord } from './notice.model';

/** Of what is published: that its numbers were confirmed is not part of it. */
export const contentHashOf = ({ personalDataConfirmed: _, ...content }: NoticeSource): string =>
  sha256(canonicalJson(content));

/** The printed code is typed by hand: case and spaces do not matter. */
export const codeHashOf = ({ blindIndex }: Pick<NoticesDeps, 'blindIndex'>, noticeId: string, code: string): string =>
  blindIndex.of(`notice-code:${noticeId}`, code.replace(/\s/g, '').toUpperCase());

/** Files that the body shows or offers, and those beside it, with the place where each is named. */
export const filesOf = ({ body, attachmentIds }: NoticeSource): { fileId: string; path: string }[] => [
  ...attachmentIds.map((fileId, at) => ({ fileId, path: `attachmentIds.${at}` })),
  ...body.flatMap((block, at) => ('fileId' in block ? [{ fileId: block.fileId, path: `body.${at}` }] : [])),
];
const fileIdsOf = ({ body, attachmentIds }: NoticeSource): string[] => [
  ...new Set([...body.flatMap(block => ('fileId' in block ? [block.fileId] : [])), ...attachmentIds]),
];

/** With the class it was given here, for a source that does not say one. */
type Identity = Pick<NoticeRecord, '_id' | 'source' | 'externalId' | 'createdBy' | 'documentClass'>;

/** A notice's record from what an editor, the portal or an import gives; references are checked. */
export async function buildNotice(
  deps: NoticesDeps,
  { documentClass: known, ...identity }: Identity,
  source: NoticeSource,
): Promise<NoticeRecord> {
  if (!(await deps.organization.findUnit(source.unitId))) throw invalidField('unitId', '没有这个单位。');
  const entries = await deps.catalog.findEntries(source.entryIds);
  const unknownEntry = source.entryIds.find(id => !entries.some(entry => entry.id === id));
  if (unknownEntry !== undefined) throw invalidField('entryIds', `没有“${unknownEntry}”这个事项。`);
  await assertAreas(deps, source.areaIds);
  const unknownColumn = source.columnIds.find(id => !deps.columns.find(id));
  if (unknownColumn !== undefined) throw invalidField('columnIds', `没有“${unknownColumn}”这个栏目。`);
  if (source.posting && source.posting.to < source.posting.from)
    throw invalidField('posting.to', '公示结束不能早于开始。');
  if (source.documentClass && source.kind !== 'regulation')
    throw invalidField('documentClass', '只有文件才分规章、行政规范性文件和其他文件。');

  const { posting, limited, relatedIds, ...facts } = source;
  const documentClass = facts.kind === 'regulation' ? (facts.documentClass ?? known) : undefined;
  const record = {
    ...identity,
    contentHash: contentHashOf(source),
    title: facts.title,
    kind: facts.kind,
    unitId: facts.unitId,
    columnIds: facts.columnIds,
    documentNumber: facts.documentNumber ?? null,
    ...(documentClass && { documentClass }),
    indexNumber: facts.indexNumber ?? null,
    stage: facts.stage ?? null,
    publishedAt: new Date(facts.publishedAt),
    madeOn: facts.madeOn ?? null,
    effectiveOn: facts.effectiveOn ?? null,
    abolishedOn: facts.abolishedOn ?? null,
    ...(facts.takeDownOn !== undefined && { takeDownOn: facts.takeDownOn }),
    sourceUrl: facts.sourceUrl ?? null,
    keyPoints: facts.keyPoints,
    body: facts.body,
    attachmentIds: fileIdsOf(source),
    entryIds: facts.entryIds,
    areaIds: facts.areaIds,
    related: relatedIds,
    posting: posting ? { ...posting, objection: posting.objection ?? null } : null,
    limited: limited
      ? {
          group: limited.group,
          postedAt: limited.postedAt,
          contact: limited.contact,
          codeHash: codeHashOf(deps, identity._id, limited.code),
        }
      : null,
    takenDownAt: null,
    isAnnounced: new Date(facts.publishedAt) <= deps.clock.now(),
    updatedAt: deps.clock.now(),
    revision: 1,
  };
  if (record.limited && !record.posting) throw invalidField('posting', '限定范围公开的，要写明公示的起止日期。');
  return {
    ...record,
    facets: facetsOf(record, {
      districtAreaId: district.areaId,
      columnIds: [...new Set(facts.columnIds.flatMap(id => deps.columns.path(id)))],
      domainIds: [...new Set(entries.map(entry => entry.domainId))],
    }),
  };
}

async function assertAreas({ organization }: Pick<NoticesDeps, 'organization'>, ids: readonly string[]): Promise<void> {
  const areas = await organization.findAreas(ids);
  const unknown = ids.find(id => !areas.has(id));
  if (unknown !== undefined) throw invalidField('areaIds', `没有“${unknown}”这个地方。`);
}
