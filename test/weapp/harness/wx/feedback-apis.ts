import { ApiFailure, type Data, type Host, type ModalAnswer } from '../types';
import { asyncApi, text } from './api';

/** Toasts vanish, dialogs wait until the test answers them as a person would. */
export function feedbackApis(host: Host): Data {
  const { overlay } = host;
  const toast = (title: string | null) => {
    overlay.toast = title;
    host.overlayChanged();
  };
  return {
    showToast: asyncApi(host, 'showToast', options => {
      const title = text(options.title);
      toast(title);
      const duration = typeof options.duration === 'number' ? options.duration : 1500;
      setTimeout(() => overlay.toast === title && toast(null), duration).unref();
    }),
    hideToast: asyncApi(host, 'hideToast', () => toast(null)),
    showLoading: asyncApi(host, 'showLoading', options => toast(text(options.title))),
    hideLoading: asyncApi(host, 'hideLoading', () => toast(null)),
    showModal: asyncApi(host, 'showModal', async options => {
      const { confirm, content } = await askModal(host, options);
      return { confirm, cancel: !confirm, content: options.editable ? (content ?? '') : null };
    }),
    showActionSheet: asyncApi(host, 'showActionSheet', async options => {
      const items = (options.itemList ?? []) as string[];
      if (items.length === 0 || items.length > 6)
        throw new ApiFailure('parameter error: itemList takes one to six items');
      const tapIndex = await new Promise<number | null>(resolve => {
        overlay.sheet = { items: items.map(String), answer: resolve };
        host.overlayChanged();
      });
      overlay.sheet = null;
      host.overlayChanged();
      if (tapIndex === null) throw new ApiFailure('cancel');
      return { tapIndex };
    }),
    vibrateShort: asyncApi(host, 'vibrateShort'),
    pageScrollTo: asyncApi(host, 'pageScrollTo', ({ scrollTop }) =>
      host.view.scrollTo(typeof scrollTop === 'number' ? scrollTop : 0),
    ),
    stopPullDownRefresh: asyncApi(host, 'stopPullDownRefresh'),
    startPullDownRefresh: asyncApi(host, 'startPullDownRefresh'),
    hideKeyboard: asyncApi(host, 'hideKeyboard'),
  };
}

async function askModal(host: Host, options: Data): Promise<ModalAnswer> {
  const { overlay } = host;
  if (overlay.modal) throw new ApiFailure('another dialog is open');
  const confirmText = text(options.confirmText) || '确定';
  const cancelText = options.showCancel === false ? null : text(options.cancelText) || '取消';
  for (const label of [confirmText, cancelText ?? '']) {
    if ([...label].length > 4) throw new ApiFailure(`a button of a dialog takes four characters at most: ${label}`);
  }
  const given = await new Promise<ModalAnswer>(answer => {
    overlay.modal = {
      title: text(options.title),
      content: text(options.content),
      confirmText,
      cancelText,
      editable: options.editable === true,
      answer,
    };
    host.overlayChanged();
  });
  overlay.modal = null;
  host.overlayChanged();
  return given;
}
