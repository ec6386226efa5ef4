import { CHANNELS } from '@bandeng/contracts/schemas';
import { CHANNEL_LABELS } from '@bandeng/contracts/routes';
import type { NoticeChannel, NoticeChannels, RouteInput } from '@bandeng/contracts/types';
import { unitsOf, type OfficeActor } from '../../../http/actor';
import { shanghaiDate } from '../../../platform/clock';
import { AppError, invalidField } from '../../../platform/errors';
import type { WaitingTask } from '../../../platform/module';
import type { NoticesDeps } from '../deps';
import type { NoticeRecord } from '../notice.model';
import { isInCharge, isPublicNotice, isPublisher } from '../notice.policy';
import type { Channel, ChannelLog, ChannelsRecord, ChannelsRepository } from './channels.repository';

export type ChannelsDeps = NoticesDeps & { channels: ChannelsRepository };

/**
 * What this system does by itself the second a notice is public: the mini-program and the H5 (两微一端), and the feed that the portal takes
 * it from (政府网站). What came from the portal stands there already.
 */
const OWN: readonly Channel[] = ['website', 'new_media'];

/** 必选 (■) of the entries that a notice fulfils. */
async function requiredOf(
  { catalog }: Pick<NoticesDeps, 'catalog'>,
  { entryIds }: NoticeRecord,
): Promise<Set<Channel>> {
  if (entryIds.length === 0) return new Set();
  return new Set((await catalog.findEntries(entryIds)).flatMap(({ requiredChannels }) => requiredChannels));
}

const missingOf = (required: ReadonlySet<Channel>, logs: readonly ChannelLog[]): Channel[] => {
  const done = new Set([...OWN, ...logs.map(({ channel }) => channel)]);
  return [...required].filter(channel => !done.has(channel));
};

async function getReadable(deps: NoticesDeps, actor: OfficeActor, id: string): Promise<NoticeRecord> {
  const record = await deps.notices.get(id);
  if (!isInCharge(actor, record.unitId)) throw new AppError('notice.not_found');
  return record;
}

/** The checklist of one notice, for who works on it or looks after it. */
export async function listChannels(deps: ChannelsDeps, actor: OfficeActor, id: string): Promise<NoticeChannels> {
  const notice = await getReadable(deps, actor, id);
  const [required, kept] = await Promise.all([requiredOf(deps, notice), deps.channels.find(id)]);
  const logs = new Map((kept?.logs ?? []).map(log => [log.channel, log]));
  const [names, photos] = await Promise.all([
    deps.identity.findStaffNames([...logs.values()].map(({ by }) => by)),
    deps.files.describe([...logs.values()].flatMap(({ photoId }) => photoId ?? [])),
  ]);
  const isOut = isPublicNotice(notice, deps.clock.now());
  const items = CHANNELS.map((channel): NoticeChannel => {
    const base = { channel, required: required.has(channel) };
    const log = logs.get(channel);
    if (!log) return { ...base, ...(isOut && OWN.includes(channel) ? ownMark(notice, channel) : NOT_YET) };
    return {
      ...{ ...base, doneOn: log.doneOn, doneBy: 'staff', link: log.link, note: log.note, at: log.at.toISOString() },
      by: { id: log.by, name: names.get(log.by) ?? '' },
      photo: photos.find(({ id: photoId }) => photoId === log.photoId) ?? null,
    };
  });
  return { items, missing: items.filter(({ required: isRequired, doneOn }) => isRequired && doneOn === null).length };
}

const NOT_YET = { doneOn: null, doneBy: null, by: null, at: null, link: null, photo: null, note: null };

const ownMark = ({ publishedAt, sourceUrl }: NoticeRecord, channel: Channel) => ({
  ...NOT_YET,
  doneOn: shanghaiDate(publishedAt),
  doneBy: 'system' as const,
  at: publishedAt.toISOString(),
  link: channel === 'website' ? sourceUrl : null,
});

/** Writes down that a public notice went out on a channel. */
export async function logChannel(
  deps: ChannelsDeps,
  actor: OfficeActor,
  { id, channel, ...body }: RouteInput<'staff.notices.logChannel'>['body'] & { id: string },
): Promise<NoticeChannels> {
  const notice = await getReadable(deps, actor, id);
  if (!isPublisher(actor, notice.unitId)) throw new AppError('auth.forbidden');
  const { doneOn, link = null, photoId = null, note = null } = body;
  if (!isPublicNotice(notice, deps.clock.now())) throw new AppError('notice.not_found');
  if (doneOn > deps.clock.today()) throw invalidField('doneOn', '不能晚于今天。');
  const required = await requiredOf(deps, notice);
  await deps.transaction(async tx => {
    const kept = await deps.channels.find(id, tx);
    const log: ChannelLog = { channel, doneOn, link, photoId, note, by: actor.staffId, at: deps.clock.now() };
    const logs = [...(kept?.logs ?? []).filter(one => one.channel !== channel), log];
    await deps.channels.put(stateOf(deps, notice, { kept, logs, required }), tx);
    if (photoId) await deps.files.bindToRecord(actor, [photoId], { collection: 'notices', id }, tx);
    await deps.audit.add(actor, 'notice.channel_logged', { collection: 'notices', id, fields: [channel] }, tx);
  });
  return listChannels(deps, actor, id);
}

interface Known {
  kept: ChannelsRecord | null;
  logs: ChannelLog[];
  required: ReadonlySet<Channel>;
}

function stateOf(deps: NoticesDeps, notice: NoticeRecord, { kept, logs, required }: Known): ChannelsRecord {
  const missing = isPublicNotice(notice, deps.clock.now()) ? missingOf(required, logs) : [];
  const { _id, unitId, title } = notice;
  return {
    _id,
    unitId,
    title,
    logs,
    missing,
    missingSince: missing.length > 0 ? (kept?.missingSince ?? deps.clock.now()) : null,
  };
}

/** What is missing of a notice that was published, changed or taken down: for the desk of its unit. */
export async function recountChannels(deps: ChannelsDeps, id: string): Promise<void> {
  const notice = await deps.notices.find(id);
  if (!notice) return;
  const required = await requiredOf(deps, notice);
  await deps.transaction(async tx => {
    const kept = await deps.channels.find(id, tx);
    const record = stateOf(deps, notice, { kept, logs: kept?.logs ?? [], required });
    // Most notices ask for nothing that the system does not do itself.
    if (kept || record.missing.length > 0) await deps.channels.put(record, tx);
  });
}

/** Notices that are not yet on all channels their entries ask for, on the desk of who publishes them. */
export async function listWaitingChannels(
  deps: ChannelsDeps,
  actor: OfficeActor,
  limit: number,
): Promise<WaitingTask[]> {
  const unitIds = unitsOf(actor, 'editor', 'street');
  if (unitIds.length === 0) return [];
  return (await deps.channels.listMissing(unitIds, limit)).map(({ _id, title, missing, missingSince }) => ({
    kind: 'channels',
    recordId: _id,
    title,
    note: `还缺：${missing.map(channel => CHANNEL_LABELS[channel]).join('、')}`,
    step: '贴好、送到以后记一笔',
    since: (missingSince ?? deps.clock.now()).toISOString(),
    dueOn: null,
  }));
}
