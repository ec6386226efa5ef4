import { Id } from '@bandeng/contracts/schemas';
import type { NoticesDeps } from '../deps';
import { IMPORT_SOURCE, shorten } from './import-ids';
import { partsOf, type ImportedNotice } from './imported-notice';

/** What names and words are looked up in, read once for an import. */
export interface Vocabulary {
  unitId(text: string): string | undefined;
  columnId(text: string): string | undefined;
  areaId(text: string): string | undefined;
  /** Entries in force by id, by name, or by “领域/…/事项”; several when the name is not enough. */
  entryIds(text: string): readonly string[];
  /** Notices of this import by number, address or title; those there already by the number they came with, or their id. */
  noticeIds(text: string): readonly string[];
}

/** An imported notice with the id it has or will have. */
export type IdentifiedNotice = ImportedNotice & { id: string };

const plain = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');

export async function readVocabulary(deps: NoticesDeps, notices: readonly IdentifiedNotice[]): Promise<Vocabulary> {
  const { organization, columns } = deps;
  const [units, areas] = await Promise.all([organization.listAllUnits(), organization.listAllAreas()]);
  const unitIds = new Map(
    units.flatMap(unit => [unit._id, unit.name, unit.shortName].map(name => [plain(name), unit._id])),
  );
  const columnIds = new Map(
    columns.list().flatMap(column => [column.id, column.name].map(name => [plain(name), column.id])),
  );
  const areaIds = new Map(areas.flatMap(area => [area._id, area.name].map(name => [plain(name), area._id])));
  return {
    unitId: text => unitIds.get(plain(text)),
    columnId: text => columnIds.get(plain(text)),
    areaId: text => areaIds.get(plain(text)),
    entryIds: await entryLookup(deps, notices),
    noticeIds: await noticeLookup(deps, notices),
  };
}

async function entryLookup(
  { catalog }: NoticesDeps,
  notices: readonly IdentifiedNotice[],
): Promise<Vocabulary['entryIds']> {
  if (notices.every(({ fields }) => fields.entries === undefined)) return () => [];
  const entries = (await catalog.listEntryNames()).map(({ id, path }) => ({ id, path: path.map(plain) }));
  return text => {
    const words = plain(text).split(/[/›>]/).filter(Boolean);
    const byId = entries.filter(({ id }) => id === text);
    return byId.length > 0 ? [text] : entries.filter(({ path }) => isNamed(path, words)).map(({ id }) => id);
  };
}

/** The last word is the entry's own name, those before it stand above it, in their order. */
function isNamed(path: readonly string[], words: readonly string[]): boolean {
  if (words.length === 0 || path.at(-1) !== words.at(-1)) return false;
  let at = 0;
  for (const part of path) if (part === words[at]) at += 1;
  return at === words.length;
}

const LINKS = ['interprets', 'interpretedBy', 'answers', 'answeredBy', 'related'] as const;

async function noticeLookup(deps: NoticesDeps, notices: readonly IdentifiedNotice[]): Promise<Vocabulary['noticeIds']> {
  const byName = new Map<string, Set<string>>();
  const add = (name: string | undefined, id: string) => {
    if (name !== undefined) byName.set(plain(name), (byName.get(plain(name)) ?? new Set()).add(id));
  };
  for (const { id, externalId, fields } of notices)
    for (const name of [externalId, fields.sourceUrl, fields.documentNumber, fields.indexNumber, fields.title])
      add(name, id);
  const wanted = notices.flatMap(({ fields }) => LINKS.flatMap(link => partsOf(fields[link])));
  for (const text of new Set(wanted)) if (!byName.has(plain(text))) add(text, (await findExisting(deps, text)) ?? '');
  return text => [...(byName.get(plain(text)) ?? [])].filter(Boolean);
}

async function findExisting({ notices }: NoticesDeps, text: string): Promise<string | null> {
  const imported = await notices.findBySource(IMPORT_SOURCE, shorten(text));
  if (imported) return imported._id;
  return Id.safeParse(text).success ? ((await notices.find(text))?._id ?? null) : null;
}
