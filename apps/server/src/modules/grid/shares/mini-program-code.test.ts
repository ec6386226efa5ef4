import { randomUUID } from 'node:crypto';
import { createSimulator, SIMULATED_APP, simulatorFetch, type Simulator } from '@bandeng/wechat/simulator';
import { noticeSource } from '../../../fixtures/district';
import { startTestServer, type TestServer } from '../../../testing';
import { asWorker, GRID, putGrids } from '../grid.fixtures';
import { picturesIn, scan } from './scan.fixtures';

// Each test starts a server and several people: on a busy machine that takes longer than five seconds.
jest.setTimeout(60_000);

let server: TestServer;
let simulator: Simulator;
/** What WeChat was asked to draw. */
const asked: unknown[] = [];

/** A district with a mini-program of its own: its calls to WeChat reach the simulator, as if by the network. */
beforeEach(async () => {
  asked.length = 0;
  simulator = createSimulator();
  const [onNetwork, atWechat] = [globalThis.fetch, simulatorFetch(simulator)];
  jest.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
    const request = new Request(input, init);
    const { hostname, pathname } = new URL(request.url);
    if (hostname !== 'api.weixin.qq.com') return onNetwork(input, init);
    if (pathname === '/wxa/getwxacodeunlimit') asked.push(await request.clone().json());
    return atWechat(request);
  });
  server = await startTestServer({
    environment: {
      RATE_LIMITS: 'on',
      WECHAT_APP_ID: SIMULATED_APP.appId,
      WECHAT_APP_SECRET: SIMULATED_APP.secret,
      WECHAT_PUSH_TOKEN: 'push-token-of-the-test',
    },
  });
  await putGrids(server);
});
afterEach(async () => {
  await server.stop();
  simulator.close();
  jest.restoreAllMocks();
});

async function start() {
  const [worker, office] = [await asWorker(server), await server.asStaff('office', { unitId: 'district-office' })];
  const id = randomUUID();
  await office.call('staff.notices.create', { body: { ...noticeSource({ unitId: 'district-office' }), id } });
  const sheet = () => worker.fetch(`/api/v1/grid/posters/${id}.pdf?area=${GRID}`);
  return { worker, id, sheet };
}

test('a mini-program is set up -> the sheet has its code, asked for with the page and the scene of that share', async () => {
  const { worker, id, sheet } = await start();
  const pdf = Buffer.from(await (await sheet()).arrayBuffer());
  const body = { item: { kind: 'notice' as const, id }, areaId: GRID, channel: 'sheet' as const };
  const { code, page } = await worker.call('grid.shares.create', { body });
  expect(asked).toMatchObject([{ scene: code, page, check_path: true, env_version: 'release' }]);
  expect(code.length).toBeLessThanOrEqual(32);
  const [{ grey, ...raw }] = picturesIn(pdf) as [ReturnType<typeof picturesIn>[number]];
  expect(raw.width).toBe(raw.height);
  // The simulator's picture is none that a camera reads: it is WeChat's, and not ours for the H5.
  expect(await scan(grey, raw)).toBeUndefined();
});

test('WeChat does not answer -> no sheet, and it says so; it answers again -> the sheet', async () => {
  const { sheet } = await start();
  simulator.setFault({ api: 'miniProgramCode', mode: 'unreachable' });
  const refused = await sheet();
  expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([503, 'wechat.unavailable']);
  simulator.setFault({ api: 'miniProgramCode', mode: null });
  expect((await sheet()).status).toBe(200);
});
