import type { OverlayLook, PageLook } from '../protocol';

/** What WeChat draws around and over a page: title bar, capsule, tab bar, toast, dialog, sheet. */
export function createFrame() {
  const phone = add(document.body, 'weapp-phone');
  const bar = add(phone, 'weapp-bar');
  const back = add(bar, 'weapp-back');
  const title = add(bar, 'weapp-title');
  const pages = add(phone, 'weapp-pages');
  const tabs = add(phone, 'weapp-tabs');
  add(phone, 'weapp-capsule').textContent = '••• ◯';
  const over = add(phone, 'weapp-over');

  return {
    pages,
    show(look: PageLook, tabList: { pagePath: string; text: string }[]) {
      bar.style.display = look.hasBar ? '' : 'none';
      bar.style.background = look.background;
      bar.style.color = look.foreground === 'white' ? '#fff' : '#000';
      title.textContent = look.title;
      back.textContent = look.canGoBack ? '‹' : '';
      tabs.style.display = look.tab === null ? 'none' : '';
      tabs.replaceChildren();
      for (const { pagePath, text } of tabList) {
        const tab = add(tabs, pagePath === look.tab ? 'weapp-tab chosen' : 'weapp-tab');
        tab.textContent = text;
      }
    },
    overlay({ toast, modal, sheet }: OverlayLook) {
      over.replaceChildren();
      if (toast !== null) add(over, 'weapp-toast').textContent = toast;
      if (!modal && !sheet) return;
      const box = add(add(over, 'weapp-mask'), 'weapp-box');
      if (modal) {
        add(box, 'weapp-box-title').textContent = modal.title;
        add(box, 'weapp-box-content').textContent = modal.content;
        for (const label of [modal.cancelText, modal.confirmText])
          if (label !== null) add(box, 'weapp-box-button').textContent = label;
      }
      for (const item of sheet ?? []) add(box, 'weapp-box-button').textContent = item;
    },
  };
}

function add(parent: HTMLElement, className: string): HTMLElement {
  return parent.appendChild(Object.assign(document.createElement('div'), { className }));
}
