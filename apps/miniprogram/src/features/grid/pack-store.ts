import type { ConsultationDetail, GridPack, GridRecord, Notice } from '@bandeng/contracts/types';
import { asApiError, type ApiError } from '@bandeng/contracts/api-error';
import { dateOf } from '@bandeng/rules';
import { create } from 'zustand';
import type { DraftItem } from '@/lib/place';
import { api } from '@/lib/api';
import { appVersion } from '@/lib/env';
import { everyRow } from '@/lib/paging';
import { currentSession, useAccount } from '@/lib/session';
import { readStored, removeStored, storedKeys, writeStored } from '@/lib/storage';
import { learnContact } from './contact';

export type GridItem = GridPack['campaigns'][number]['items'][number];

/** What is read at a door, as it lies on the phone. `gone`: it was taken back before the walk. */
export type GridText =
  | { kind: 'notice'; notice: Notice }
  | { kind: 'consultation'; consultation: ConsultationDetail; parts: number }
  | { kind: 'gone' };

interface StoredPack {
  /** The account it was downloaded for. */
  owner: string;
  /** Of the app: a new one may want more of a pack than an old one kept. */
  version: string;
  pack: GridPack;
}
interface PackState {
  stored: StoredPack | undefined;
  progress: { done: number; total: number } | undefined;
  fault: ApiError | 'full' | undefined;
}

/** Entries of a draft under one key: WeChat takes 1 MB a key, and a long draft has 800 of them. */
const PART = 50;

const useStore = create<PackState>(() => ({
  stored: readStored<StoredPack>('grid-pack'),
  progress: undefined,
  fault: undefined,
}));

/** The pack of whoever is logged in, and how its download stands. */
export function usePack(): { pack: GridPack | undefined; isOfThisVersion: boolean } & Omit<PackState, 'stored'> {
  const account = useAccount();
  const { stored, ...rest } = useStore();
  const pack = stored !== undefined && stored.owner === account?.id ? stored.pack : undefined;
  return { pack, isOfThisVersion: stored?.version === appVersion, ...rest };
}

const textKey = ({ kind, id }: Pick<GridItem, 'kind' | 'id'>) => `grid-text:${kind}:${id}` as const;
const partKey = (id: string, at: number) => `grid-text:consultation:${id}:${at}` as const;

export const readText = (item: Pick<GridItem, 'kind' | 'id'>): GridText | undefined =>
  readStored<GridText>(textKey(item));

/** The draft of a consultation, as it was when the pack was made. */
export function readDraftItems(id: string): DraftItem[] {
  const text = readText({ kind: 'consultation', id });
  if (text?.kind !== 'consultation') return [];
  return Array.from({ length: text.parts }, (_, at) => readStored<DraftItem[]>(partKey(id, at)) ?? []).flat();
}

/** Everything a campaign brings, each once. */
export const itemsOf = ({ campaigns }: Pick<GridPack, 'campaigns'>): GridItem[] => [
  ...new Map(campaigns.flatMap(({ items }) => items).map(item => [`${item.kind}:${item.id}`, item])).values(),
];

class FullPhone extends Error {}

const put = (key: `grid-text:${string}`, value: unknown): void => {
  if (!writeStored(key, value)) throw new FullPhone();
};

/** Downloads the pack and every text of it. The one of before stays until the new one is whole. */
export async function downloadPack(): Promise<void> {
  const owner = currentSession()?.account.id;
  if (owner === undefined || useStore.getState().progress !== undefined) return;
  useStore.setState({ progress: { done: 0, total: 1 }, fault: undefined });
  try {
    const pack = await api.call('grid.pack', { query: {} });
    learnContact(pack.madeAt);
    const items = itemsOf(pack);
    const total = items.length + 1;
    for (const [at, item] of items.entries()) {
      useStore.setState({ progress: { done: at + 1, total } });
      await keepText(item);
    }
    const stored: StoredPack = { owner, version: appVersion, pack };
    if (!writeStored('grid-pack', stored)) throw new FullPhone();
    forgetOthers(items);
    useStore.setState({ stored });
  } catch (error) {
    useStore.setState({ fault: error instanceof FullPhone ? 'full' : asApiError(error) });
  } finally {
    useStore.setState({ progress: undefined });
  }
}

async function keepText(item: GridItem): Promise<void> {
  const { kind, id } = item;
  try {
    if (kind === 'notice') {
      const notice = await api.call('notices.get', { params: { id }, query: {} });
      return put(textKey(item), { kind: 'notice', notice } satisfies GridText);
    }
    const consultation = await api.call('consultations.get', { params: { id }, query: {} });
    const rows = await everyRow<DraftItem>(cursor =>
      api.call('consultations.draft', { params: { id }, query: { cursor, limit: 100 } }),
    );
    const parts = Math.ceil(rows.length / PART);
    for (let at = 0; at < parts; at += 1) put(partKey(id, at), rows.slice(at * PART, (at + 1) * PART));
    put(textKey(item), { kind: 'consultation', consultation, parts } satisfies GridText);
  } catch (error) {
    if (error instanceof FullPhone || asApiError(error).status !== 404) throw error;
    put(textKey(item), { kind: 'gone' } satisfies GridText);
  }
}

function forgetOthers(items: readonly GridItem[]): void {
  const wanted = items.map(textKey);
  for (const key of storedKeys('grid-text:'))
    if (!wanted.some(name => key === name || key.startsWith(`${name}:`))) removeStored(key);
}

/** The doors of the pack know of visits that have arrived, as a new pack would. */
export function applyVisits(records: readonly GridRecord[]): void {
  const { stored } = useStore.getState();
  const visits = records.filter(record => record.kind === 'visit');
  if (!stored || visits.length === 0) return;
  const lastOf = new Map(visits.map(visit => [visit.doorId, lastBy(visit)]));
  const buildings = stored.pack.buildings.map(building => ({
    ...building,
    doors: building.doors.map(door => {
      const last = lastOf.get(door.id);
      return last && (!door.last || last.on >= door.last.on) ? { ...door, last } : door;
    }),
  }));
  const next = { ...stored, pack: { ...stored.pack, buildings } };
  if (writeStored('grid-pack', next)) useStore.setState({ stored: next });
}

export const lastBy = ({ takenAt, offset, reaction, followUpOn }: Extract<GridRecord, { kind: 'visit' }>) => ({
  on: dateOf(new Date(Date.parse(takenAt) + offset)),
  reaction,
  followUpOn,
});
