import { numberRows } from '@bandeng/rules';
import type { ImportResult } from '@bandeng/contracts/types';
import district from '../../../../../config/district.json';
import type { Actor } from '../../http/actor';
import type { Tx } from '../../platform/transaction';
import { buildEdition, insertEdition, type DomainContent } from './build-edition';
import { compareWithInForce } from './compare-import';
import type { EditionRecord } from './catalog.repository';
import type { CatalogDeps } from './deps';
import { assertKeepsDomains } from './keep-domains';
import { listKnownDomains } from './known-domains';
import { makeInForce } from './make-in-force';
import { mapPublishers } from './map-publishers';
import { openPackage } from './packages/catalog-package';
import { localiserOf, type LocalWords } from './packages/localise';
import { parseCatalog, type ParsedCatalog } from './sheets/parse-catalog';
import { readWorkbook } from './sheets/read-workbook';

export interface ImportCatalog {
  bytes: Buffer;
  /** Id or name of the one domain wanted. */
  domain?: string | undefined;
  isDryRun: boolean;
  skipsBad: boolean;
  isInForce: boolean;
  /** What is called otherwise here than in the package. */
  words?: LocalWords | undefined;
}

/**
 * A workbook in the national layout becomes a draft edition, all or nothing: with a wrong row nothing is written unless `skipsBad`.
 * The same content again gives the edition that has it and writes nothing.
 * @throws UnreadableWorkbook when the file is no workbook
 */
export async function importCatalog(
  deps: CatalogDeps,
  actor: Actor | 'system',
  input: ImportCatalog,
): Promise<ImportResult> {
  const pack = openPackage(input.bytes);
  const sheets = await readWorkbook(pack?.workbook ?? input.bytes);
  const localise = localiserOf({ ...(pack && { [pack.source.district]: district.name }), ...input.words });
  const known = await listKnownDomains(deps);
  const parsed = parseCatalog(sheets, { domains: known, only: input.domain });
  const contents = parsed.domains
    .filter(({ entries }) => entries.length > 0)
    .map(({ domain, entries }): DomainContent => {
      const { inForceEditionId = null, entryCount = 0 } = known.find(({ id }) => id === domain.id) ?? {};
      return {
        domain: { ...domain, inForceEditionId, entryCount },
        entries: entries.map(fields => ({ fields: localise(fields) })),
      };
    });
  const isRefused = contents.length === 0 || (parsed.problems.length > 0 && !input.skipsBad);
  if (isRefused || input.isDryRun) {
    const comparison = input.isDryRun ? await compareWithInForce(deps, contents) : null;
    const publishers = input.isDryRun ? await publishersOf(deps, contents) : [];
    const source = pack?.source ?? null;
    return { ...resultOf(parsed, known, { editionId: null, isNew: false }), comparison, source, publishers };
  }

  const saved = await deps.transaction(async tx => {
    const built = await buildEdition(deps, { edition: newEdition(deps, contents), contents }, tx);
    await assertKeepsDomains(deps, actor, { contents, entries: built.entries }, tx);
    const same = await deps.catalog.findEditionByContent(built.edition.contentHash, tx);
    if (same) {
      if (input.isInForce) await makeInForce(deps, actor, same, tx);
      return { editionId: same._id, isNew: false };
    }
    const inForce = await findInForceSame(deps, built.edition, contents, tx);
    if (inForce) return { editionId: inForce.editionId, isNew: false };
    await insertEdition(deps, built, contents, tx);
    await deps.audit.add(actor, 'edition.imported', { collection: 'catalogEditions', id: built.edition._id }, tx);
    await deps.outbox.add({ name: 'edition.created', editionId: built.edition._id }, tx);
    if (input.isInForce) await makeInForce(deps, actor, built.edition, tx);
    return { editionId: built.edition._id, isNew: true };
  });
  return resultOf(parsed, known, saved);
}

/** Who publishes by the words of the sheet, and whom of ours these words mean; those that mean nobody first. */
async function publishersOf(
  { listUnits, publisherRules }: CatalogDeps,
  contents: readonly DomainContent[],
): Promise<ImportResult['publishers']> {
  const units = await listUnits();
  const counts = new Map<string, number>();
  for (const { publisherText } of contents.flatMap(({ entries }) => entries.map(({ fields }) => fields)))
    counts.set(publisherText, (counts.get(publisherText) ?? 0) + 1);
  return [...counts]
    .map(([text, count]) => ({ text, count, unitIds: mapPublishers(text, units, publisherRules) }))
    .sort((a, b) => Number(a.unitIds.length > 0) - Number(b.unitIds.length > 0) || b.count - a.count);
}

function newEdition({ ids, clock }: CatalogDeps, contents: readonly DomainContent[]) {
  const [first] = contents;
  const names = contents.length === 1 ? `${first?.domain.name}领域` : `${first?.domain.name}等${contents.length}个领域`;
  const title = `${names}基层政务公开标准目录（${clock.today()}导入）`;
  return {
    _id: ids.uuid(),
    title,
    state: 'draft' as const,
    number: null,
    requestHash: null,
    createdAt: clock.now(),
    frozenAt: null,
  };
}

/** When every domain says what is in force already: the edition that it came with, null when those were several. */
async function findInForceSame(
  { catalog }: CatalogDeps,
  edition: EditionRecord,
  contents: readonly DomainContent[],
  tx: Tx,
): Promise<{ editionId: string | null } | null> {
  const ids = [...new Set(contents.map(({ domain }) => domain.inForceEditionId))];
  const inForce = await catalog.findEditions(
    ids.filter(id => id !== null),
    tx,
  );
  const isSame = edition.domainHashes.every(({ domainId, hash }) =>
    inForce.some(
      ({ inForceDomainIds, domainHashes }) =>
        inForceDomainIds.includes(domainId) && domainHashes.some(one => one.domainId === domainId && one.hash === hash),
    ),
  );
  if (!isSame) return null;
  return { editionId: inForce.length === 1 ? inForce[0]!._id : null };
}

/** 序号 follows the order of the rows; where a sheet says otherwise, that is told. */
const renumbered = ({ domains }: ParsedCatalog): string[] =>
  domains.flatMap(({ domain, entries }) => {
    const numbers = numberRows(entries.map(() => domain.id));
    return entries.every(({ number }, at) => number === numbers[at])
      ? []
      : [`“${domain.name}”的序号照行的先后从 1 重新编。`];
  });

function resultOf(
  parsed: ParsedCatalog,
  known: Awaited<ReturnType<typeof listKnownDomains>>,
  saved: { editionId: string | null; isNew: boolean },
): ImportResult {
  return {
    editionId: saved.editionId,
    created: saved.isNew,
    entryCount: parsed.domains.reduce((sum, { entries }) => sum + entries.length, 0),
    domains: parsed.domains.map(({ domain, entries }) => ({
      id: domain.id,
      name: domain.name,
      entryCount: entries.length,
      inForceCount: known.find(({ id }) => id === domain.id)?.entryCount ?? 0,
    })),
    skipped: parsed.badRows,
    problems: parsed.problems,
    notes: [...parsed.notes, ...renumbered(parsed)],
    comparison: null,
    source: null,
    publishers: [],
  };
}
