import type { GridPack, GridRecord } from '@bandeng/contracts/types';
import { dateOf, type Outbox } from '@bandeng/rules';
import type { OutboxEntry } from './unsent';
import type { PosterUp } from './words';

export type HangingPoster = GridPack['posters'][number];

const dayOf = ({ takenAt, offset }: PosterUp) => dateOf(new Date(Date.parse(takenAt) + offset));

/** A pack of before an update has none. */
type Known = Pick<GridPack, 'campaigns'> & Partial<Pick<GridPack, 'posters'>>;

/** What hangs after these records, in the order it comes down. */
export function postersAfter({ campaigns, posters = [] }: Known, records: readonly GridRecord[]): HangingPoster[] {
  const titles = new Map(campaigns.flatMap(({ items }) => items).map(({ id, title }) => [id, title]));
  const hanging = new Map(posters.map(poster => [poster.id, poster]));
  for (const record of records) {
    if (record.kind === 'poster_down') hanging.delete(record.posterId);
    if (record.kind !== 'poster') continue;
    const { id, item, place, takeDownOn, buildingId } = record;
    const named = { ...item, title: titles.get(item.id) ?? null };
    hanging.set(id, { id, item: named, place, takeDownOn, buildingId, on: dayOf(record) });
  }
  return [...hanging.values()].sort((one, other) => one.takeDownOn.localeCompare(other.takeDownOn));
}

/** The posters of the pack with what this phone knows and the server does not yet. */
export const postersOf = (pack: GridPack, outbox: Outbox<OutboxEntry>): HangingPoster[] =>
  postersAfter(
    pack,
    outbox.records.flatMap(({ body }) => body.data ?? []),
  );

/** Its day has come, or what hangs there was taken back. */
export const isToComeDown = ({ takeDownOn, item }: HangingPoster, today: string): boolean =>
  takeDownOn <= today || item.title === null;
