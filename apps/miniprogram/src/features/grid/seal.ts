import { xsalsa20poly1305 } from '@noble/ciphers/salsa';
import { bytesToHex, hexToBytes } from '@noble/ciphers/utils';
import { newId } from '@/lib/ids';
import { currentSession } from '@/lib/session';

/**
 * What waits on the phone is sealed with a key that comes with the login and leaves with it: after a logout nothing here can read it,
 * its owner's next login can. WeChat has no WebCrypto, hence a cipher in plain JavaScript (docs/adr).
 */
const NONCE_BYTES = 24;

/** The first 16 bytes of every nonce are random, anew with each start of the app; the last are a counter: none comes twice. */
let start: Uint8Array | undefined;
let count = 0;

/** Random bytes come late in WeChat. What is written before is sealed when they are there. */
export async function prepareSeal(): Promise<void> {
  start ??= hexToBytes((await newId()).replace(/-/g, ''));
}

/** Undefined when there is no key or no random bytes: then it lies there as it is, which is better than not at all. */
export function seal(value: unknown): string | undefined {
  const key = currentSession()?.sealKey;
  if (key === undefined || start === undefined) return undefined;
  const nonce = new Uint8Array(NONCE_BYTES);
  nonce.set(start);
  new DataView(nonce.buffer).setUint32(NONCE_BYTES - 4, (count += 1));
  const sealed = xsalsa20poly1305(hexToBytes(key), nonce).encrypt(bytesOf(JSON.stringify(value)));
  return bytesToHex(nonce) + bytesToHex(sealed);
}

/** Undefined when it is somebody else's, or was touched. */
export function unseal<T>(sealed: string): T | undefined {
  const key = currentSession()?.sealKey;
  if (key === undefined) return undefined;
  try {
    const bytes = hexToBytes(sealed);
    const nonce = bytes.subarray(0, NONCE_BYTES);
    return JSON.parse(textOf(xsalsa20poly1305(hexToBytes(key), nonce).decrypt(bytes.subarray(NONCE_BYTES)))) as T;
  } catch {
    return undefined;
  }
}

/** UTF-8, which WeChat has no TextEncoder for. */
const bytesOf = (text: string): Uint8Array =>
  hexToBytes(
    encodeURIComponent(text).replace(/%(..)|[^%]/g, (sign, hex: string | undefined) =>
      (hex ?? sign.charCodeAt(0).toString(16).padStart(2, '0')).toLowerCase(),
    ),
  );
const textOf = (bytes: Uint8Array): string => decodeURIComponent(bytesToHex(bytes).replace(/../g, '%$&'));
