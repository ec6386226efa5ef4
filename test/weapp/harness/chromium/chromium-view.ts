import fs from 'node:fs';
import path from 'node:path';
import type { Browser, ElementHandle, Page } from 'playwright-core';
import { compileWxss } from '../wechat-compiler';
import type { Data, OpenPage, Overlay, View, ViewContext } from '../types';
import { assemblePage } from './assemble';
import type { Boot, Emitted, PageLook } from './protocol';

const HOST = 'http://weapp.test';
const PHONE = { width: 390, height: 844 };
const TAP_MS = 5000;

/** Draws the pages in Chromium as WeChat's view layer does: real layout, real taps, photographs. */
export class ChromiumView implements View {
  readonly kind = 'chromium';
  private readonly openPages = new Map<number, OpenPage>();
  private top: OpenPage | null = null;
  private booted = false;
  /** What the logic layer says to the view layer arrives in order. */
  private queue: Promise<void> = Promise.resolve();
  private disposed = false;

  private constructor(
    private readonly page: Page,
    private readonly context: ViewContext,
  ) {}

  /** Makes views in that browser; requests for pictures of the build's server are led to `apiOrigin`. */
  static in(browser: Browser, { builtOrigin, apiOrigin }: { builtOrigin: string; apiOrigin: string }) {
    return async (context: ViewContext): Promise<View> => {
      const page = await browser.newPage({
        viewport: PHONE,
        screen: PHONE,
        deviceScaleFactor: 2,
        locale: 'zh-CN',
        hasTouch: false,
      });
      const view = new ChromiumView(page, context);
      const files = await assemblePage(context.dist);
      page.on(
        'console',
        message => ['error', 'warning'].includes(message.type()) && context.report(`view: ${message.text()}`),
      );
      page.on('pageerror', error => context.report(`view: ${error.stack ?? error.message}`));
      await page.exposeBinding('weappEmit', (_source, emitted: Emitted) => view.emitted(emitted));
      await page.route('**/*', async route => {
        const url = new URL(route.request().url());
        if (url.origin === HOST) return route.fulfill(answer(context.dist.folder, files, url.pathname));
        if (url.origin !== builtOrigin) return route.abort();
        const response = await route.fetch({ url: new URL(url.pathname + url.search, apiOrigin).href });
        return route.fulfill({ response });
      });
      await page.goto(`${HOST}/`);
      return view;
    };
  }

  open(page: OpenPage): Promise<void> {
    this.openPages.set(page.id, page);
    const methods = Object.keys(page.instance).filter(key => typeof page.instance[key] === 'function');
    const { id, route } = page;
    const data = copy(page.instance.data);
    return this.say(async () => {
      if (!this.booted) await this.page.evaluate(boot => window.weappView.boot(boot), this.boot());
      this.booted = true;
      await this.page.evaluate(opened => window.weappView.open(opened), { id, route, data, methods });
    });
  }

  update({ id }: OpenPage, changes: Data): Promise<void> {
    const copied = copy(changes);
    return this.say(() => this.page.evaluate(update => window.weappView.update(update), { id, changes: copied }));
  }

  close({ id }: OpenPage): Promise<void> {
    this.openPages.delete(id);
    return this.say(() => this.page.evaluate(closed => window.weappView.close(closed), id));
  }

  show(page: OpenPage, { title, canGoBack }: { title: string; canGoBack: boolean }): Promise<void> {
    this.top = page;
    const { id, route } = page;
    const look = this.look(route, title, canGoBack);
    return this.say(() => this.page.evaluate(shown => window.weappView.show(shown), { id, look }));
  }

  overlay({ toast, modal, sheet }: Overlay): Promise<void> {
    const drawn = modal && {
      title: modal.title,
      content: modal.content,
      confirmText: modal.confirmText,
      cancelText: modal.cancelText,
    };
    const look = { toast, modal: drawn, sheet: sheet?.items ?? null };
    return this.say(() => this.page.evaluate(given => window.weappView.overlay(given), look));
  }

  text(): Promise<string> {
    return this.ask(() => this.page.evaluate(() => window.weappView.text()));
  }

  has(target: string): Promise<boolean> {
    return this.ask(() => this.page.evaluate(wanted => window.weappView.find(wanted) !== null, target));
  }

  async tap(target: string): Promise<void> {
    const element = await this.element('find', target);
    if (!element) throw new Error(`there is no "${target}"`);
    const disabled = await element.evaluate(node => node.closest('wx-button[disabled]') !== null);
    if (disabled) throw new Error(`the button around "${target}" is disabled`);
    await element.click({ timeout: TAP_MS });
    await this.settle();
  }

  async type(field: string, value: string): Promise<void> {
    const element = await this.element('findField', field);
    if (!element) throw new Error(`there is no field "${field}"`);
    const limit = await element.evaluate(node => (node as unknown as HTMLInputElement).maxLength);
    await element.fill(limit < 0 ? value : value.slice(0, limit), { timeout: TAP_MS });
    await element.evaluate(node => (node as unknown as HTMLElement).blur());
    await this.settle();
  }

  async fire(target: string, type: string, detail: Data): Promise<void> {
    const given = { target, type, detail: copy(detail) };
    const found = await this.ask(() =>
      this.page.evaluate(event => window.weappView.fire(event.target, event.type, event.detail), given),
    );
    if (!found) throw new Error(`there is no "${target}"`);
  }

  scrollTo(offset: number): Promise<void> {
    return this.say(() => this.page.evaluate(top => window.weappView.scrollTo(top), offset));
  }

  async query(selector: string | null, all: boolean): Promise<Data[]> {
    const boxes = await this.ask(() => this.page.evaluate(wanted => window.weappView.query(wanted), selector));
    return all ? boxes : boxes.slice(0, 1);
  }

  async screenshot(file: string): Promise<void> {
    await this.settle();
    fs.mkdirSync(path.dirname(file), { recursive: true });
    await this.page.screenshot({ path: file });
  }

  async dispose(): Promise<void> {
    this.disposed = true;
    await this.page.close();
  }

  private emitted({ component, handler, event }: Emitted): void {
    if (this.top) this.context.emit({ page: this.top.id, component, handler, event });
  }

  /** Queues a message to the view layer; after the end nobody listens any more. */
  private say(send: () => Promise<void>): Promise<void> {
    this.queue = this.queue.then(async () => {
      try {
        if (!this.disposed) await send();
      } catch (error) {
        if (!this.disposed) this.context.report(`view: ${(error as Error).message}`);
      }
    });
    return this.queue;
  }

  private async ask<T>(question: () => Promise<T>): Promise<T> {
    await this.settle();
    return question();
  }

  private async settle(): Promise<void> {
    for (let seen: Promise<void> | null = null; seen !== this.queue;) {
      seen = this.queue;
      await seen;
    }
  }

  private async element(kind: 'find' | 'findField', target: string): Promise<ElementHandle<HTMLElement> | null> {
    await this.settle();
    const given = { kind, target };
    const handle = await this.page.evaluateHandle(wanted => window.weappView[wanted.kind](wanted.target), given);
    return handle.asElement() as ElementHandle<HTMLElement> | null;
  }

  private look(route: string, title: string, canGoBack: boolean): PageLook {
    const { dist } = this.context;
    const json = dist.json(route);
    const isTab = dist.tabs.some(({ pagePath }) => pagePath === route);
    return {
      title,
      canGoBack: canGoBack && !isTab,
      background: json.navigationBarBackgroundColor ?? '#fff',
      foreground: json.navigationBarTextStyle ?? 'black',
      hasBar: json.navigationStyle !== 'custom',
      tab: isTab && dist.app.tabBar?.custom !== true ? route : null,
    };
  }

  private boot(): Boot {
    const { dist, components } = this.context;
    const names = dist.files('.json').map(file => file.slice(0, -'.json'.length));
    const described = [...components].map(([name, { methods = {}, properties = {} }]) => [
      name,
      {
        methods: Object.keys(methods),
        properties: Object.fromEntries(Object.entries(properties).map(([key, given]) => [key, describe(given)])),
      },
    ]);
    return {
      json: Object.fromEntries(names.map(name => [name, JSON.parse(dist.read(`${name}.json`)) as object])),
      styles: compileWxss(dist),
      components: Object.fromEntries(described) as Boot['components'],
      tabs: dist.tabs,
    };
  }
}

const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** A property as given to Component(): a constructor, or { type, value }. */
function describe(given: unknown): { type: string; value: unknown } {
  if (typeof given === 'function') return { type: given.name, value: null };
  const { type, value } = given as { type?: { name: string } | null; value?: unknown };
  return { type: type?.name ?? '', value: value ?? null };
}

const TYPES: Record<string, string> = {
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
};

function answer(folder: string, made: Record<string, string>, pathname: string) {
  const contentType = TYPES[path.extname(pathname)] ?? 'text/html; charset=utf-8';
  const body = made[pathname];
  if (body !== undefined) return { contentType, body };
  const file = path.join(folder, path.posix.normalize(pathname));
  return fs.existsSync(file) ? { contentType, path: file } : { status: 404, body: '' };
}
