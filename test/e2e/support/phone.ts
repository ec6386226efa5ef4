import fs from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContext, Locator, Page, Request } from 'playwright-core';
import { pagePaths, type PageName } from '../../../apps/miniprogram/src/routes';
import { inRepository } from '../../support/repository';

export type Mode = 'normal' | 'dark' | 'elder';
export const modes: readonly Mode[] = ['normal', 'dark', 'elder'];

const SIZE = { width: 390, height: 844 };
const WAIT_MS = 40_000;

export interface Phone {
  page: Page;
  context: BrowserContext;
  /** Opens a page by its name as a link does: the app starts anew, what is stored stays. */
  open(name: PageName, params?: Record<string, string>): Promise<void>;
  /** Waits until this page is the one on top, in its place, and `settled`. For whatever leads to another page. */
  on(name: PageName): Promise<void>;
  /** Waits until the page on top has its title, everything is read and nothing is drawn grey any more. */
  settled(): Promise<void>;
  see(text: string | RegExp): Promise<void>;
  /** Taps what has that role and that name, the whole of it when it is a string. */
  tap(role: Role, name: string | RegExp): Promise<void>;
  /** Taps what leads to another page, and waits until that is the one on top. */
  go(to: PageName, role: Role, name: string | RegExp): Promise<void>;
  type(field: string | RegExp, text: string): Promise<void>;
  /** Something on the page on top: pages below it stay in the document, unseen. */
  one(role: Role | 'textbox' | 'listitem', name: string | RegExp): Locator;
  /** What the app keeps on this phone under a key. */
  stored<T>(key: string): Promise<T | undefined>;
  store(key: string, value: unknown): Promise<void>;
  screenshot(name: string): Promise<void>;
  /** What went wrong on its own: exceptions, and answers that are a fault of the server. */
  faults: string[];
  close(): Promise<void>;
}

type Role = 'button' | 'link' | 'tab' | 'radio' | 'checkbox' | 'switch';

interface PhoneOptions {
  mode?: Mode;
  /** Tokens of somebody who logged in on this phone earlier. */
  session?: unknown;
  /** Pages slide in, as they do unless somebody asked for less motion. */
  slides?: boolean;
  /** The app's own files are kept on the phone by its service worker; else every test loads them anew. */
  keepsApp?: boolean;
}

/** A phone of 390×844 in Shanghai with the H5 on it. */
export async function openPhone(browser: Browser, origin: string, options: PhoneOptions = {}): Promise<Phone> {
  const { mode = 'normal', session, slides = false, keepsApp = false } = options;
  const context = await browser.newContext({
    viewport: SIZE,
    screen: SIZE,
    deviceScaleFactor: 2,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    colorScheme: mode === 'dark' ? 'dark' : 'light',
    serviceWorkers: keepsApp ? 'allow' : 'block',
    reducedMotion: slides ? 'no-preference' : 'reduce',
  });
  context.setDefaultTimeout(WAIT_MS);
  const page = await context.newPage();
  const faults: string[] = [];
  const underWay = new Set<Request>();
  page.on('pageerror', error => faults.push(error.stack ?? error.message));
  page.on('request', request => underWay.add(request));
  page.on('requestfailed', request => underWay.delete(request));
  page.on('requestfinished', request => underWay.delete(request));
  page.on('response', answer => {
    if (answer.status() >= 500) faults.push(`${answer.status()} ${answer.url()}`);
  });

  const store = (key: string, value: unknown) =>
    page.evaluate(([name, text]) => localStorage.setItem(name, JSON.stringify({ data: text })), [
      `bd:${key}`,
      JSON.stringify(value),
    ] as const);
  const settled = async () => {
    await page.waitForFunction(isDrawn);
    for (let quiet = 0; quiet < 2;) {
      await page.waitForTimeout(25);
      quiet = underWay.size === 0 && (await page.evaluate(isDrawn)) ? quiet + 1 : 0;
    }
  };
  const open: Phone['open'] = async (name, params = {}) => {
    await page.goto('about:blank');
    await page.goto(addressOf(origin, name, params));
    await on(name);
  };
  const on: Phone['on'] = async name => {
    await page.waitForFunction(isOnTop, `/${pagePaths[name]}`);
    await settled();
  };

  const one: Phone['one'] = (role, name) =>
    onTop(page.getByRole(role, { name, exact: typeof name === 'string' && role !== 'textbox' }));

  await page.goto(`${origin}/m/`);
  if (session) await store('session', session);
  if (mode === 'elder') await store('preferences', { elder: true });
  return {
    page,
    context,
    open,
    on,
    settled,
    one,
    see: text => onTop(page.getByText(text)).waitFor(),
    tap: (role, name) => one(role, name).click(),
    go: async (to, role, name) => {
      await one(role, name).click();
      await on(to);
    },
    type: (field, text) => one('textbox', field).fill(text),
    stored: async <T>(key: string) => {
      const text = await page.evaluate(name => localStorage.getItem(name), `bd:${key}`);
      return text === null ? undefined : (JSON.parse((JSON.parse(text) as { data: string }).data) as T);
    },
    store,
    screenshot: async name => {
      const file = inRepository('artifacts/e2e', `${name}.png`);
      fs.mkdirSync(path.dirname(file), { recursive: true });
      await page.screenshot({ path: file });
    },
    faults,
    close: () => context.close(),
  };
}

const onTop = (locator: Locator) => locator.filter({ visible: true }).first();

function addressOf(origin: string, name: PageName, params: Record<string, string> = {}): string {
  const query = new URLSearchParams(params).toString();
  return `${origin}/m/#/${pagePaths[name]}${query && `?${query}`}`;
}

/** Runs in the page: the address names that page, and of all pages in the document it alone is drawn, in its place. */
function isOnTop(path: string): boolean {
  if (location.hash.replace(/^#/, '').split('?')[0] !== path) return false;
  const [top, ...others] = [...document.querySelectorAll('.taro_page')].filter(node => node.checkVisibility());
  return top?.id.split('?')[0] === path && others.length === 0 && top.getBoundingClientRect().left === 0;
}

/** Runs in the page: a heading of the first level is in sight, nothing moves, and no skeleton but those of the page that shows all parts. */
function isDrawn(): boolean {
  const isGallery = location.hash.includes('/gallery/');
  const seen = (selector: string) => [...document.querySelectorAll(selector)].some(node => node.checkVisibility());
  const isMoving = document.getAnimations().some(({ playState, effect }) => {
    return playState === 'running' && effect?.getTiming().iterations !== Infinity;
  });
  return seen('[role=heading][aria-level="1"]') && !isMoving && (isGallery || !seen('.skeleton'));
}
