import { callMethod, type Definition } from './app-definition';
import type { Pages } from './pages';
import type { Host } from './types';

const WAIT_MS = 40_000;
const POLL_MS = 25;

type Condition = string | (() => unknown);

/** A running mini-program in a person's hand: what they see and do, in the bare VM and in Chromium alike. */
export class MiniProgram {
  constructor(
    private readonly host: Host,
    private readonly pages: Pages,
    private readonly app: Definition,
    /** What the app threw, and what it wrote to the console. */
    readonly record: { errors: string[]; logs: string[] },
  ) {}

  get network() {
    return this.host.network;
  }

  get storage() {
    return this.host.storage;
  }

  /** Calls of wx so far, by name. */
  calls(name: string) {
    return this.host.calls.filter(call => call.name === name).map(({ options }) => options);
  }

  /** The page on top: its route, its query and how many lie below it. */
  page() {
    const { route, instance, title } = this.pages.top;
    return { route, options: instance.options, title, depth: this.host.stack.length };
  }

  text(): Promise<string> {
    return this.host.view.text();
  }

  has(target: string): Promise<boolean> {
    return this.host.view.has(target);
  }

  /** Waits for a text (or a selector) on the page, or until the function gives something true. */
  async waitFor(condition: Condition, { timeoutMs = WAIT_MS } = {}): Promise<void> {
    const until = Date.now() + timeoutMs;
    while (!(await this.holds(condition))) {
      if (Date.now() > until)
        throw new Error(await this.whatIsThere(`waited ${timeoutMs / 1000} s for ${String(condition)}`));
      await pause(POLL_MS);
    }
  }

  /** Waits until the text is gone. */
  waitUntilGone(target: string, options: { timeoutMs?: number } = {}): Promise<void> {
    return this.waitFor(async () => !(await this.has(target)), options);
  }

  /** Taps a text or a selector once it is there. */
  async tap(target: string, options: { timeoutMs?: number } = {}): Promise<void> {
    await this.waitFor(target, options);
    await this.comeToRest();
    await this.host.view.tap(target);
    await pause(POLL_MS);
  }

  /** A person's next gesture comes after the page has; the app ignores one that comes before. */
  private comeToRest(): Promise<void> {
    return this.waitFor(() => this.pages.moving === 0);
  }

  /** Writes into the field that the selector, its placeholder, its label or the text before it names. */
  async type(field: string, value: string): Promise<void> {
    const until = Date.now() + WAIT_MS;
    for (;;) {
      try {
        await this.host.view.type(field, value);
        break;
      } catch (error) {
        if (Date.now() > until) throw new Error(await this.whatIsThere((error as Error).message), { cause: error });
        await pause(POLL_MS);
      }
    }
    await pause(POLL_MS);
  }

  /** Fires an event that no gesture here makes, such as change of a picker. */
  async fire(target: string, type: string, detail: Record<string, unknown> = {}): Promise<void> {
    await this.waitFor(target);
    await this.host.view.fire(target, type, detail);
    await pause(POLL_MS);
  }

  /** The open dialog, or null. */
  modal() {
    return this.host.overlay.modal;
  }

  toast() {
    return this.host.overlay.toast;
  }

  /** Answers the open dialog; waits for one if there is none yet. */
  async answerModal(confirm: boolean, content?: string): Promise<void> {
    await this.waitFor(() => this.host.overlay.modal);
    this.host.overlay.modal?.answer({ confirm, content });
    await pause(POLL_MS);
  }

  /** Chooses from the open action sheet by its text; null closes it. */
  async chooseFromSheet(item: string | null): Promise<void> {
    await this.waitFor(() => this.host.overlay.sheet);
    const { sheet } = this.host.overlay;
    const index = item === null ? null : (sheet?.items.indexOf(item) ?? -1);
    if (index === -1) throw new Error(`the sheet has no "${item}": ${sheet?.items.join(', ')}`);
    sheet?.answer(index);
    await pause(POLL_MS);
  }

  async tab(text: string): Promise<void> {
    const tab = this.host.dist.tabs.find(candidate => candidate.text === text);
    if (!tab) throw new Error(`no tab is called "${text}"`);
    await this.comeToRest();
    await this.pages.switchTab(tab.pagePath);
  }

  async back(): Promise<void> {
    await this.comeToRest();
    await this.pages.back(1);
  }

  /** Calls a lifecycle method of the page: onPullDownRefresh, onReachBottom, onShareAppMessage … and gives its answer. */
  pageEvent(method: string, ...args: unknown[]): unknown {
    return this.pages.call(this.pages.top, method, ...args.map(arg => this.host.sandbox.revive(arg)));
  }

  /** The person leaves to another app, and comes back. */
  async leaveAndReturn(): Promise<void> {
    this.pages.call(this.pages.top, 'onHide');
    callMethod(this.host.sandbox, this.app, 'onHide');
    this.emit('AppHide', {});
    await pause(POLL_MS);
    callMethod(
      this.host.sandbox,
      this.app,
      'onShow',
      this.host.sandbox.revive({ path: this.pages.top.route, query: {}, scene: 1001 }),
    );
    this.emit('AppShow', {});
    this.pages.call(this.pages.top, 'onShow');
  }

  setTheme(theme: 'light' | 'dark'): void {
    this.host.theme = theme;
    this.emit('ThemeChange', { theme });
  }

  /** What the next pickers of photos and files give out. */
  putFiles(...files: { name: string; bytes: Uint8Array }[]): void {
    const kept = this.host.files.filter(({ path }) => !path.startsWith('wxfile://picked/'));
    const picked = files.map(file => ({ ...file, path: `wxfile://picked/${file.name}` }));
    this.host.files.splice(0, this.host.files.length, ...kept, ...picked);
  }

  /** Size and place of what the selector names, in pixels of the screen. */
  async box(selector: string): Promise<{ left: number; top: number; width: number; height: number } | null> {
    const [found] = await this.host.view.query(selector, false);
    return (found as { left: number; top: number; width: number; height: number } | undefined) ?? null;
  }

  screenshot(file: string): Promise<void> {
    return this.host.view.screenshot(file);
  }

  /** Swiped away: what was in storage stays, the rest is gone. */
  async close(): Promise<void> {
    this.host.sandbox.close();
    this.host.network.close();
    await this.host.view.dispose();
  }

  /** An address that leads to no page was opened: WeChat tells the app. */
  openUnknown(path: string): void {
    this.emit('PageNotFound', { path, query: {}, isEntryPage: false });
  }

  private emit(event: string, value: unknown): void {
    const given = this.host.sandbox.revive(value);
    for (const listener of this.host.appListeners.get(event) ?? []) this.host.sandbox.guard(() => listener(given));
  }

  private async holds(condition: Condition): Promise<boolean> {
    return typeof condition === 'string' ? this.has(condition) : Boolean(await condition());
  }

  private async whatIsThere(problem: string): Promise<string> {
    const { modal, toast } = this.host.overlay;
    return [
      problem,
      `page: ${this.pages.top.route}`,
      ...(modal ? [`an open dialog: ${modal.title} ${modal.content}`] : []),
      ...(toast ? [`toast: ${toast}`] : []),
      `text: ${(await this.text()).replace(/\s+/g, ' ').slice(0, 1500)}`,
      `last requests: ${this.network.sent.slice(-5).join(', ')}`,
      ...this.record.errors.slice(-3).map(error => `error: ${error}`),
      ...this.record.logs.filter(line => line.startsWith('error')).slice(-3),
    ].join('\n');
  }
}

const pause = (ms: number) => new Promise<void>(resolve => setTimeout(resolve, ms));
