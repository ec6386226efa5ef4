import { randomUUID } from 'node:crypto';
import { drawnLines } from '@bandeng/test-kit';
import sharp from 'sharp';
import { noticeSource } from '../../../fixtures/district';
import { startTestServer, type TestClient, type TestServer } from '../../../testing';
import { openConsultation } from '../../consultations/consultation.fixtures';
import { asWorker, GRID, NEXT_GRID, OTHER_GRID, putGrids } from '../grid.fixtures';
import { drawsChinese } from './poster-pages';
import { picturesIn, scan } from './scan.fixtures';

// Each test starts a server and several people: on a busy machine that takes longer than five seconds.
jest.setTimeout(60_000);

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
  await putGrids(server);
});
afterEach(() => server.stop());

const POINTS = ['一楼不同意也能申请协商', '每台补贴 20 万元', '12月1日起到社区报名', '第四条不上海报'];

async function start() {
  const [worker, office] = [await asWorker(server), await server.asStaff('office', { unitId: 'district-office' })];
  const notice = randomUUID();
  await office.call('staff.notices.create', {
    body: {
      ...noticeSource({ unitId: 'district-office' }),
      id: notice,
      title: '老旧小区加装电梯办法',
      keyPoints: POINTS,
    },
  });
  return { worker, notice };
}
const bytesOf = async (client: TestClient, path: string): Promise<Buffer> =>
  Buffer.from(await (await client.fetch(`/api/v1/grid/posters/${path}`)).arrayBuffer());

/** On a machine without a Chinese font a picture would be rows of boxes. */
let hasFont: boolean;
beforeAll(async () => {
  hasFont = await drawsChinese();
});
const refused = async (client: TestClient, path: string) => {
  const answer = await client.fetch(`/api/v1/grid/posters/${path}`);
  expect([answer.status, await answer.text()]).toEqual([503, expect.stringContaining('没有中文字体')]);
};

describe('a poster as a picture', () => {
  it('its code is read off it -> the address of the very share', async () => {
    const { worker, notice } = await start();
    if (!hasFont) return refused(worker, `${notice}.png?area=${GRID}`);
    const picture = await bytesOf(worker, `${notice}.png?area=${GRID}&channel=poster`);
    const { path } = await worker.call('grid.shares.create', {
      body: { item: { kind: 'notice', id: notice }, areaId: GRID, channel: 'poster' },
    });
    const { format, width = 0, height = 0 } = await sharp(picture).metadata();
    expect([format, Math.abs(height / width - Math.SQRT2) < 0.01]).toEqual(['png', true]);
    const address = (await scan(picture)) ?? '';
    expect(address.slice(new URL(address).origin.length)).toBe(path);
    // As a camera sees it from two metres away.
    expect(await scan(await sharp(picture).resize(500).jpeg({ quality: 60 }).toBuffer())).toBe(address);
  });

  it('a very long title and points -> everything above the code, the code still read', async () => {
    const { worker, notice } = await start();
    if (!hasFont) return refused(worker, `${notice}.png?area=${GRID}`);
    const office = await server.asStaff('office', { unitId: 'district-office' });
    const long = randomUUID();
    const keyPoints = POINTS.map(point => point.repeat(12));
    await office.call('staff.notices.create', {
      body: {
        ...noticeSource({ unitId: 'district-office' }),
        id: long,
        title: '关于加装电梯的办法'.repeat(8),
        keyPoints,
      },
    });
    const [short, tall] = await Promise.all(
      [notice, long].map(async id => sharp(await bytesOf(worker, `${id}.png?area=${GRID}`)).metadata()),
    );
    expect(tall!.height).toBeGreaterThan(short!.height);
    expect(await scan(await bytesOf(worker, `${long}.png?area=${GRID}`))).toMatch(/\?scene=[0-9a-z]{10}$/);
  });
});

describe('sheets to print', () => {
  it('for two areas -> two pages with their own codes; title, three points, unit and area in the text', async () => {
    const { worker, notice } = await start();
    const pdf = await bytesOf(worker, `${notice}.pdf?area=${GRID},${NEXT_GRID}`);
    const lines = drawnLines(pdf);
    expect(lines.filter(line => line === '老旧小区加装电梯办法')).toHaveLength(2);
    expect(lines).toEqual(expect.arrayContaining(POINTS.slice(0, 3).map((point, at) => `${at + 1}、${point}`)));
    expect(lines.join('')).not.toContain(POINTS[3]);
    expect(lines.filter(line => line.startsWith('栖河区人民政府办公室'))).toEqual([
      '栖河区人民政府办公室　槐影社区第1网格',
      '栖河区人民政府办公室　槐影社区第2网格',
    ]);
    const codes = await Promise.all(picturesIn(pdf).map(({ grey, ...raw }) => scan(grey, raw)));
    const wanted = await Promise.all(
      [GRID, NEXT_GRID].map(areaId =>
        worker.call('grid.shares.create', {
          body: { item: { kind: 'notice', id: notice }, areaId, channel: 'sheet' },
        }),
      ),
    );
    expect(codes.map(code => code?.replace(/^https?:\/\/[^/]+/, ''))).toEqual(wanted.map(({ path }) => path));
  });

  it('of a consultation -> its question, its days, what it changes, the code that opens it; over -> none', async () => {
    const { worker } = await start();
    const office = await server.asStaff('office', { unitId: 'district-office' });
    const { id } = await openConsultation(office, { unitId: 'district-office' });
    const { question, title } = await office.call('consultations.get', { params: { id } });
    const pdf = await bytesOf(worker, `${id}.pdf?kind=consultation&area=${GRID}`);
    const text = drawnLines(pdf).join('');
    for (const said of [question, title, '谁都可以说']) expect([said, text.includes(said)]).toEqual([said, true]);
    const [{ grey, ...raw }] = picturesIn(pdf) as [ReturnType<typeof picturesIn>[number]];
    const code = (await scan(grey, raw))?.slice(-10);
    expect(await server.anonymous.call('shares.get', { params: { code: code ?? '' } })).toMatchObject({
      ...{ state: 'open', kind: 'consultation', id, channel: 'sheet' },
    });
    server.clock.set('2027-03-01T02:00:00Z');
    const late = await asWorker(server);
    const answer = await late.fetch(`/api/v1/grid/posters/${id}.pdf?kind=consultation&area=${GRID}`);
    expect(((await answer.json()) as { code: string }).code).toBe('consultation.not_found');
  });

  it('an area of others, a notice that is not there, twenty-one areas -> refused', async () => {
    const { worker, notice } = await start();
    const refused = async (id: string, area: string) => {
      const answer = await worker.fetch(`/api/v1/grid/posters/${id}.pdf?area=${area}`);
      return ((await answer.json()) as { code: string }).code;
    };
    expect(await refused(notice, `${GRID},${OTHER_GRID}`)).toBe('area.not_found');
    expect(await refused(randomUUID(), GRID)).toBe('notice.not_found');
    expect(await refused(notice, Array.from({ length: 21 }, () => GRID).join(','))).toBe('request.invalid');
  });
});
