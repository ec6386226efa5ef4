import Taro from '@tarojs/taro';
import { ApiError, problemError } from '@bandeng/contracts/api-error';
import { api } from './api';
import { apiBase } from './env';
import { offlineError } from './no-answer';
import { currentSession } from './session';

/** A picture on the phone: shown from `path`, sent as what it is. */
export interface Picture {
  path: string;
  name: string;
  /** In a browser: what was chosen itself. */
  file?: Blob;
}

/** Lets the person choose or take up to `most` pictures; none when they change their mind. */
export async function choosePictures(most: number): Promise<Picture[]> {
  // Written out, so that Taro's H5 versions of what WeChat does stay out of the H5.
  if (process.env.TARO_ENV !== 'weapp') return chooseInBrowser(most);
  try {
    const { tempFiles } = await Taro.chooseMedia({ count: most, mediaType: ['image'], sizeType: ['compressed'] });
    return tempFiles.map(({ tempFilePath }, at) => ({ path: tempFilePath, name: `照片 ${at + 1}` }));
  } catch {
    return [];
  }
}

function chooseInBrowser(most: number): Promise<Picture[]> {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = 'image/*';
  input.multiple = most > 1;
  return new Promise(resolve => {
    input.addEventListener('cancel', () => resolve([]));
    input.addEventListener('change', () => {
      const files = [...(input.files ?? [])].slice(0, most);
      resolve(files.map(file => ({ path: URL.createObjectURL(file), name: file.name, file })));
    });
    input.click();
  });
}

/** Sends a picture; the server takes place and time out of it. Returns its id; throws ApiError. */
export async function sendPicture(picture: Picture): Promise<string> {
  return String(((await sendPictureTo(picture, '/files')) as { id: unknown }).id);
}

/** Sends a picture to an address of the API that takes one; returns the answer, throws ApiError. */
export async function sendPictureTo(picture: Picture, address: string): Promise<unknown> {
  try {
    return await upload(picture, address);
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 401) throw error;
    // An access token lives minutes: any other call renews it.
    await api.call('me.get', { query: {} });
    return upload(picture, address);
  }
}

async function upload({ path, file }: Picture, address: string): Promise<unknown> {
  const header = { Authorization: `Bearer ${currentSession()?.accessToken ?? ''}` };
  const url = apiBase + address;
  const { status, text } = await (file ? inBrowser(url, header, file) : inWechat(url, header, path)).catch(() => {
    throw offlineError('unreachable');
  });
  const body = readJson(text);
  if (status !== 200 && status !== 201) throw problemError(status, body);
  return body;
}

type Sent = { status: number; text: string };

async function inBrowser(url: string, headers: Record<string, string>, file: Blob): Promise<Sent> {
  const form = new FormData();
  form.set('file', file);
  const answer = await fetch(url, { method: 'POST', headers, body: form });
  return { status: answer.status, text: await answer.text() };
}

async function inWechat(url: string, header: Record<string, string>, filePath: string): Promise<Sent> {
  const { statusCode, data } = await Taro.uploadFile({ url, header, filePath, name: 'file' });
  return { status: statusCode, text: data };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
