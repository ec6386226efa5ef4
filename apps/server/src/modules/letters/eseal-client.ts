import { z } from 'zod';
import { limits } from '@bandeng/contracts/routes';
import type { EsealConfig } from '../../config';
import type { Clock } from '../../platform/clock';
import { hmac, isSameSecret, sha256 } from '../../platform/crypto';
import type { Ids } from '../../platform/ids';

/** What is sent to be sealed. */
export interface SealDocument {
  /** The same id is the same order, however often it is sent. */
  orderId: string;
  pdf: Buffer;
  name: string;
  number: string | null;
  unitId: string;
  checkCode: string;
}
export type SealAnswer = { state: 'waiting' } | { state: 'refused'; reason: string } | { state: 'sealed'; pdf: Buffer };

export interface SealClient {
  /** Where an order stands, which is placed when the service does not know it; throws when it cannot be told. */
  ask(document: SealDocument): Promise<SealAnswer>;
}

const Status = z.object({ state: z.enum(['waiting', 'refused', 'sealed']), reason: z.string().max(300).optional() });
const MAX_STATUS_BYTES = 10_000;

/**
 * An e-seal service over HTTP, as docs/operations.md describes it: `PUT` and `GET /orders/:id`, `GET /orders/:id/file`. Requests and
 * answers are signed with the shared secret over every part that counts, an answer also over the nonce of what it answers.
 */
export function createSealClient({
  eseal,
  clock,
  ids,
  timeoutMs = 15_000,
}: {
  eseal: EsealConfig;
  clock: Pick<Clock, 'wall'>;
  ids: Pick<Ids, 'nonce'>;
  timeoutMs?: number;
}): SealClient {
  const key = Buffer.from(eseal.secret);

  async function call(method: 'GET' | 'PUT', path: string, maxBytes: number, body = ''): Promise<[number, Buffer]> {
    const url = new URL(`${eseal.url}${path}`);
    const [time, nonce] = [String(clock.wall().getTime()), ids.nonce()];
    const signed = [method, url.pathname, time, nonce, sha256(body)].join('\n');
    const answer = await fetch(url, {
      method,
      ...(body !== '' && { body }),
      headers: {
        'Content-Type': 'application/json',
        'X-App-Id': eseal.appId,
        'X-Time': time,
        'X-Nonce': nonce,
        'X-Signature': hmac(key, signed),
      },
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    const bytes = await readAtMost(answer, maxBytes);
    const expected = hmac(key, [String(answer.status), nonce, sha256(bytes)].join('\n'));
    if (!isSameSecret(answer.headers.get('x-signature') ?? '', expected))
      throw new Error(`the e-seal service answered ${answer.status} without its signature`);
    return [answer.status, bytes];
  }

  async function statusOf(document: SealDocument): Promise<z.output<typeof Status>> {
    const path = `/orders/${document.orderId}`;
    let [status, body] = await call('GET', path, MAX_STATUS_BYTES);
    if (status === 404) {
      const { pdf, name, number, unitId, checkCode } = document;
      const facts = { name, number, unitId, checkCode, sha256: sha256(pdf), pdf: pdf.toString('base64') };
      [status, body] = await call('PUT', path, MAX_STATUS_BYTES, JSON.stringify(facts));
    }
    if (status < 200 || status > 299) throw new Error(`the e-seal service answered ${status}`);
    return Status.parse(JSON.parse(body.toString()));
  }

  return {
    async ask(document) {
      const { state, reason } = await statusOf(document);
      if (state === 'waiting') return { state };
      if (state === 'refused') return { state, reason: reason ?? '没有说原因' };
      const [status, pdf] = await call('GET', `/orders/${document.orderId}/file`, limits.fileBytes);
      if (status !== 200) throw new Error(`the e-seal service answered ${status} for a sealed file`);
      return { state, pdf };
    },
  };
}

/** The body of an answer; throws once it is longer. */
async function readAtMost(answer: Response, maxBytes: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  if (answer.body === null) return Buffer.alloc(0);
  for await (const chunk of answer.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > maxBytes) throw new Error('the e-seal service answered too much');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
