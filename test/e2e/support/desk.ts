import type { Browser, BrowserContext, Page, Request, Response } from 'playwright-core';

/** A browser window of an office. */
export interface Desk {
  page: Page;
  /** What the page reported as an error. */
  faults: string[];
  signIn(username: string, password?: string): Promise<void>;
  /** Opens a page by its address after #. */
  open(path: string): Promise<void>;
  heading(): Promise<string>;
  close(): Promise<void>;
}

const PASSWORD = 'bandeng-demo';

export async function openDesk(
  browser: Browser,
  origin: string,
  { dark = false, onResponse }: { dark?: boolean; onResponse?: (response: Response) => void } = {},
): Promise<Desk> {
  const context: BrowserContext = await browser.newContext({
    viewport: { width: 1366, height: 850 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    colorScheme: dark ? 'dark' : 'light',
    // Dialogs are looked at when they have come, not while they come.
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', error => faults.push(error.message));
  if (onResponse) page.on('response', onResponse);
  const waiting = new Set<Request>();
  page.on('request', request => waiting.add(request));
  page.on('requestfinished', request => waiting.delete(request));
  page.on('requestfailed', request => waiting.delete(request));
  await page.goto(`${origin}/console/`);
  return {
    page,
    faults,
    async signIn(username, password = PASSWORD) {
      await page.getByLabel('用户名').fill(username);
      await page.getByLabel('密码', { exact: true }).fill(password);
      await page.getByRole('button', { name: '登录' }).click();
    },
    async open(path) {
      await page.goto(`${origin}/console/#${path}`);
      await settled(page, waiting);
    },
    heading: () => page.getByRole('heading', { level: 1 }).innerText(),
    close: () => context.close(),
  };
}

/** So long nothing may be asked for before a page counts as there: its script and what it reads follow one another. */
const QUIET_MS = 200;

/** Waits until a page has its script and what it shows, and draws no place-holders any more. */
async function settled(page: Page, waiting: ReadonlySet<Request>): Promise<void> {
  for (let quiet = 0; quiet < QUIET_MS; quiet = waiting.size === 0 ? quiet + 50 : 0) await page.waitForTimeout(50);
  await page.waitForFunction(() => document.querySelector('.ant-skeleton, .ant-spin-spinning') === null);
}
