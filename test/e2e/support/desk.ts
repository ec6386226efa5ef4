import type { Browser, BrowserContext, Page, Response } from 'playwright-core';

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
      await page.locator('.ant-skeleton, .ant-spin-spinning').first().waitFor({ state: 'detached' });
    },
    heading: () => page.getByRole('heading', { level: 1 }).innerText(),
    close: () => context.close(),
  };
}
