import { isWeapp, wechat } from './env';

interface RandomManager {
  getRandomValues(options: {
    length: number;
    success(result: { randomValues: ArrayBuffer }): void;
    fail(): void;
  }): void;
}
interface WithCrypto {
  getUserCryptoManager?: () => RandomManager;
}

/** Bytes fetched in one go on WeChat, where getRandomValues is asynchronous: sixteen ids. */
const poolSize = 256;
let pool: number[] = [];

function fillPool(): Promise<void> {
  return new Promise((resolve, reject) => {
    const manager = wechat<WithCrypto>()?.getUserCryptoManager?.();
    if (!manager) return reject(new Error('no source of random bytes'));
    manager.getRandomValues({
      length: poolSize,
      success: ({ randomValues }) => {
        pool.push(...new Uint8Array(randomValues));
        resolve();
      },
      fail: () => reject(new Error('getRandomValues failed')),
    });
  });
}

async function randomBytes(count: number): Promise<number[]> {
  if (!isWeapp) return [...crypto.getRandomValues(new Uint8Array(count))];
  if (pool.length < count) await fillPool();
  const taken = pool.slice(0, count);
  pool = pool.slice(count);
  return taken;
}

const hex = (byte: number) => byte.toString(16).padStart(2, '0');

/** A UUID version 4 from 16 random bytes (RFC 9562 §5.4). */
export function uuidOf(bytes: readonly number[]): string {
  const set = bytes.map((byte, at) => (at === 6 ? (byte & 0x0f) | 0x40 : at === 8 ? (byte & 0x3f) | 0x80 : byte));
  const text = set.map(hex).join('');
  return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join('-');
}

/** The id of something this phone is about to create. A retry sends the same id, so that the server knows it again. */
export async function newId(): Promise<string> {
  return uuidOf(await randomBytes(16));
}
