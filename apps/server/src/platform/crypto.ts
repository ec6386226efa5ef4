import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';

/** Where an encrypted value lives; bound to the ciphertext so that it cannot be moved to another record or field. */
export interface FieldPlace {
  collection: string;
  id: string;
  field: string;
}

export interface FieldCipher {
  encrypt(plain: string, place: FieldPlace): string;
  decrypt(sealed: string, place: FieldPlace): string;
  /** True when a value was sealed with a key that is no longer the current one. */
  isStale(sealed: string): boolean;
}

export interface BlindIndex {
  /** Deterministic keyed hash for exact lookups of `value` as `kind` (phone, idNumber …); normalise before calling. */
  of(kind: string, value: string): string;
}

export interface NamedKey {
  id: string;
  key: Buffer;
}

const associatedData = ({ collection, id, field }: FieldPlace) => Buffer.from(`${collection}\n${id}\n${field}`);

export function sealWith({ id, key }: NamedKey, plain: Buffer, aad: Buffer): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(aad);
  const sealed = Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  return `${id}.${sealed.toString('base64url')}`;
}

export function openWith(key: Buffer, sealed: string, aad: Buffer): Buffer {
  const bytes = Buffer.from(sealed.slice(sealed.indexOf('.') + 1), 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12), { authTagLength: 16 });
  decipher.setAAD(aad).setAuthTag(bytes.subarray(bytes.length - 16));
  return Buffer.concat([decipher.update(bytes.subarray(12, bytes.length - 16)), decipher.final()]);
}

/** AES-256-GCM; the first key seals, all of them open (rotation). */
export function createFieldCipher(keys: readonly NamedKey[]): FieldCipher {
  const current = keys[0];
  if (!current) throw new Error('FIELD_KEYS names no key');
  return {
    encrypt: (plain, place) => sealWith(current, Buffer.from(plain), associatedData(place)),
    decrypt: (sealed, place) => {
      const id = sealed.slice(0, sealed.indexOf('.'));
      const named = keys.find(candidate => candidate.id === id);
      if (!named) throw new Error(`no field key with the id ${id}`);
      return openWith(named.key, sealed, associatedData(place)).toString();
    },
    isStale: sealed => !sealed.startsWith(`${current.id}.`),
  };
}

export function createBlindIndex(key: Buffer): BlindIndex {
  return { of: (kind, value) => createHmac('sha256', key).update(`${kind}\n${value}`).digest('base64url') };
}

export const sha256 = (value: string | Uint8Array): string => createHash('sha256').update(value).digest('hex');

/** A key of its own for one purpose, so that no key serves two. */
export const deriveKey = (key: Buffer, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', key, '', purpose, 32));

export const hmac = (key: Buffer, value: string): string => createHmac('sha256', key).update(value).digest('base64url');

export function isSameSecret(a: string, b: string): boolean {
  return timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest());
}
