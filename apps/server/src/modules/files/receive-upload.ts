import { createWriteStream, type WriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import busboy from 'busboy';
import { limits } from '@bandeng/contracts/routes';
import { AppError, invalidField } from '../../platform/errors';

export interface Upload {
  /** Where the bytes lie until they are stored; removed by `discard`. */
  path: string;
  name: string;
  /** Small text fields of the form, such as the client's id. */
  fields: Record<string, string>;
  discard(): Promise<void>;
}

const MAX_NAME = 120;

/** A file name that can be shown and saved anywhere: no path, no control characters. */
const safeName = (name: string): string => {
  const plain = name
    .replace(/^.*[/\\]/, '')
    .replace(/[\u0000-\u001f\u007f"<>|:*?]/g, '')
    .trim();
  return (plain === '' ? '附件' : plain).slice(-MAX_NAME);
};

/**
 * Takes the one file of a multipart request to disk, never holding it in memory.
 * Throws file.too_large, file.incomplete (the connection broke), request.invalid (no file, or several) or request.media_type.
 */
export async function receiveUpload(request: IncomingMessage, folder: string, id: string): Promise<Upload> {
  if (!/^multipart\/form-data\b/i.test(request.headers['content-type'] ?? '')) throw new AppError('request.media_type');
  await mkdir(folder, { recursive: true });
  const path = join(folder, id);
  const discard = () => rm(path, { force: true });
  try {
    const { name, fields } = await readForm(request, path);
    return { path, name, fields, discard };
  } catch (error) {
    await discard();
    throw error;
  }
}

interface Form {
  name: string;
  fields: Record<string, string>;
}

function openForm(request: IncomingMessage): busboy.Busboy {
  try {
    return busboy({
      headers: request.headers,
      defParamCharset: 'utf8',
      limits: { files: 1, fileSize: limits.fileBytes, fields: 5, fieldSize: 200, parts: 6 },
    });
  } catch (cause) {
    // multipart without a boundary
    throw new AppError('request.media_type', { cause });
  }
}

async function readForm(request: IncomingMessage, path: string): Promise<Form> {
  const form = openForm(request);
  const target = createWriteStream(path);
  const written = finished(target);
  written.catch(() => undefined);
  try {
    const read = await parse(request, form, target);
    target.end();
    await written;
    return read;
  } catch (error) {
    request.unpipe(form);
    request.resume();
    target.destroy();
    await written.catch(() => undefined);
    throw error instanceof AppError ? error : new AppError('service.unavailable', { cause: error });
  }
}

/** The form's fields and its file's name; the file's bytes go to `target`. */
function parse(request: IncomingMessage, form: busboy.Busboy, target: WriteStream): Promise<Form> {
  return new Promise((resolve, reject) => {
    const fields: Record<string, string> = {};
    let name: string | undefined;
    form.on('field', (key, value) => {
      fields[key] = value;
    });
    form.on('file', (_field, stream, info) => {
      name = safeName(info.filename ?? '');
      stream.on('limit', () => reject(new AppError('file.too_large')));
      stream.on('error', () => reject(new AppError('file.incomplete')));
      stream.pipe(target, { end: false });
    });
    form.on('filesLimit', () => reject(invalidField('file', '一次只能传一个文件。')));
    form.on('error', () => reject(new AppError('file.incomplete')));
    form.on('close', () => {
      if (name !== undefined) return resolve({ name, fields });
      reject(invalidField('file', '请选一个文件。'));
    });
    target.on('error', reject);
    request.on('close', () => {
      if (!request.complete) reject(new AppError('file.incomplete'));
    });
    request.pipe(form);
  });
}
