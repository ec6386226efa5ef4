import { randomUUID } from 'node:crypto';
import type { GridRecord, RouteInput } from '@bandeng/contracts/types';
import sharp from 'sharp';
import { noticeSource } from '../../../fixtures/district';
import { problemOf, startTestServer, type TestClient, type TestServer } from '../../../testing';
import { photograph } from './photograph.fixtures';
import { asStreet, assign, asWorker, COMMUNITY, GRID, OTHER_GRID, putBuilding, putGrids } from '../grid.fixtures';

// Each test starts a server and several people: on a busy machine that takes longer than five seconds.
jest.setTimeout(60_000);

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
  await putGrids(server);
});
afterEach(() => server.stop());

type PosterUp = Extract<GridRecord, { kind: 'poster' }>;
const results = ({ items }: { items: { result: string }[] }) => items.map(({ result }) => result);

/** A worker on a walk with one notice and a building; a campaign brings it there. */
async function start() {
  const [street, worker] = [await asStreet(server), await asWorker(server)];
  const office = await server.asStaff('office', { unitId: 'district-office' });
  const [notice, campaign] = [randomUUID(), randomUUID()];
  await office.call('staff.notices.create', {
    body: { ...noticeSource({ unitId: 'district-office' }), id: notice, title: '老旧小区加装电梯办法' },
  });
  const building = await putBuilding(street, { doors: 5, name: '1 号楼' });
  await assign(street, worker.staffId);
  await street.call('staff.grid.campaigns.create', {
    body: {
      ...{ id: campaign, title: '电梯办法送到家', items: [{ kind: 'notice', id: notice }] },
      ...{ areaIds: [GRID], from: '2026-11-10', to: '2026-11-30', targetPercent: 95 },
    },
  });
  const posterOf = (changes: Partial<PosterUp> = {}): PosterUp => ({
    ...{ id: randomUUID(), kind: 'poster', takenAt: '2026-11-16T01:30:00.000Z', offset: 0 },
    ...{ item: { kind: 'notice', id: notice }, areaId: GRID, buildingId: building.id, place: '楼门口公示栏' },
    ...{ takeDownOn: '2026-11-30', ...changes },
  });
  const downOf = (posterId: string) => ({
    ...{ id: randomUUID(), kind: 'poster_down' as const, takenAt: '2026-11-16T02:30:00.000Z', offset: 0, posterId },
  });
  const sync = (...items: RouteInput<'grid.sync'>['body']['items']) => worker.call('grid.sync', { body: { items } });
  const hanging = async () => (await worker.call('grid.pack')).posters;
  return { street, worker, office, notice, campaign, building, posterOf, downOf, sync, hanging };
}

const sendPhoto = (client: TestClient, id: string, bytes: Buffer, at = 0) => {
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' }), 'IMG_20261116_093000.jpg');
  return client.fetch(`/api/v1/grid/records/${id}/photos/${at}`, { method: 'POST', body: form });
};
const codeOf = async (answer: Response) => ((await answer.json()) as { code?: string }).code;

describe('a poster put up', () => {
  it('sent twice -> one, by its day and no hour; the pack of who walks there has it until it came down', async () => {
    const { sync, posterOf, downOf, hanging, notice, building } = await start();
    const poster = posterOf();
    expect(results(await sync(poster))).toEqual(['accepted']);
    expect(results(await sync(poster))).toEqual(['known']);
    expect(await hanging()).toEqual([
      {
        ...{
          id: poster.id,
          item: { kind: 'notice', id: notice, title: '老旧小区加装电梯办法' },
          place: '楼门口公示栏',
        },
        ...{ on: '2026-11-16', takeDownOn: '2026-11-30', buildingId: building.id },
      },
    ]);
    expect(JSON.stringify(await server.collection('gridPosters').find({}).toArray())).not.toMatch(/T0[1-9]:/);
    const down = downOf(poster.id);
    expect(results(await sync(down))).toEqual(['accepted']);
    expect(results(await sync(down, downOf(poster.id)))).toEqual(['known', 'accepted']);
    expect(await hanging()).toEqual([]);
    expect(await server.collection('gridPosters').findOne({})).toMatchObject({ downOn: '2026-11-16', downId: down.id });
  });

  it('put up and taken down in one batch, other content under its id -> taken in order; conflict with what is kept', async () => {
    const { sync, posterOf, downOf, hanging } = await start();
    const poster = posterOf();
    expect(results(await sync(poster, downOf(poster.id)))).toEqual(['accepted', 'accepted']);
    expect(await hanging()).toEqual([]);
    expect((await sync({ ...poster, place: '活动室门口' })).items).toMatchObject([
      { result: 'conflict', current: ['2026-11-16', '楼门口公示栏'] },
    ]);
  });

  it('an area of others, a building elsewhere, a number in the place, a day before it, a poster nobody knows -> rejected with what to do', async () => {
    const { sync, posterOf, downOf } = await start();
    const hedu = await server.asStaff('street', { unitId: 'hedu-street' });
    const other = await putBuilding(hedu, { doors: 1, areaId: OTHER_GRID });
    const { items } = await sync(
      posterOf({ areaId: OTHER_GRID, buildingId: null }),
      posterOf({ buildingId: other.id }),
      posterOf({ place: '问 19900001234 拿钥匙' }),
      posterOf({ takeDownOn: '2026-11-15' }),
      downOf(randomUUID()),
    );
    expect(items.map(item => ('reason' in item ? item.reason.slice(0, 9) : item.result))).toEqual([
      '这个地方不在你的网',
      '这栋楼不在这个网格',
      '地方写得太细了：写',
      '揭下来的日子要在贴',
      '这张海报没有记录，',
    ]);
    expect(await server.collection('gridPosters').countDocuments({})).toBe(0);
  });

  it('of a notice that was taken back -> hangs in the pack without a title, to come down', async () => {
    const { sync, posterOf, hanging, office, notice } = await start();
    await sync(posterOf());
    await office.call('staff.notices.takeDown', { params: { id: notice }, body: { reason: '数字有误，核实后再公布' } });
    expect(await hanging()).toMatchObject([{ item: { kind: 'notice', id: notice, title: null } }]);
  });

  it('in coverage -> posters and their buildings of their own, no door of it; a board without a building counts for its grid', async () => {
    const { sync, posterOf, street, office, campaign, notice } = await start();
    await sync(posterOf(), posterOf({ place: '单元门里' }), posterOf({ buildingId: null, place: '凉亭公示栏' }));
    const read = async (reader: TestClient, query: { campaign: string } | { notice: string }, area: string) => {
      const { total, items: rows } = await reader.call('staff.grid.coverage', { query: { ...query, area } });
      return [total, ...rows].map(({ posters, figures }) => [
        ...[posters.hung, posters.buildings, figures?.buildingsReached, figures?.reached],
      ]);
    };
    expect(await read(street, { campaign }, GRID)).toEqual([
      [3, 1, 0, 0],
      [2, 1, 0, 0],
    ]);
    expect(await read(office, { notice }, COMMUNITY)).toEqual([
      [3, 1, 0, 0],
      [3, 1, 0, 0],
    ]);
  });
});

describe('a photo of a poster', () => {
  it('with place, time and make in it, sent twice -> once, small, upright, and nothing of them in the stored bytes', async () => {
    const { sync, posterOf, worker, street, campaign } = await start();
    const [poster, bytes] = [posterOf(), await photograph()];
    const before = await sharp(bytes).metadata();
    expect([before.exif?.includes('PHONE-77'), before.xmp?.includes('SECRET-PLACE')]).toEqual([true, true]);
    await sync(poster);
    const answers = [await sendPhoto(worker, poster.id, bytes), await sendPhoto(worker, poster.id, bytes)];
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const { items } = await street.call('staff.grid.posters.list', { params: { id: campaign }, query: {} });
    expect(items).toMatchObject([
      {
        ...{ place: '楼门口公示栏', building: '槐影里 1 号楼', on: '2026-11-16', downOn: null },
        photos: [{ name: '海报照片.jpg', type: 'image/jpeg' }],
      },
    ]);
    expect(JSON.stringify(items)).not.toContain(worker.staffId);
    const stored = Buffer.from(await (await street.fetch(`/api/v1/files/${items[0]!.photos[0]!.id}`)).arrayBuffer());
    const { width, height, exif, xmp, iptc, orientation } = await sharp(stored).metadata();
    expect({ width, height, exif, xmp, iptc, orientation }).toEqual({ width: 1_067, height: 1_600 });
    for (const secret of ['Exif', 'GPS', 'PHONE-77', '2026:11:16', 'SECRET-PLACE', 'http://ns.adobe.com'])
      expect([secret, stored.includes(secret)]).toEqual([secret, false]);
    const [file] = await server.collection('files').find({}).toArray();
    expect(file).toMatchObject({ name: '海报照片.jpg', createdAt: new Date('2026-11-15T16:00:00Z') });
  });

  it('two of one poster -> both; a third place is none', async () => {
    const { sync, posterOf, worker, street, campaign } = await start();
    const poster = posterOf();
    await sync(poster);
    for (const at of [0, 1]) await sendPhoto(worker, poster.id, await photograph(300 + at, 200), at);
    expect((await sendPhoto(worker, poster.id, await photograph(300, 200), 2)).status).toBe(422);
    const { items } = await street.call('staff.grid.posters.list', { params: { id: campaign }, query: {} });
    expect(items[0]!.photos).toHaveLength(2);
  });

  it('before its words, from another worker, no picture, over 10 MB -> refused, nothing kept', async () => {
    const { sync, posterOf, worker } = await start();
    const [poster, bytes] = [posterOf(), await photograph(300, 200)];
    expect(await codeOf(await sendPhoto(worker, poster.id, bytes))).toBe('poster.not_found');
    await sync(poster);
    expect(await codeOf(await sendPhoto(await asWorker(server), poster.id, bytes))).toBe('poster.not_found');
    expect(await codeOf(await sendPhoto(worker, poster.id, Buffer.from('%PDF-1.7\n%âãÏÓ\n')))).toBe('photo.unreadable');
    const huge = Buffer.concat([bytes, Buffer.alloc(10_485_760)]);
    expect(await codeOf(await sendPhoto(worker, poster.id, huge))).toBe('photo.too_large');
    expect(await server.collection('files').countDocuments({})).toBe(0);
  });

  it('looked at by another street, a resident, nobody -> not found; a year later it is gone, the poster stays', async () => {
    const { sync, posterOf, worker, street, campaign } = await start();
    const poster = posterOf();
    await sync(poster);
    await sendPhoto(worker, poster.id, await photograph(300, 200));
    const list = () => street.call('staff.grid.posters.list', { params: { id: campaign }, query: {} });
    const { id } = (await list()).items[0]!.photos[0]!;
    const others = [
      await server.asStaff('street', { unitId: 'hedu-street' }),
      await server.asResident(),
      server.anonymous,
    ];
    for (const other of others) expect((await other.fetch(`/api/v1/files/${id}`)).status).toBe(404);
    expect((await street.fetch(`/api/v1/files/${id}`)).status).toBe(200);
    server.clock.set('2027-11-20T02:00:00Z');
    await server.deps.modules.files.api.sweep();
    const later = await asStreet(server);
    const { items } = await later.call('staff.grid.posters.list', { params: { id: campaign }, query: {} });
    expect(items).toMatchObject([{ id: poster.id, photos: [] }]);
  });

  it('the posters of a campaign: of another street -> not found', async () => {
    const { campaign } = await start();
    const hedu = await server.asStaff('street', { unitId: 'hedu-street' });
    const list = hedu.call('staff.grid.posters.list', { params: { id: campaign }, query: {} });
    expect((await problemOf(list)).code).toBe('campaign.not_found');
  });
});
