/** A catalog of 5,000 entries: read in from a workbook, and its tree in the console under the keys of somebody in a hurry. */
import type { Page } from 'playwright-core';
import { writeWorkbook } from '../../apps/server/src/modules/catalog/sheets/write-workbook';
import { openDesk } from '../e2e/support/desk';
import { launchBrowser } from '../support/chromium';
import type { App } from '../support/start-app';
import { startDemo } from '../support/start-demo';
import { processorSeconds } from './processor-time';
import { milliseconds, report, scaled, type Finding } from './report';

const ENTRIES = scaled(5_000, 100);
const OF_A_GROUP = 25;
const ROUNDS = scaled(20, 3);
const MOST_MS = 100;
/** Down, across, a page, to both ends, and groups that close and open: what somebody presses who looks something up. */
const KEYS = [
  'ArrowDown',
  'ArrowDown',
  'PageDown',
  'ArrowRight',
  'End',
  'Control+End',
  'Control+Home',
  'ArrowLeft',
  'ArrowRight',
];
const LOGIN = { username: 'office', password: 'bandeng-demo' };

const HEAD = ['序号', '一级事项', '二级事项', '公开内容', '公开依据', '公开时限', '公开主体', '公开渠道和载体'];
const rowOf = (at: number): string[] => [
  String(at + 1),
  `第${Math.floor(at / OF_A_GROUP) + 1}类服务`,
  `第${at + 1}项补贴的申请和发放`,
  `1.申请条件第${at}款\n2.发放标准\n3.发放结果`,
  '《养老服务条例》第三条、《政府信息公开条例》第二十一条',
  at % 3 === 0 ? '每季度结束后10个工作日内' : '信息形成之日起20个工作日内',
  at % 2 === 0 ? '区民政局' : '各街道办事处',
  '■政府网站 ■社区公示栏',
];

/** Two sheets: one holds fewer than 5,000 rows. */
function workbook(): Promise<Buffer> {
  const half = Math.ceil(ENTRIES / 2);
  const merges = [{ top: 0, left: 0, bottom: 0, right: HEAD.length - 1 }];
  const sheetOf = (name: string, from: number, until: number) => {
    const title = HEAD.map((_, at) => (at === 0 ? `${name}领域基层政务公开标准目录` : ''));
    const rows = [title, HEAD, ...Array.from({ length: until - from }, (_, at) => rowOf(from + at))];
    return { name, rows, merges, widths: HEAD.map(() => 14), titleRow: 0, headerRows: [1] };
  };
  return writeWorkbook([sheetOf('养老服务', 0, half), sheetOf('社会救助', half, ENTRIES)]);
}

async function importWith(app: App, bytes: Buffer): Promise<string> {
  const login = await fetch(`${app.origin}/api/v1/auth/staff`, {
    method: 'POST',
    body: JSON.stringify(LOGIN),
    headers: { 'Content-Type': 'application/json' },
  });
  const { accessToken } = (await login.json()) as { accessToken: string };
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(bytes)]), 'catalog.xlsx');
  const headers = { Authorization: `Bearer ${accessToken}` };
  const answer = await fetch(`${app.origin}/api/v1/staff/catalog/imports`, { method: 'POST', body: form, headers });
  const result = (await answer.json()) as { editionId: string; entryCount: number };
  if (!answer.ok || result.entryCount !== ENTRIES)
    throw new Error(`import: ${answer.status} ${JSON.stringify(result)}`);
  return result.editionId;
}

/** From each key to the end of the frame that it changed, in milliseconds. */
async function framesOf(page: Page): Promise<Map<string, number[]>> {
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(window, { times });
    const noteFrame = () => {
      const since = performance.now();
      const channel = new MessageChannel();
      channel.port1.onmessage = () => times.push(performance.now() - since);
      // A message sent within the frame is handed over after it was painted.
      requestAnimationFrame(() => channel.port2.postMessage(null));
    };
    document.addEventListener('keydown', event => event.key !== 'Control' && noteFrame(), { capture: true });
  });
  const found = new Map<string, number[]>();
  for (let turn = 0; turn < ROUNDS * KEYS.length; turn += 1) {
    const key = KEYS[turn % KEYS.length]!;
    await page.keyboard.press(key);
    await page.waitForFunction(count => (window as unknown as { times: number[] }).times.length > count, turn);
    const time = await page.evaluate(at => (window as unknown as { times: number[] }).times[at]!, turn);
    found.set(key, [...(found.get(key) ?? []), time]);
  }
  return found;
}

const p95 = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[Math.floor(times.length * 0.95)]!;

async function main(): Promise<void> {
  const app = await startDemo({ env: { RATE_LIMITS: 'off', CHECK_ANSWERS: 'off', LOG_LEVEL: 'warn' } });
  const bytes = await workbook();
  const before = processorSeconds(app.pid);
  let id = '';
  const time = await milliseconds(async () => {
    id = await importWith(app, bytes);
  });
  const after = processorSeconds(app.pid);
  const used = before === null || after === null ? '' : `, ${(after - before).toFixed(1)} s of the server’s processor`;
  const findings: Finding[] = [
    {
      what: `${ENTRIES} rows imported as a draft`,
      value: `${(time / 1_000).toFixed(1)} s${used}`,
      aim: 'a few seconds',
    },
  ];

  const browser = await launchBrowser();
  const desk = await openDesk(browser, app.origin);
  await desk.signIn(LOGIN.username);
  await desk.page.getByRole('heading', { level: 1, name: /^手上/ }).waitFor();
  await desk.open(`/catalog/editions/${id}`);
  await desk.page.getByRole('treegrid').waitFor();
  await desk.page.getByText(/还在读/).waitFor({ state: 'detached', timeout: 120_000 });
  await desk.page.getByRole('button', { name: '全部展开' }).click();
  await desk.page.getByRole('gridcell').first().click();
  const frames = await framesOf(desk.page);
  for (const [key, times] of frames)
    findings.push({
      what: `${key}, from the key to its frame, p95`,
      value: `${p95(times).toFixed(0)} ms`,
      aim: `${MOST_MS} ms`,
    });
  if (desk.faults.length > 0) throw new Error(desk.faults.join('\n'));
  await desk.close();
  await browser.close();
  await app.stop();
  await app.remove();
  report(`tree: a catalog of ${ENTRIES} entries`, findings);
}

void main();
