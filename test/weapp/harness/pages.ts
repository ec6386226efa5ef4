import { setByPath } from './data-path';
import { ApiFailure, type Data, type Host, type OpenPage, type PageInstance } from './types';

type Definition = Record<string, unknown> & { data?: Data };

const READY_AFTER_MS = 20;

/** The stack of open pages, with the lifecycle calls of each and the packages that the phone has downloaded. */
export class Pages {
  private readonly definitions = new Map<string, Definition>();
  private readonly downloaded = new Set<string>();
  private readonly tabPages = new Map<string, OpenPage>();
  private loading: string | null = null;
  private nextId = 1;
  /** Navigations of the app that are under way. */
  moving = 0;

  constructor(private readonly host: Host) {}

  get top(): OpenPage {
    const page = this.host.stack.at(-1);
    if (!page) throw new Error('no page is open');
    return page;
  }

  /** Page() and Component() of a page's file end here. */
  define(definition: Definition): void {
    if (this.loading) this.definitions.set(this.loading, definition);
  }

  async push(route: string, query: Data): Promise<void> {
    await this.download(route);
    const before = this.host.stack.at(-1);
    if (before) this.call(before, 'onHide');
    await this.open(route, query);
  }

  async replace(route: string, query: Data): Promise<void> {
    await this.download(route);
    await this.drop();
    await this.open(route, query);
  }

  async relaunch(route: string, query: Data): Promise<void> {
    await this.download(route);
    while (this.host.stack.length) await this.drop();
    for (const page of this.tabPages.values()) await this.unload(page);
    this.tabPages.clear();
    await this.open(route, query);
  }

  async back(delta: number): Promise<void> {
    for (let i = 0; i < delta && this.host.stack.length > 1; i += 1) await this.drop();
    await this.showTop();
    this.call(this.top, 'onShow');
  }

  /** Pages of the tab bar stay alive behind each other; what lay over them is closed. */
  async switchTab(route: string): Promise<void> {
    if (this.host.stack.length === 1 && this.top.route === route) return;
    while (this.host.stack.length > 1) await this.drop();
    const current = this.host.stack.pop();
    if (current && this.isTab(current.route)) {
      if (current.route !== route) this.call(current, 'onHide');
      this.tabPages.set(current.route, current);
    } else if (current) await this.unload(current);
    const known = this.tabPages.get(route);
    if (!known) return this.open(route, {});
    this.host.stack.push(known);
    await this.showTop();
    this.call(known, 'onShow');
  }

  setTitle(title: string): void {
    this.top.title = title;
    void this.showTop();
  }

  /** Calls a method of the page, such as onPullDownRefresh; what it throws becomes an error of the app. */
  call(page: OpenPage, method: string, ...args: unknown[]): unknown {
    const call = page.instance[method];
    return typeof call === 'function'
      ? this.host.sandbox.guard(() => call.apply(page.instance, args) as unknown)
      : undefined;
  }

  async showTop(): Promise<void> {
    const canGoBack = this.host.stack.length > 1;
    await this.host.view.show(this.top, { title: this.top.title, canGoBack });
  }

  private isTab(route: string): boolean {
    return this.host.dist.tabs.some(({ pagePath }) => pagePath === route);
  }

  /** A subpackage comes over the network once; without one, a page of a subpackage never seen does not open. */
  private async download(route: string): Promise<void> {
    const root = this.host.dist.subpackageOf(route);
    if (root === null || this.downloaded.has(root)) return;
    if (!this.host.network.isConnected) throw new ApiFailure(`loading subpackage "${root}" fail: no network`);
    this.downloaded.add(root);
  }

  private preload(route: string): void {
    const rule = this.host.dist.app.preloadRule?.[route];
    if (!rule || !this.host.network.isConnected) return;
    for (const wanted of rule.packages) {
      const found = this.host.dist.subpackages.find(({ root, name }) => name === wanted || root === wanted);
      if (!found) throw new Error(`preloadRule of ${route} names "${wanted}", which is no subpackage`);
      this.downloaded.add(found.root);
    }
  }

  private async open(route: string, query: Data): Promise<void> {
    const instance = this.instantiate(route, query);
    const page: OpenPage = {
      id: this.nextId,
      route,
      instance,
      title: this.host.dist.json(route).navigationBarTitleText ?? '',
    };
    this.nextId += 1;
    instance.__webviewId__ = page.id;
    instance.setData = (changes, done) => this.setData(page, changes, done);
    this.host.stack.push(page);
    await this.host.view.open(page);
    await this.showTop();
    this.preload(route);
    this.call(page, 'onLoad', instance.options);
    this.call(page, 'onShow');
    await new Promise(resolve => setTimeout(resolve, READY_AFTER_MS));
    this.call(page, 'onReady');
  }

  private instantiate(route: string, query: Data): PageInstance {
    if (!this.definitions.has(route)) {
      this.loading = route;
      this.host.sandbox.require(`${route}.js`);
      this.loading = null;
    }
    const definition = this.definitions.get(route);
    if (!definition) throw new Error(`${route}.js calls neither Page() nor Component()`);
    const { sandbox } = this.host;
    const noChannel = { on: () => undefined, emit: () => undefined, once: () => undefined, off: () => undefined };
    return Object.assign(Object.create(null) as PageInstance, definition, {
      data: sandbox.revive(definition.data ?? {}),
      options: sandbox.revive(query),
      route,
      is: route,
      __route__: route,
      getOpenerEventChannel: () => noChannel,
      selectComponent: () => null,
      getTabBar: () => null,
    });
  }

  private setData(page: OpenPage, changes: Data, done?: () => void): void {
    const copy = this.host.sandbox.revive(changes);
    for (const [path, value] of Object.entries(copy)) setByPath(page.instance.data, path, value);
    void this.host.view.update(page, copy).then(() => {
      if (done) this.host.sandbox.guard(() => done.call(page.instance));
    });
  }

  private async drop(): Promise<void> {
    const page = this.host.stack.pop();
    if (page) await this.unload(page);
  }

  private async unload(page: OpenPage): Promise<void> {
    this.call(page, 'onUnload');
    this.tabPages.delete(page.route);
    await this.host.view.close(page);
  }
}
