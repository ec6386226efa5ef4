import { createHash, randomUUID } from 'node:crypto';
import type { InformationRequest, OwnComment, Receipt } from '@bandeng/contracts/types';
import { createInsister } from './insist';
import { login } from './neighbours';

/** What the server has acknowledged to one person: from then on it must be there. */
export interface Acknowledged {
  comments: { id: string; receipt: Receipt }[];
  withdrawals: string[];
  requests: { id: string; number: string }[];
  files: { id: string; sha256: string }[];
}

interface Options {
  origin: () => string;
  openid: string;
  consultationId: string;
}

/** Well under a resident's quota of a day. */
const MOST_FILES = 40;

/** A person of the standard's own example number. */
const APPLICANT = {
  kind: 'person',
  name: '穆青禾',
  idDocument: { type: 'id_card', number: '11010519491231002X' },
  phone: '19900000001',
};

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/**
 * Somebody who comments, takes back, asks and uploads again and again as the mini-program does: an answer that does not come is
 * asked for again with the same id until it does. `stop` ends it after the act under way.
 */
export function startNeighbour({ origin, openid, consultationId }: Options) {
  const acknowledged: Acknowledged = { comments: [], withdrawals: [], requests: [], files: [] };
  const unexpected: string[] = [];
  const comments = `/api/v1/consultations/${consultationId}/comments`;
  const insist = createInsister({ origin, logIn: at => login(at, openid), unexpected });
  let isStopped = false;

  async function comment(): Promise<void> {
    const id = randomUUID();
    const body = { id, target: { kind: 'whole' }, body: `台阶边上再装一盏灯。${id}`, anonymous: true };
    const own = await insist<OwnComment>(comments, { method: 'POST', body: JSON.stringify(body) });
    if (own) acknowledged.comments.push({ id, receipt: own.receipt });
  }

  async function withdraw(): Promise<void> {
    const last = acknowledged.comments.at(-1);
    if (!last || acknowledged.withdrawals.includes(last.id)) return;
    if ((await insist(`${comments}/${last.id}`, { method: 'DELETE' })) !== null) acknowledged.withdrawals.push(last.id);
  }

  async function ask(): Promise<void> {
    const id = randomUUID();
    const content = { name: '槐影社区路灯维修费用明细', description: id };
    const body = { id, applicant: APPLICANT, content, delivery: { form: 'electronic', method: 'app' } };
    const request = await insist<InformationRequest>('/api/v1/information-requests', {
      method: 'POST',
      body: JSON.stringify(body),
    });
    if (request) acknowledged.requests.push({ id, number: request.number });
  }

  async function upload(): Promise<void> {
    if (acknowledged.files.length >= MOST_FILES) return;
    const bytes = Buffer.from(
      `%PDF-1.4\n% ${randomUUID()}\n${'栖河 '.repeat(20_000)}\ntrailer<</Root 1 0 R>>\n%%EOF\n`,
    );
    const form = new FormData();
    form.set('id', randomUUID());
    form.set('file', new Blob([new Uint8Array(bytes)], { type: 'application/pdf' }), '照片.pdf');
    const file = await insist<{ id: string }>('/api/v1/files', { method: 'POST', body: form });
    if (file) acknowledged.files.push({ id: file.id, sha256: sha256(bytes) });
  }

  const running = (async () => {
    for (const act of endlessly([comment, comment, withdraw, comment, ask, comment, upload])) {
      if (isStopped) return;
      await act();
    }
  })();
  return {
    acknowledged,
    unexpected,
    stop: () => {
      isStopped = true;
      return running;
    },
  };
}

function* endlessly<T>(items: readonly T[]): Generator<T> {
  for (;;) yield* items;
}
