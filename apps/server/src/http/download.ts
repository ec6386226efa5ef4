import { extname } from 'node:path';
import type { Context } from 'koa';

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const DOCX_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
export const PDF_TYPE = 'application/pdf';

/** Says that a file comes that was made for this call, under a name in any letters (RFC 6266); kept by nobody on the way. */
export function fileHeaders(ctx: Context, { name, type }: { name: string; type: string }): void {
  const plainName = `download${extname(name)}`;
  ctx.set('Cache-Control', 'private, no-store');
  ctx.set('Content-Disposition', `attachment; filename="${plainName}"; filename*=UTF-8''${encodeURIComponent(name)}`);
  ctx.type = type;
}

export function sendDownload(ctx: Context, bytes: Buffer, file: { name: string; type: string }): void {
  fileHeaders(ctx, file);
  ctx.body = bytes;
}
