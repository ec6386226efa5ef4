import { api } from '@/lib/api';
import { readStored, writeStored } from '@/lib/storage';
import type { GridItem } from './pack-store';

type Way = 'chat' | 'moments';
type Codes = Record<string, string>;

/** Of the last weeks' walks: old ones are asked for again when somebody needs them. */
const MOST_KEPT = 200;

const nameOf = ({ kind, id }: GridItem, areaId: string, way: Way) => `${kind}:${id}|${areaId}|${way}`;

export const keptCode = (item: GridItem, areaId: string, way: Way): string | undefined =>
  readStored<Codes>('grid-codes')?.[nameOf(item, areaId, way)];

/** The code of a thing for a grid and a way: one that was asked for before also works where there is no network. */
export async function codeOf(item: GridItem, areaId: string, way: Way): Promise<string> {
  const kept = keptCode(item, areaId, way);
  if (kept !== undefined) return kept;
  const { kind, id } = item;
  const { code } = await api.call('grid.shares.create', { body: { item: { kind, id }, areaId, channel: way } });
  const codes = Object.entries(readStored<Codes>('grid-codes') ?? {}).slice(1 - MOST_KEPT);
  writeStored('grid-codes', Object.fromEntries([...codes, [nameOf(item, areaId, way), code]]));
  return code;
}
