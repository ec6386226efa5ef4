/** The H5 as a cheap phone on a slow line sees it. */
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../support/chromium';
import { startDemo } from '../support/start-demo';
import { median, report, scaled, type Finding } from './report';

const ROUNDS = scaled(5, 1);
const CPU_SLOWDOWN = 4;
/** 1.6 Mbit/s with 150 ms there and back: what browsers call a slow fourth generation. */
const LINE = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 94_000 };

interface Paints {
  first: number;
  largest: number;
}

async function openOnPhone(browser: Browser, isSlow: boolean): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    isMobile: true,
    hasTouch: true,
    serviceWorkers: 'block',
  });
  const page = await context.newPage();
  if (!isSlow) return page;
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', LINE);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
  return page;
}

const paintsOf = (page: Page): Promise<Paints> =>
  page.evaluate(
    () =>
      new Promise<Paints>(resolve => {
        let largest = 0;
        new PerformanceObserver(list => {
          for (const entry of list.getEntries()) largest = Math.max(largest, entry.startTime);
        }).observe({ type: 'largest-contentful-paint', buffered: true });
        const [first] = performance.getEntriesByName('first-contentful-paint');
        setTimeout(() => resolve({ first: first?.startTime ?? 0, largest }), 500);
      }),
  );

/** From the tap to the next frame after it, as the browser counts it. */
async function tapTime(page: Page, name: string): Promise<number> {
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(window, { tapTimes: times });
    new PerformanceObserver(list => times.push(...list.getEntries().map(entry => entry.duration))).observe({
      type: 'event',
      durationThreshold: 16,
    } as PerformanceObserverInit);
  });
  await page.getByRole('link', { name }).last().tap();
  await page.waitForTimeout(1_500);
  const times = await page.evaluate(() => (window as unknown as { tapTimes: number[] }).tapTimes);
  return Math.max(16, ...times);
}

async function visit(browser: Browser, origin: string, isSlow: boolean): Promise<Paints & { tap: number }> {
  const page = await openOnPhone(browser, isSlow);
  await page.goto(`${origin}/m/`);
  await page.getByRole('link', { name: '参与' }).last().waitFor();
  await page.waitForLoadState('networkidle');
  const paints = await paintsOf(page);
  const tap = await tapTime(page, '参与');
  await page.context().close();
  return { ...paints, tap };
}

async function main(): Promise<void> {
  if (!process.env.CHROMIUM_PATH) {
    process.stdout.write('phone: not measured, no Chromium was found\n');
    return;
  }
  const [browser, app] = await Promise.all([launchBrowser(), startDemo({ env: { LOG_LEVEL: 'warn' } })]);
  const slow: (Paints & { tap: number })[] = [];
  const fast: (Paints & { tap: number })[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    fast.push(await visit(browser, app.origin, false));
    slow.push(await visit(browser, app.origin, true));
  }
  await browser.close();
  await app.stop();
  await app.remove();

  const row = (what: string, read: (visit: Paints & { tap: number }) => number, aim = ''): Finding => {
    const [on, here] = [median(slow.map(read)), median(fast.map(read))];
    return { what, value: `${Math.round(on)} ms (here ${Math.round(here)} ms, × ${(on / here).toFixed(1)})`, aim };
  };
  report(`phone: the home page, processor ÷ ${CPU_SLOWDOWN}, 1.6 Mbit/s, 150 ms`, [
    row('first contentful paint', ({ first }) => first),
    row('largest contentful paint', ({ largest }) => largest),
    row('a tap on a tab until its frame', ({ tap }) => tap),
  ]);
}

void main();
