import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { PushRefused } from './push-refused';

/** The platform pads to 32 bytes, which is more than the cipher's own block of 16. */
const PAD_BLOCK = 32;
const RANDOM_BYTES = 16;
const LENGTH_BYTES = 4;

/**
 * The AES-256 key of the 43 characters that the operator copies from WeChat's console.
 * @throws TypeError when they are not 43 characters of Base64
 */
export function pushKey(encodingAesKey: string): Buffer {
  if (!/^[A-Za-z0-9+/]{43}$/.test(encodingAesKey))
    throw new TypeError('EncodingAESKey must be 43 characters of Base64');
  return Buffer.from(`${encodingAesKey}=`, 'base64');
}

/**
 * Opens the `Encrypt` of a push: 16 random bytes, length, message, app id; the key's first half is the vector.
 * Call it only after `msg_signature` was checked, so that padding errors tell a stranger nothing.
 * @throws PushRefused `unreadable` or, when it was sealed for another app, `wrong_app`
 */
export function openPush({ key, appId, sealed }: { key: Buffer; appId: string; sealed: string }): string {
  const plain = decrypt(key, Buffer.from(sealed, 'base64'));
  const padding = plain.at(-1) ?? 0;
  const headLength = RANDOM_BYTES + LENGTH_BYTES;
  if (padding < 1 || padding > PAD_BLOCK || plain.length < headLength + padding) throw new PushRefused('unreadable');

  const content = plain.subarray(0, plain.length - padding);
  const messageEnd = headLength + content.readUInt32BE(RANDOM_BYTES);
  if (messageEnd > content.length) throw new PushRefused('unreadable');
  if (content.subarray(messageEnd).toString('utf8') !== appId) throw new PushRefused('wrong_app');
  return content.subarray(headLength, messageEnd).toString('utf8');
}

/** Seals a message as WeChat does; `random` is 16 bytes, given by tests only. */
export function sealPush({
  key,
  appId,
  message,
  random = randomBytes(RANDOM_BYTES),
}: {
  key: Buffer;
  appId: string;
  message: string;
  random?: Buffer;
}): string {
  const body = Buffer.from(message, 'utf8');
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32BE(body.length);
  const content = Buffer.concat([random, length, body, Buffer.from(appId, 'utf8')]);
  const padding = PAD_BLOCK - (content.length % PAD_BLOCK);
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([
    cipher.update(content),
    cipher.update(Buffer.alloc(padding, padding)),
    cipher.final(),
  ]).toString('base64');
}

function decrypt(key: Buffer, sealed: Buffer): Buffer {
  try {
    const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
    return Buffer.concat([decipher.update(sealed), decipher.final()]);
  } catch {
    // Only a length that is no multiple of the block gets here; the cause adds nothing.
    throw new PushRefused('unreadable');
  }
}
