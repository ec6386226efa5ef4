import { isWeapp } from './env';
import { pageUrl } from './navigation';
import type { PageParams } from './navigation';
import { copy } from './phone';
import type { PageName } from '../routes';

/** The address of a page that others can open. In WeChat, where there are no addresses, that of the H5 beside the API. */
const webUrl = (name: PageName, params: PageParams): string =>
  `${isWeapp ? (process.env.API_ORIGIN ?? '') : window.location.origin}/m/#${pageUrl(name, params)}`;

/** What is passed on: under the code it was opened with, so that those who open it are counted with it, or the page itself. */
export const sharedAs = (
  name: 'notice' | 'consultation',
  id: string,
  scene: string | undefined,
): [name: PageName, params: PageParams] => (scene === undefined ? [name, { id }] : ['shared', { scene }]);

/**
 * Passes a page on from the H5: the phone's own sheet where there is one, else the link is copied.
 * Returns what to say, or nothing when the sheet spoke for itself. In WeChat a button with openType `share` does it.
 */
export async function shareOnWeb(title: string, name: PageName, params: PageParams): Promise<string | undefined> {
  const url = webUrl(name, params);
  if (typeof navigator.share === 'function') {
    const isOver = await navigator.share({ title, url }).then(
      () => true,
      // Closing the sheet is an answer too; anything else leaves the link to copy.
      (error: unknown) => error instanceof DOMException && error.name === 'AbortError',
    );
    if (isOver) return undefined;
  }
  return (await copy(url)) ? '链接复制好了，发给邻居吧' : '没有复制成，请从地址栏里复制';
}
