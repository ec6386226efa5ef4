import Taro from '@tarojs/taro';
import { replace } from './navigation';

/**
 * An address that leads to no page, out of an old link or a mistyped one, leads to the page that says so: a browser would leave the
 * page before in its place, WeChat shows a page of its own without a way on. Called once, before the first page opens.
 */
export function watchUnknownPages(): void {
  Taro.onPageNotFound(() => void replace('notFound'));
}
