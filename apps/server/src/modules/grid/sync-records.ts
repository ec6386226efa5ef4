import type { GridRecord, RouteAnswer } from '@bandeng/contracts/types';
import { canonicalJson, whenTaken } from '@bandeng/rules';
import config from '../../../../../config/grid.json';
import type { OfficeActor } from '../../http/actor';
import { shanghaiDate } from '../../platform/clock';
import type { GridDeps } from './deps';
import { areasOf } from './grid.policy';
import { takeTold } from './asked/take-told';
import { takePosterDown } from './posters/take-poster-down';
import { takePoster } from './posters/take-poster';
import { takeComment } from './take-comment';
import { takeEnquiry } from './take-enquiry';
import { takeRequest } from './take-request';
import { takeVisits, type Arrived } from './take-visits';

export type Answer = RouteAnswer<'grid.sync'>['items'][number];

/** What is known of a record by the way it came. */
export interface Arrival {
  /** Over everything in it and who sent it. */
  contentHash: string;
  /** When it was taken down, with the phone's clock put right. */
  at: Date;
  on: string;
  isLate: boolean;
}

/**
 * Takes a batch, each record for itself: one that cannot be taken keeps back none of the others. The same batch again, whole or in part,
 * changes nothing.
 */
export async function syncRecords(
  deps: GridDeps,
  actor: OfficeActor,
  { items }: { items: readonly GridRecord[] },
): Promise<RouteAnswer<'grid.sync'>> {
  const walker = { actor, areaIds: await areasOf(deps, actor, ['grid']) };
  const receivedAt = deps.clock.now();
  const visits: Arrived[] = [];
  const answers: Answer[] = [];
  for (const record of items) {
    const arrival = arrivalOf(deps, record, { staffId: actor.staffId, receivedAt });
    if (record.kind === 'visit') visits.push({ visit: record, arrival });
    else if (record.kind === 'enquiry') answers.push(await takeEnquiry(deps, walker, { enquiry: record, arrival }));
    else if (record.kind === 'told') answers.push(await takeTold(deps, walker, { told: record, arrival }));
    else if (record.kind === 'poster') answers.push(await takePoster(deps, walker, { poster: record, arrival }));
    else if (record.kind === 'poster_down') answers.push(await takePosterDown(deps, walker, { down: record, arrival }));
    else if (record.kind === 'request') answers.push(await takeRequest(deps, walker, { request: record, arrival }));
    else answers.push(await takeComment(deps, walker, { comment: record, arrival }));
  }
  answers.push(...(await takeVisits(deps, walker, visits)));
  const accepted = answers.filter(({ result }) => result === 'accepted').map(({ id }) => id);
  if (accepted.length > 0) {
    // How many and by whom, never which doors: an entry a batch, for its hour is kept.
    const slips = items.filter(item => 'slip' in item && item.slip !== null && accepted.includes(item.id)).length;
    const fields = [`accepted:${accepted.length}`, ...(slips > 0 ? [`slips:${slips}`] : [])];
    const subject = { collection: 'gridSyncs', id: deps.ids.uuid(), fields };
    await deps.transaction(tx => deps.audit.add(actor, 'grid.synced', subject, tx));
  }
  const places = new Map(items.map(({ id }, at) => [id, at]));
  answers.sort((one, other) => places.get(one.id)! - places.get(other.id)!);
  return { serverTime: deps.clock.now().toISOString(), items: answers };
}

function arrivalOf(
  { blindIndex }: GridDeps,
  record: GridRecord,
  { staffId, receivedAt }: { staffId: string; receivedAt: Date },
): Arrival {
  const taken = { phoneTime: Date.parse(record.takenAt), offset: record.offset, receivedAt: receivedAt.getTime() };
  const { at, isLate } = whenTaken(taken, config.lateWithinHours);
  // Keyed: a phone number somebody gave must not be found by trying all of them.
  const contentHash = blindIndex.of('gridRecord', canonicalJson({ record, staffId }));
  return { contentHash, at: new Date(at), on: shanghaiDate(new Date(at)), isLate };
}
