import { ENTRY_FIELDS } from '@bandeng/contracts/schemas';
import { sha256 } from '../../../platform/crypto';
import { openZip, writeZip, ZipError } from '../../../platform/zip';
import type { EditionRecord } from '../catalog.repository';
import type { EntryFields } from '../entry-fields';
import { fieldText } from '../field-texts';
import { UnreadableWorkbook } from '../sheets/sheet';
import { z } from 'zod';

/** The name by which another district's server knows what this is; `version` grows when it could no longer read it. */
const FORMAT = 'bandeng.catalog';
const VERSION = 1;
const WORKBOOK = 'catalog.xlsx';
const DATA = 'catalog.json';
const MANIFEST = 'manifest.json';

const Manifest = z.object({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  district: z.string().min(1).max(80),
  edition: z
    .object({ title: z.string().max(200), number: z.string().max(100).nullable(), hash: z.string().max(64) })
    .nullable(),
  exportedOn: z.iso.date(),
  files: z.record(z.string().max(80), z.string().length(64)),
});
type Manifest = z.output<typeof Manifest>;

/** What is said of where a package comes from. */
export type PackageSource = Pick<Manifest, 'district' | 'edition' | 'exportedOn'>;

const LIMITS = { entries: 20, entryBytes: 32 * 1_048_576, totalBytes: 64 * 1_048_576, ratio: Infinity };
const unreadable = (why: string, cause?: unknown) => new UnreadableWorkbook(why, { cause });

interface PackagedDomain {
  id: string;
  name: string;
  entries: readonly EntryFields[];
}

/**
 * An edition to be taken elsewhere: the workbook of the national layout for people and for reading back, every column as text for
 * programs, and a manifest with the hash of each, so that what was changed on the way is seen.
 */
export function writePackage(given: {
  source: PackageSource;
  domains: readonly PackagedDomain[];
  workbook: Buffer;
}): Buffer {
  const { source, domains, workbook } = given;
  const data = domains.map(({ id, name, entries }) => ({
    id,
    name,
    entries: entries.map(entry => ({
      number: entry.number,
      path: entry.path,
      columns: Object.fromEntries(ENTRY_FIELDS.map(field => [field, fieldText(entry, field)])),
    })),
  }));
  const files: [string, Buffer][] = [
    [DATA, Buffer.from(JSON.stringify({ domains: data }, null, 1))],
    [WORKBOOK, workbook],
  ];
  const manifest: Manifest = {
    format: FORMAT,
    version: VERSION,
    ...source,
    files: Object.fromEntries(files.map(([name, bytes]) => [name, sha256(bytes)])),
  };
  return writeZip([[MANIFEST, Buffer.from(JSON.stringify(manifest, null, 1))], ...files]);
}

/**
 * The workbook of a package and where it comes from; null for a file that is none.
 * @throws UnreadableWorkbook for a package that was changed on the way or is of a version to come
 */
export function openPackage(bytes: Buffer): { source: PackageSource; workbook: Buffer } | null {
  try {
    const zip = openZip(bytes, LIMITS);
    const manifest = zip.read(MANIFEST);
    if (!manifest || zip.names.includes('xl/workbook.xml')) return null;
    const parsed = Manifest.safeParse(parseJson(manifest));
    if (!parsed.success) throw unreadable('这个包不是标准目录包，或者是更新的版本做的。');
    const { files, district, edition, exportedOn } = parsed.data;
    for (const name of [WORKBOOK, DATA]) {
      const content = zip.read(name);
      if (!content || sha256(content) !== files[name])
        throw unreadable('这个包缺了文件，或者导出以后被改过；请向对方重新要一份。');
    }
    return { source: { district, edition, exportedOn }, workbook: zip.read(WORKBOOK)! };
  } catch (error) {
    // No zip, or a workbook with more in it than a package has: the reader of workbooks says what is wrong with it.
    if (error instanceof ZipError) return null;
    throw error;
  }
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return null;
  }
}

/** How an edition is named in a package; what is in force has no one name. */
export const sourceOf = (
  district: string,
  edition: Pick<EditionRecord, 'title' | 'number' | 'contentHash'> | null,
  exportedOn: string,
): PackageSource => ({
  district,
  edition: edition && { title: edition.title, number: edition.number, hash: edition.contentHash },
  exportedOn,
});
