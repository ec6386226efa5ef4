import type { Block, VERSION_FIELDS } from '@bandeng/contracts/schemas';
import type { NoticeVersion, NoticeVersionText, RouteAnswer, RouteInput } from '@bandeng/contracts/types';
import { canonicalJson, diffSequence } from '@bandeng/rules';
import { isPublisher } from '../notice.policy';
import type { Actor } from '../../../http/actor';
import { AppError } from '../../../platform/errors';
import type { NoticesDeps } from '../deps';
import type { NoticeRecord } from '../notice.model';
import { visibleBody } from '../notice.presenter';
import { getPublicNotice } from '../read-notices';
import { versionOf, type NoticeVersionRecord, type VersionOutline } from './version.repository';

type Field = (typeof VERSION_FIELDS)[number];

/** The versions of a public notice. A limited one shows its stub only: its versions are for who publishes it. */
async function openNotice(deps: NoticesDeps, actor: Actor, id: string): Promise<NoticeRecord> {
  const record = await getPublicNotice(deps, id);
  if (record.limited && !isPublisher(actor, record.unitId)) throw new AppError('notice.not_found');
  return record;
}

const outline = ({ number, from, until, reason, isShown }: VersionOutline, isCurrent: boolean): NoticeVersion => ({
  ...{ number, from: from.toISOString(), until: isCurrent ? null : until.toISOString(), reason, isShown },
});

const currentOf = (record: NoticeRecord): NoticeVersionRecord =>
  versionOf(record, { until: record.updatedAt, isShown: true });

/** The present one first, then those before it. */
export async function listVersions(
  deps: NoticesDeps,
  actor: Actor,
  id: string,
  query: RouteInput<'notices.versions'>['query'],
): Promise<RouteAnswer<'notices.versions'>> {
  const record = await openNotice(deps, actor, id);
  const { items, nextCursor } = await deps.versionsOf.list(id, query);
  const former = items.map(item => outline(item, false));
  return { items: query.cursor === undefined ? [outline(currentOf(record), true), ...former] : former, nextCursor };
}

async function getVersion(deps: NoticesDeps, record: NoticeRecord, number: number): Promise<NoticeVersionRecord> {
  const current = currentOf(record);
  const version = number === current.number ? current : await deps.versionsOf.find(record._id, number);
  if (!version?.isShown) throw new AppError('notice.version_not_found');
  return version;
}

/** Lists of people leave the old versions with their period too. */
const bodyOf = (deps: NoticesDeps, record: NoticeRecord, { body }: NoticeVersionRecord): Block[] =>
  visibleBody({ body, posting: record.posting }, deps.clock.today());

const fileNamesOf = async ({ files }: NoticesDeps, { attachmentIds }: NoticeVersionRecord): Promise<string[]> =>
  (await files.describe(attachmentIds)).map(({ name }) => name);

export async function readVersion(
  deps: NoticesDeps,
  actor: Actor,
  { id, number }: RouteInput<'notices.version'>['params'],
): Promise<NoticeVersionText> {
  const record = await openNotice(deps, actor, id);
  const version = await getVersion(deps, record, number);
  const { title, documentNumber, madeOn, effectiveOn, abolishedOn, keyPoints } = version;
  return {
    ...outline(version, number === currentOf(record).number),
    ...{ title, documentNumber, madeOn, effectiveOn, abolishedOn, keyPoints },
    body: bodyOf(deps, record, version),
    attachmentNames: await fileNamesOf(deps, version),
  };
}

const LABELS: Readonly<Record<Field, string>> = {
  title: '标题',
  documentNumber: '文号',
  madeOn: '成文日期',
  effectiveOn: '施行日期',
  abolishedOn: '废止日期',
  keyPoints: '要点',
  attachments: '附件',
};

/** A version beside another one, block by block: why it was made, and what it changed. */
export async function diffVersions(
  deps: NoticesDeps,
  actor: Actor,
  { id, number }: RouteInput<'notices.versionDiff'>['params'],
  query: RouteInput<'notices.versionDiff'>['query'],
): Promise<RouteAnswer<'notices.versionDiff'>> {
  const record = await openNotice(deps, actor, id);
  const against = query.against ?? number - 1;
  const [after, before] = [await getVersion(deps, record, number), await getVersion(deps, record, against)];
  const list = `notices.versionDiff:${id}:${number}:${against}`;
  const start = query.cursor === undefined ? 0 : Number(deps.cursors.decode(list, query.cursor)[0]);
  const blocks = diffSequence(bodyOf(deps, record, before), bodyOf(deps, record, after), canonicalJson);
  const end = start + query.limit;
  const [was, is] = [await textsOf(deps, before), await textsOf(deps, after)];
  return {
    items: blocks.slice(start, end),
    nextCursor: end < blocks.length ? deps.cursors.encode(list, [end]) : null,
    ...{ number, against, reason: after.reason },
    fields: (Object.keys(LABELS) as Field[])
      .filter(field => was[field] !== is[field])
      .map(field => ({ field, label: LABELS[field], before: was[field], after: is[field] })),
  };
}

async function textsOf(deps: NoticesDeps, version: NoticeVersionRecord): Promise<Record<Field, string | null>> {
  const { title, documentNumber, madeOn, effectiveOn, abolishedOn, keyPoints } = version;
  const lines = (texts: readonly string[]) => (texts.length === 0 ? null : texts.join('\n'));
  const attachments = lines(await fileNamesOf(deps, version));
  return { title, documentNumber, madeOn, effectiveOn, abolishedOn, keyPoints: lines(keyPoints), attachments };
}
