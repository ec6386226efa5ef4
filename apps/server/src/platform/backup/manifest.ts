import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Keys } from '../key-file';

/** Grows when an older program could no longer read what a newer one writes. */
export const FORMAT_VERSION = 1;
export const PRODUCT = 'bandeng';
export const MANIFEST_NAME = 'manifest.json';
export const KEY_FILE_NAME = 'keys.json';
/** GridFS: bytes are written once under an id of their own and never changed. */
export const BYTES_COLLECTION = 'fileBytes.chunks';
export const FILES_COLLECTION = 'fileBytes.files';
/** Every change is in it, with its time. */
export const AUDIT_COLLECTION = 'auditEntries';
/** Holds one record while a restore runs: what broke off is taken up again, and no server starts on half a database. */
export const MARK_COLLECTION = 'restores';
/** True of the running servers only: who holds which work, who called how often in this minute, whether a restore runs. */
export const PASSING: ReadonlySet<string> = new Set(['leases', 'rateWindows', MARK_COLLECTION]);

const CollectionPart = z.strictObject({
  name: z.string().regex(/^[A-Za-z0-9.]{1,100}$/),
  /** `<name>.bson.gz`: BSON documents one after another, gzipped, as mongodump writes them. */
  file: z.string().regex(/^[A-Za-z0-9.]{1,100}\.bson\.gz$/),
  documents: z.number().int().min(0),
  /** Of the file as it lies in the folder. */
  bytes: z.number().int().min(0),
  sha256: z.string().length(64),
});
export type CollectionPart = z.output<typeof CollectionPart>;

/** Written last: a folder without it is not a finished backup. */
export const Manifest = z.strictObject({
  format: z.literal(FORMAT_VERSION),
  product: z.literal(PRODUCT),
  version: z.string().regex(/^\d+\.\d+\.\d+/),
  madeAt: z.iso.datetime(),
  collections: z.array(CollectionPart),
  /** Which keys the sealed fields need: hashes of the keys, which are random and 256 bits long. */
  keys: z.strictObject({ fields: z.record(z.string(), z.string()), index: z.string() }),
  /** SHA-256 of keys.json, when the keys came from DATA_DIR (never in production) and lie in the folder. */
  keyFile: z.string().length(64).nullable(),
});
export type Manifest = z.output<typeof Manifest>;

export const totalsOf = ({ collections }: Manifest): Map<string, number> =>
  new Map(collections.map(({ name, documents }) => [name, documents]));

const fingerprint = (key: Buffer): string => createHash('sha256').update('bandeng-key\n').update(key).digest('hex');

export const fingerprintsOf = (keys: Keys): Manifest['keys'] => ({
  fields: Object.fromEntries(keys.fields.map(({ id, key }) => [id, fingerprint(key)])),
  index: fingerprint(keys.index),
});

/** Whether version `a` came after version `b`; both `1.2.3`. */
export function isNewer(a: string, b: string): boolean {
  const [left, right] = [a, b].map(version => version.split('.').map(part => Number.parseInt(part, 10)));
  const at = [0, 1, 2].find(index => left![index] !== right![index]);
  return at !== undefined && left![at]! > right![at]!;
}
