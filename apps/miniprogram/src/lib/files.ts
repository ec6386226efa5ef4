import Taro from '@tarojs/taro';
import { api } from './api';
import { apiBase, apiOrigin } from './env';
import { copy } from './phone';
import { download, fetchPicture, isPicture, saveAddress } from './save-file';
import { currentSession } from './session';

/** Address of a file: of a public one, or with the ticket that came with it. */
export const fileUrl = (id: string, ticket?: string): string =>
  `${apiBase}/files/${encodeURIComponent(id)}${ticket === undefined ? '' : `?ticket=${encodeURIComponent(ticket)}`}`;

/** What WeChat's own viewer opens. */
const viewable = /\.(docx?|xlsx?|pptx?|pdf)$/i;

/** Opens an attachment. Returns a sentence when it cannot be shown here. */
export const openFile = (id: string, name: string, ticket?: string): Promise<string | undefined> =>
  openAddress(fileUrl(id, ticket), name);

/** 征集结果反馈 as a Word file or a PDF, to keep or to print. Returns a sentence when it cannot be shown here. */
export const openOutcomeReport = (consultationId: string, form: 'docx' | 'pdf'): Promise<string | undefined> =>
  openAddress(`${apiBase}/consultations/${encodeURIComponent(consultationId)}/outcome.${form}`, `结果反馈.${form}`);

/** Opens a file that only its account may read: its address is good for five minutes. Throws ApiError. */
export async function openOwnFile(id: string, name: string): Promise<string | undefined> {
  const { url } = await api.call('files.ticket', { params: { id } });
  return openAddress(`${apiOrigin}${url}`, name);
}

/** Keeps such a file: in the browser's downloads; in WeChat a picture among the photos, anything else in a chat. Returns where it went. */
export async function saveOwnFile(id: string, name: string): Promise<string> {
  const { url } = await api.call('files.ticket', { params: { id } });
  return saveAddress(`${apiOrigin}${url}`, name);
}

/** Where the poster of a thing lies on this phone for now: it is drawn for who is logged in. Throws ApiError. */
export async function fetchPoster(given: { kind: string; id: string; areaId: string }): Promise<string> {
  // An access token lives minutes: any other call renews it.
  await api.call('me.get', { query: {} });
  const { kind, id, areaId } = given;
  const query = `kind=${kind}&area=${encodeURIComponent(areaId)}&channel=picture`;
  return fetchPicture(`${apiBase}/grid/posters/${encodeURIComponent(id)}.png?${query}`, {
    Authorization: `Bearer ${currentSession()?.accessToken ?? ''}`,
  });
}

/** WeChat's viewer, or the browser's. */
async function openAddress(url: string, name: string): Promise<string | undefined> {
  // Written out, so that Taro's H5 versions of what WeChat does stay out of the H5.
  if (process.env.TARO_ENV === 'weapp') return openInWechat(url, name);
  window.open(url, '_blank', 'noopener');
  return undefined;
}

async function openInWechat(url: string, name: string): Promise<string | undefined> {
  if (!viewable.test(name) && !isPicture(name)) {
    return (await copy(url)) ? '微信打不开这种文件，地址已经复制，用浏览器打开' : '微信打不开这种文件';
  }
  try {
    const { filePath, refused } = await download(url);
    if (filePath === undefined) return refused;
    if (isPicture(name)) await Taro.previewImage({ urls: [filePath], showmenu: true });
    else await Taro.openDocument({ filePath, showMenu: true });
    return undefined;
  } catch {
    return '文件没有打开，连上网络后再试';
  }
}
