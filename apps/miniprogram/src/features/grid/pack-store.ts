import type { Asked, ConsultationDetail, GridPack, GridRecord, Notice } from '@bandeng/contracts/types';
import { asApiError, type ApiError } from '@bandeng/contracts/api-error';
import { create } from 'zustand';
import type { DraftItem } from '@/lib/place';
import { downloads } from '@/lib/api';
import { appVersion } from '@/lib/env';
import { everyRow } from '@/lib/paging';
import { currentSession, onAccountChange, useAccount } from '@/lib/session';
import { userFiles } from '@/lib/user-files';
import { dayTaken, learnContact } from './contact';
import { afterTelling, tellingsIn } from './telling';
import { postersAfter } from './posters';

export type GridItem = GridPack['campaigns'][number]['items'][number];

/** What is read at a door, as it lies on the phone. `gone`: it was taken back before the walk. */
export type GridText =
  | { kind: 'notice'; notice: Notice }
  | { kind: 'consultation'; consultation: ConsultationDetail; items: DraftItem[] }
  | { kind: 'gone' };

interface StoredPack {
  /** The account it was downloaded for. */
  owner: string;
  /** Of the app whose pages lay on the phone when it was downloaded: a new one has pages that may not be there yet. */
  version: string;
  /** Bytes of it all: what the next download will take, more or less. */
  size: number;
  pack: GridPack;
  /** What was taken down lately and what became of it; and answers to bring to doors. */
  asked: Asked[];
  toTell: Asked[];
}
interface PackState {
  stored: StoredPack | undefined;
  progress: { done: number; total: number } | undefined;
  fault: ApiError | 'full' | undefined;
}

function read<T>(name: string): T | undefined {
  const text = userFiles.read(name);
  try {
    return text === undefined ? undefined : (JSON.parse(text) as T);
  } catch {
    return undefined;
  }
}

const useStore = create<PackState>(() => ({
  stored: read<StoredPack>('pack'),
  progress: undefined,
  fault: undefined,
}));

onAccountChange(() => useStore.setState({ stored: read<StoredPack>('pack') }));

const NONE: readonly Asked[] = [];

/** The pack of whoever is logged in, and how its download stands. */
export function usePack() {
  const account = useAccount();
  const { stored, ...rest } = useStore();
  const own = stored !== undefined && stored.owner === account?.id ? stored : undefined;
  return {
    pack: own?.pack,
    asked: own?.asked ?? NONE,
    toTell: own?.toTell ?? NONE,
    size: own?.size,
    isOfThisVersion: own?.version === appVersion,
    ...rest,
  };
}

type ItemKey = Pick<GridItem, 'kind' | 'id'>;
const fileOf = ({ kind, id }: ItemKey) => `${kind}-${id}`;

export const hasText = (item: ItemKey): boolean => userFiles.has(fileOf(item));
export const readText = (item: ItemKey): GridText | undefined => read<GridText>(fileOf(item));

/** The draft of a consultation, as it was when the pack was made. */
export function readDraftItems(id: string): DraftItem[] {
  const text = readText({ kind: 'consultation', id });
  return text?.kind === 'consultation' ? text.items : [];
}

/** Everything a campaign brings, each once. */
export const itemsOf = ({ campaigns }: Pick<GridPack, 'campaigns'>): GridItem[] => [
  ...new Map(campaigns.flatMap(({ items }) => items).map(item => [`${item.kind}:${item.id}`, item])).values(),
];

class FullPhone extends Error {}

/** Puts a file on the phone; returns its bytes. */
function put(name: string, value: unknown): number {
  const text = JSON.stringify(value);
  if (!userFiles.write(name, text)) throw new FullPhone();
  return bytesOf(text);
}

/** In UTF-8; WeChat has no TextEncoder. */
const bytesOf = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (sign < '\u0080' ? 1 : sign < '\u0800' ? 2 : sign.length === 1 ? 3 : 4), 0);

/**
 * Downloads the pack, every text of it, and the workbench's own pages (`loadPages`). The pack of before stays until the new one is
 * whole.
 */
export async function downloadPack(loadPages: () => Promise<unknown>): Promise<void> {
  const owner = currentSession()?.account.id;
  if (owner === undefined || useStore.getState().progress !== undefined) return;
  useStore.setState({ progress: { done: 0, total: 1 }, fault: undefined });
  try {
    const pack = await downloads.call('grid.pack', { query: {} });
    learnContact(pack.madeAt);
    const items = itemsOf(pack);
    const total = items.length + 2;
    const [asked, toTell] = [await fetchAsked('grid.asked'), await fetchAsked('grid.toTell')];
    const sizes = [bytesOf(JSON.stringify([pack, asked, toTell]))];
    for (const [at, item] of items.entries()) {
      useStore.setState({ progress: { done: at + 1, total } });
      sizes.push(put(fileOf(item), await fetchText(item)));
    }
    useStore.setState({ progress: { done: total - 1, total } });
    await loadPages();
    const stored: StoredPack = {
      owner,
      version: appVersion,
      size: sizes.reduce((sum, size) => sum + size, 0),
      pack,
      asked,
      toTell,
    };
    put('pack', stored);
    forgetOthers(items);
    useStore.setState({ stored });
  } catch (error) {
    useStore.setState({ fault: error instanceof FullPhone ? 'full' : asApiError(error) });
  } finally {
    useStore.setState({ progress: undefined });
  }
}

async function fetchText({ kind, id }: GridItem): Promise<GridText> {
  try {
    if (kind === 'notice') return { kind, notice: await downloads.call('notices.get', { params: { id }, query: {} }) };
    const consultation = await downloads.call('consultations.get', { params: { id }, query: {} });
    const items = await everyRow<DraftItem>(cursor =>
      downloads.call('consultations.draft', { params: { id }, query: { cursor, limit: 100 } }),
    );
    return { kind, consultation, items };
  } catch (error) {
    if (asApiError(error).status !== 404) throw error;
    return { kind: 'gone' };
  }
}

const fetchAsked = (route: 'grid.asked' | 'grid.toTell'): Promise<Asked[]> =>
  everyRow<Asked>(cursor => downloads.call(route, { query: { cursor, limit: 100 } }));

function forgetOthers(items: readonly GridItem[]): void {
  const wanted = new Set(['pack', ...items.map(fileOf)]);
  for (const name of userFiles.names()) if (!wanted.has(name)) userFiles.remove(name);
}

/** The doors, posters and answers of the pack know of what has arrived, as a new pack would. */
export function applyRecords(records: readonly GridRecord[]): void {
  const { stored } = useStore.getState();
  const visits = records.filter(record => record.kind === 'visit');
  if (!stored || records.length === 0) return;
  const lastOf = new Map(visits.map(visit => [visit.doorId, lastBy(visit)]));
  const buildings = stored.pack.buildings.map(building => ({
    ...building,
    doors: building.doors.map(door => {
      const last = lastOf.get(door.id);
      return last && (!door.last || last.on >= door.last.on) ? { ...door, last } : door;
    }),
  }));
  const posters = postersAfter(stored.pack, records);
  const told = tellingsIn(records);
  const next: StoredPack = {
    ...{ ...stored, pack: { ...stored.pack, buildings, posters } },
    ...{ asked: afterTelling(stored.asked ?? [], told, true), toTell: afterTelling(stored.toTell ?? [], told) },
  };
  if (userFiles.write('pack', JSON.stringify(next))) useStore.setState({ stored: next });
}

export const lastBy = ({ takenAt, offset, reaction, followUpOn }: Extract<GridRecord, { kind: 'visit' }>) => ({
  on: dayTaken({ takenAt, offset }),
  reaction,
  followUpOn,
});
