import type { OfficeActor } from '../../http/actor';
import { PDF_TYPE } from '../../http/download';
import { AppError } from '../../platform/errors';
import { changeLetter } from './change-letter';
import { readCheckCode } from './check-code';
import type { LettersDeps } from './deps';
import type { SealClient } from './eseal-client';
import type { LetterRecord, SealOrder } from './letter.model';
import { sealLetter } from './seal-letter';

const AT_ONCE = 20;
const ASK_AGAIN_MS = 30_000;
const LONGEST_PAUSE_MS = 3_600_000;
/** Without an answer so often in a row, about half a day, it is for a person to look. */
const TRIES = 16;
/** A seal that nobody set for so long is not going to be set. */
const LONGEST_WAIT_MS = 3 * 86_400_000;

/** Sends a letter to the e-seal service; already on its way, it stays so. */
export const orderSeal = (deps: LettersDeps, actor: OfficeActor, id: string): Promise<LetterRecord> =>
  changeLetter(deps, actor, { id, action: 'letter.seal_ordered', fields: ['sealOrder'] }, record => {
    if (deps.seals === null) throw new AppError('letter.state', { data: { reason: '没有接电子印章系统' } });
    if (record.state !== 'final') throw new AppError('letter.state');
    if (record.sealOrder?.state === 'waiting') return null;
    const at = deps.clock.now();
    const order = { id: deps.ids.uuid(), at, by: actor.staffId, reason: null, tries: 0, nextAt: at };
    return { sealOrder: { ...order, state: 'waiting' } };
  });

/** Looks after every order that is due: a fault of one does not stop the next. */
export async function followSealOrders(deps: LettersDeps): Promise<void> {
  if (deps.seals === null) return;
  for (const record of await deps.letters.listSealDue(deps.clock.now(), AT_ONCE)) {
    try {
      await follow(deps, deps.seals, record);
    } catch (error) {
      deps.logger.warn({ err: error, letter: record._id }, 'a letter was not sealed');
      await later(deps, record, record.sealOrder!.tries + 1);
    }
  }
}

async function follow(deps: LettersDeps, seals: SealClient, record: LetterRecord): Promise<void> {
  const pdf = deps.letters.openPdf(record);
  if (pdf === null) return settle(deps, record, { state: 'refused', reason: '文书的正文已经抹去' });
  const { title: name, number, unitId, checkCode } = record;
  const answer = await seals.ask({ orderId: record.sealOrder!.id, pdf, name, number, unitId, checkCode });
  if (answer.state === 'refused') return settle(deps, record, answer);
  if (answer.state === 'waiting') return later(deps, record, 0);
  const fault = await faultOf(deps, record, answer.pdf);
  if (fault !== null) return settle(deps, record, { state: 'refused', reason: fault });
  await takeSealed(deps, record, answer.pdf);
}

/** Why a file is not this letter with its seal; null when it is. */
async function faultOf(deps: LettersDeps, { checkCode }: LetterRecord, pdf: Buffer): Promise<string | null> {
  const text = await deps.documents.textOfPdf(pdf).catch((error: unknown) => {
    if (error instanceof AppError && error.code.startsWith('document.')) return null;
    throw error;
  });
  if (text === null) return '送回来的不是能读的 PDF';
  return readCheckCode(text).includes(checkCode) ? null : '送回来的文件上没有这份文书的核验码';
}

/** As the scan with the seal, in the name of who ordered it. */
async function takeSealed(deps: LettersDeps, record: LetterRecord, bytes: Buffer): Promise<void> {
  const staffId = record.sealOrder!.by;
  const roles = [{ role: 'officer' as const, unitId: record.unitId, areaId: null }];
  const actor: OfficeActor = { kind: 'staff', accountId: staffId, sessionId: 'e-seal', staffId, roles };
  const name = [record.title, record.number].filter(Boolean).join('-');
  try {
    const file = await deps.files.keep(actor, { name: `${name}.pdf`, bytes });
    if (file?.type !== PDF_TYPE) return await settle(deps, record, { state: 'refused', reason: '送回来的不是 PDF' });
    await sealLetter(deps, actor, { id: record._id, fileId: file.id });
  } catch (error) {
    // A letter that was void or sealed by a scan meanwhile has no order any more; a fault of the file is told.
    const reason = error instanceof AppError ? error.errors?.[0]?.message : undefined;
    if (reason === undefined) throw error;
    await settle(deps, record, { state: 'refused', reason });
  }
}

function later(deps: LettersDeps, record: LetterRecord, tries: number): Promise<void> {
  const { at } = record.sealOrder!;
  const now = deps.clock.now().getTime();
  if (tries >= TRIES) return settle(deps, record, { state: 'failed', reason: '电子印章系统没有回应' });
  if (now - at.getTime() > LONGEST_WAIT_MS) return settle(deps, record, { state: 'failed', reason: '三天没有盖好' });
  const pause = Math.min(LONGEST_PAUSE_MS, ASK_AGAIN_MS * 2 ** Math.max(0, tries - 1));
  return change(deps, record, { tries, nextAt: new Date(now + pause) });
}

const settle = (
  deps: LettersDeps,
  record: LetterRecord,
  { state, reason }: Pick<SealOrder, 'state' | 'reason'>,
): Promise<void> => change(deps, record, { state, reason, nextAt: null });

/** Unless the order is another one, or gone, by now. */
const change = (deps: LettersDeps, { _id, sealOrder }: LetterRecord, part: Partial<SealOrder>): Promise<void> =>
  deps.transaction(async tx => {
    const record = await deps.letters.find(_id, tx);
    if (!record?.sealOrder || record.sealOrder.id !== sealOrder!.id) return;
    await deps.letters.replace({ ...record, sealOrder: { ...record.sealOrder, ...part } }, tx);
  });
