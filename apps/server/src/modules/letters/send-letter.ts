import type { LetterText } from '@bandeng/contracts/types';
import type { Context } from 'koa';
import type { OfficeActor } from '../../http/actor';
import { DOCX_TYPE, PDF_TYPE, sendDownload } from '../../http/download';
import { AppError } from '../../platform/errors';
import { readDeliveryRecord } from './delivery-record';
import type { LettersDeps } from './deps';
import { letterPdf } from './letter-pdf';
import { canDownload } from './letter.policy';

type Format = 'pdf' | 'docx';

/** The Word file to work with, or the PDF as it was made. */
export async function sendLetter(
  deps: LettersDeps,
  actor: OfficeActor,
  ctx: Context,
  { id, format }: { id: string; format: Format },
): Promise<void> {
  const record = await deps.letters.get(id);
  if (!canDownload(actor, record)) throw new AppError('letter.not_found');
  const text = deps.letters.openContent(record);
  const pdf = deps.letters.openPdf(record);
  if (text === null || pdf === null) throw new AppError('letter.not_found');
  const name = record.number === null ? record.title : `${record.title}-${record.number}`;
  if (format === 'pdf') return sendDownload(ctx, pdf, { name: `${name}（未盖章）.pdf`, type: PDF_TYPE });
  return sendDocx(ctx, { text, checkCode: record.checkCode, name });
}

/** 送达回证, to be printed and signed: made anew each time, of what was written down of the delivery. */
export async function sendDeliveryRecord(
  deps: LettersDeps,
  actor: OfficeActor,
  ctx: Context,
  { format, ...of }: { id: string; deliveryId: string; format: Format },
): Promise<void> {
  const { text, name } = await readDeliveryRecord(deps, actor, of);
  if (format === 'pdf') return sendDownload(ctx, letterPdf(text, null), { name: `${name}.pdf`, type: PDF_TYPE });
  return sendDocx(ctx, { text, checkCode: null, name });
}

async function sendDocx(
  ctx: Context,
  { text, checkCode, name }: { text: LetterText; checkCode: string | null; name: string },
): Promise<void> {
  // Most servers start and stop without writing one: its library is read with the first.
  const { letterDocx } = await import('./letter-docx');
  sendDownload(ctx, await letterDocx(text, checkCode), { name: `${name}.docx`, type: DOCX_TYPE });
}
