import Taro from '@tarojs/taro';
import { problemError } from '@bandeng/contracts/api-error';
import { isWeapp } from './env';
import { offlineError } from './no-answer';
import { copy } from './phone';

const RELEASE_MS = 60_000;
const DOWNLOADED = '下载好了，在浏览器的下载里';

/** Hands a text over as a file: the browser downloads it, WeChat sends it to a chat. Returns what to say. */
export async function saveText(name: string, text: string): Promise<string> {
  if (!isWeapp) return inBrowser(name, new Blob([text], { type: 'application/json' }));
  const filePath = `${Taro.env.USER_DATA_PATH}/${name}`;
  try {
    Taro.getFileSystemManager().writeFileSync(filePath, text, 'utf8');
    await Taro.shareFileMessage({ filePath, fileName: name });
    return '发出去了';
  } catch {
    return (await copy(text)) ? '没有发成文件，内容复制好了' : '没有存成，过一会儿再试';
  }
}

/** What WeChat takes among the photos. */
export const isPicture = (name: string): boolean => /\.(jpe?g|png)$/i.test(name);

/** Keeps what is at an address under its name. Returns where it went, or why it did not. */
export async function saveAddress(url: string, name: string): Promise<string> {
  // Written out, so that Taro's H5 versions of what WeChat does stay out of the H5.
  if (process.env.TARO_ENV === 'weapp') return saveInWechat(url, name);
  // A page inside WeChat may open a file and not keep it.
  if (/MicroMessenger/i.test(navigator.userAgent)) return '微信里存不了文件：点右上角的三个点，选“在浏览器打开”再存';
  const answer = await fetch(url).catch(() => undefined);
  if (!answer) return OFFLINE;
  return answer.ok ? inBrowser(name, await answer.blob()) : refusalOf(answer.status);
}

function inBrowser(name: string, content: Blob): string {
  const url = URL.createObjectURL(content);
  // Some browsers begin to read it only after the click.
  setTimeout(() => URL.revokeObjectURL(url), RELEASE_MS);
  return offer(name, url);
}

function offer(name: string, url: string): string {
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  return `${DOWNLOADED}：${name}`;
}

const OFFLINE = '没有下载下来，连上网络后再试';
const refusalOf = (status: number) =>
  status === 404 ? '这个文件现在打不开，回到上一页重新进来再试' : '文件没有下载下来，过一会儿再试';

/** In WeChat: where the file is on the phone for now, or why it is not there. */
export async function download(
  url: string,
): Promise<{ filePath: string; refused?: undefined } | { filePath?: undefined; refused: string }> {
  const { tempFilePath, statusCode } = await Taro.downloadFile({ url });
  return statusCode === 200 ? { filePath: tempFilePath } : { refused: refusalOf(statusCode) };
}

/** Why a call of WeChat's failed. */
const messageOf = (error: unknown) => String((error as { errMsg?: unknown } | null)?.errMsg ?? '');

async function saveInWechat(url: string, name: string): Promise<string> {
  const found = await download(url).catch(() => ({ filePath: undefined, refused: OFFLINE }));
  if (found.filePath === undefined) return found.refused;
  const { filePath } = found;
  if (isPicture(name)) return toAlbum(filePath);
  try {
    await Taro.shareFileMessage({ filePath, fileName: name });
    return '发到你选的聊天里了，到那里打开、收藏或者存到手机';
  } catch (error) {
    return whyNot(error);
  }
}

async function toAlbum(filePath: string): Promise<string> {
  try {
    await Taro.saveImageToPhotosAlbum({ filePath });
    return '存好了，在手机的相册里';
  } catch (error) {
    return whyNot(error);
  }
}

function whyNot(error: unknown): string {
  if (/cancel/.test(messageOf(error))) return '没有存，想存的时候再点';
  if (/auth|privacy/.test(messageOf(error))) return '微信没有允许存到相册：点右上角的三个点，在“设置”里打开，再点一次';
  return '没有存成，过一会儿再试';
}

/** A picture that a login may read: where it lies on this phone for now. Throws ApiError. */
export async function fetchPicture(url: string, header: Record<string, string>): Promise<string> {
  // Written out, so that Taro's H5 versions of what WeChat does stay out of the H5.
  if (process.env.TARO_ENV === 'weapp') {
    const answer = await Taro.downloadFile({ url, header }).catch(() => undefined);
    if (!answer) throw offlineError('unreachable');
    if (answer.statusCode !== 200) throw problemError(answer.statusCode, undefined);
    return answer.tempFilePath;
  }
  const answer = await fetch(url, { headers: header }).catch(() => undefined);
  if (!answer) throw offlineError('unreachable');
  if (!answer.ok) throw problemError(answer.status, await answer.json().catch(() => undefined));
  return URL.createObjectURL(await answer.blob());
}

/** Keeps such a picture: in WeChat among the photos, else in the browser's downloads. Returns where it went, or why it did not. */
export async function keepPicture(path: string, name: string): Promise<string> {
  if (process.env.TARO_ENV === 'weapp') return toAlbum(path);
  // A page inside WeChat may show a file and not keep it.
  if (/MicroMessenger/i.test(navigator.userAgent)) return '按住图片，选“保存图片”或者“发送给朋友”';
  return offer(name, path);
}
