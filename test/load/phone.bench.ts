/** The H5 as a cheap phone on a slow line sees it; of the mini-program its packages, and what a tap sends to the page. */
import type { Browser, CDPSession, Page } from 'playwright-core';
import { launchBrowser } from '../support/chromium';
import { inRepository } from '../support/repository';
import { startDemo } from '../support/start-demo';
import { median, report, scaled, type Finding } from './report';
import { PACKAGE_LIMIT, readPackages, WHOLE_LIMIT } from './weapp-packages';
import { measureTaps } from './weapp-taps';

const ROUNDS = scaled(5, 1);
/** Above so much in one second WeChat's own check of a mini-program complains. */
const CHANGES_LIMIT = 256 * 1024;
const CPU_SLOWDOWN = 4;
/** 1.6 Mbit/s with 150 ms there and back: what browsers call a slow fourth generation. */
const LINE = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 94_000 };

interface Paints {
  first: number;
  largest: number;
}
/** Where the time until then went, in milliseconds, and what came over the line. */
interface Parts {
  script: number;
  layout: number;
  bytes: number;
}
type Visit = Paints & Parts & { tap: number };

async function openOnPhone(browser: Browser, isSlow: boolean): Promise<{ page: Page; devtools: CDPSession }> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    isMobile: true,
    hasTouch: true,
    serviceWorkers: 'block',
  });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Performance.enable');
  if (!isSlow) return { page, devtools };
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', LINE);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
  return { page, devtools };
}

async function partsOf(page: Page, devtools: CDPSession): Promise<Parts> {
  const { metrics } = await devtools.send('Performance.getMetrics');
  const milliseconds = (name: string) => (metrics.find(metric => metric.name === name)?.value ?? 0) * 1_000;
  const bytes = await page.evaluate(() =>
    [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].reduce(
      (sum, entry) => sum + (entry as PerformanceResourceTiming).transferSize,
      0,
    ),
  );
  return {
    script: milliseconds('ScriptDuration'),
    layout: milliseconds('LayoutDuration') + milliseconds('RecalcStyleDuration'),
    bytes,
  };
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

async function visit(browser: Browser, origin: string, isSlow: boolean): Promise<Visit> {
  const { page, devtools } = await openOnPhone(browser, isSlow);
  await page.goto(`${origin}/m/`);
  await page.getByRole('link', { name: '参与' }).last().waitFor();
  await page.waitForLoadState('networkidle');
  const paints = await paintsOf(page);
  const parts = await partsOf(page, devtools);
  const tap = await tapTime(page, '参与');
  await page.context().close();
  return { ...paints, ...parts, tap };
}

async function measurePages(origin: string): Promise<Finding[]> {
  if (!process.env.CHROMIUM_PATH) {
    return [{ what: 'the H5 in a browser', value: 'not measured, no Chromium was found', aim: '' }];
  }
  const browser = await launchBrowser();
  const slow: Visit[] = [];
  const fast: Visit[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    fast.push(await visit(browser, origin, false));
    slow.push(await visit(browser, origin, true));
  }
  await browser.close();
  const row = (what: string, read: (visit: Visit) => number): Finding => {
    const [on, here] = [median(slow.map(read)), median(fast.map(read))];
    return {
      what,
      value: `${Math.round(on)} ms (here ${Math.round(here)} ms, × ${(on / here).toFixed(1)})`,
      aim: '',
    };
  };
  return [
    row('H5: first contentful paint', ({ first }) => first),
    row('H5: largest contentful paint', ({ largest }) => largest),
    row('H5: of it in scripts', ({ script }) => script),
    row('H5: of it in layout and style', ({ layout }) => layout),
    { what: 'H5: over the line', value: kilobytes(median(slow.map(({ bytes }) => bytes))), aim: '' },
    row('H5: interaction, a tap on a tab until its frame', ({ tap }) => tap),
  ];
}

const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(bytes < 10_240 ? 1 : 0)} KB`;
const percent = (part: number, whole: number) => `${Math.round((part / whole) * 100)} %`;

function packageFindings(dist: string): Finding[] {
  const packages = readPackages(dist);
  const whole = packages.reduce((sum, { bytes }) => sum + bytes, 0);
  const row = (what: string, bytes: number, limit: number): Finding => ({
    what,
    value: `${kilobytes(bytes)}, ${percent(bytes, limit)} of WeChat's limit`,
    aim: '',
    isGood: bytes <= limit,
  });
  return [
    ...packages.map(({ name, bytes }) => row(`mini-program: package ${name}`, bytes, PACKAGE_LIMIT)),
    row('mini-program: all packages', whole, WHOLE_LIMIT),
  ];
}

async function tapFindings(dist: string, origin: string): Promise<Finding[]> {
  const taps = await measureTaps(dist, origin);
  return taps.map(({ what, calls, bytes, milliseconds }) => ({
    what: `setData: ${what}`,
    value: `${kilobytes(bytes)} in ${calls} calls, ${Math.round(milliseconds)} ms`,
    aim: '',
    isGood: bytes <= CHANGES_LIMIT,
  }));
}

async function main(): Promise<void> {
  const app = await startDemo({ env: { LOG_LEVEL: 'warn' } });
  const dist = inRepository('apps/miniprogram/dist/weapp');
  try {
    report(`phone: the home page, processor ÷ ${CPU_SLOWDOWN}, 1.6 Mbit/s, 150 ms; the mini-program`, [
      ...(await measurePages(app.origin)),
      ...packageFindings(dist),
      ...(await tapFindings(dist, app.origin)),
    ]);
  } finally {
    await app.stop();
    await app.remove();
  }
}

void main();
