import { problemOf, startTestServer, type TestServer } from '../../testing';
import type { OrganizationData } from './index';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
  await server.deps.modules.organization.api.put(DATA);
});
afterEach(() => server.stop());

const unit = (id: string, kind: 'department' | 'street') => ({
  _id: id,
  name: `栖河区${id}`,
  shortName: id,
  kind,
  areaId: null,
  phone: null,
  address: null,
  officeHours: null,
  takesRequests: kind === 'department',
});
const place = (id: string, areaId: string, kind: 'library' | 'archive') => ({
  _id: id,
  name: id,
  kind,
  areaId,
  address: '某路1号',
  phone: null,
  hours: '周一至周五',
  services: ['查阅'],
  location: null,
});
const guide = (id: string, publishedOn: string, kind: 'guide' | 'annual_report') => ({
  _id: id,
  kind,
  title: id,
  unitId: 'education',
  publishedOn,
  year: null,
  office: null,
  summary: '摘要',
  body: [{ type: 'heading' as const, level: 2 as const, text: '一' }],
  attachments: [],
});
const DATA: OrganizationData = {
  areas: [
    { _id: 'qihe', name: '栖河区', level: 'district', parentId: null },
    { _id: 'liuying', name: '柳营街道', level: 'street', parentId: 'qihe' },
    { _id: 'huaiying', name: '槐影社区', level: 'community', parentId: 'liuying' },
    { _id: 'grid-1', name: '第一网格', level: 'grid', parentId: 'huaiying' },
  ],
  units: [unit('education', 'department'), unit('liuying-office', 'street')],
  places: [place('lib', 'huaiying', 'library'), place('archive', 'qihe', 'archive')],
  guides: [guide('guide-1', '2026-01-05', 'guide'), guide('report-2025', '2026-01-20', 'annual_report')],
};

describe('GET /areas', () => {
  it('areas: all -> district to community with their path, no grid', async () => {
    const { items, nextCursor } = await server.anonymous.call('areas.list');
    expect(items.map(area => area.path.join('·'))).toEqual(['栖河区', '栖河区·柳营街道', '栖河区·柳营街道·槐影社区']);
    expect(nextCursor).toBeNull();
  });

  it('areas: by parent, by level, page by page', async () => {
    const children = await server.anonymous.call('areas.list', { query: { parent: 'liuying' } });
    expect(children.items.map(area => area.id)).toEqual(['huaiying']);
    const grids = await server.anonymous.call('areas.list', { query: { parent: 'huaiying' } });
    expect(grids.items).toEqual([]);
    const first = await server.anonymous.call('areas.list', { query: { limit: 2 } });
    const second = await server.anonymous.call('areas.list', { query: { limit: 2, cursor: first.nextCursor ?? '' } });
    expect([...first.items, ...second.items].map(area => area.id)).toEqual(['qihe', 'liuying', 'huaiying']);
    expect((await problemOf(server.anonymous.call('areas.list', { query: { level: 'grid' as never } }))).status).toBe(
      422,
    );
  });

  it('lineage: of a community -> itself and what it lies in', async () => {
    const { organization } = server.deps.modules;
    expect(await organization.api.lineageOf('huaiying')).toEqual(['qihe', 'liuying', 'huaiying']);
    expect(await organization.api.lineageOf('nowhere')).toEqual([]);
  });
});

describe('GET /units', () => {
  it('units: all, by kind, one, none', async () => {
    expect((await server.anonymous.call('units.list')).items.map(item => item.id)).toEqual([
      'education',
      'liuying-office',
    ]);
    expect((await server.anonymous.call('units.list', { query: { kind: 'street' } })).items).toHaveLength(1);
    expect(await server.anonymous.call('units.get', { params: { id: 'education' } })).toMatchObject({
      id: 'education',
      takesRequests: true,
    });
    expect((await problemOf(server.anonymous.call('units.get', { params: { id: 'nobody' } }))).code).toBe(
      'unit.not_found',
    );
    expect((await problemOf(server.anonymous.call('units.get', { params: { id: '$where' } }))).status).toBe(422);
  });
});

describe('GET /places', () => {
  it('places: in a street -> those of its communities; by kind', async () => {
    const idsOf = async (query: object) =>
      (await server.anonymous.call('places.list', { query })).items.map(item => item.id);
    expect(await idsOf({})).toEqual(['lib', 'archive']);
    expect(await idsOf({ area: 'liuying' })).toEqual(['lib']);
    expect(await idsOf({ area: 'qihe', kind: 'archive' })).toEqual(['archive']);
  });
});

describe('GET /guides', () => {
  it('guides: newest first, by kind and unit, one with its body, none', async () => {
    const all = await server.anonymous.call('guides.list');
    expect(all.items.map(item => item.id)).toEqual(['report-2025', 'guide-1']);
    expect(all.items[0]?.unit).toEqual({ id: 'education', name: '栖河区education' });
    const some = await server.anonymous.call('guides.list', { query: { kind: 'guide', unit: 'education' } });
    expect(some.items.map(item => item.id)).toEqual(['guide-1']);
    expect((await server.anonymous.call('guides.get', { params: { id: 'guide-1' } })).body).toHaveLength(1);
    expect((await problemOf(server.anonymous.call('guides.get', { params: { id: 'none' } }))).code).toBe(
      'guide.not_found',
    );
  });
});

describe('put', () => {
  it('put: twice -> nothing doubles and nothing is written; a guide is told through the outbox', async () => {
    const count = () => server.collection('auditEntries').countDocuments({ action: 'organization.put' });
    const audited = await count();
    await server.deps.modules.organization.api.put(DATA);
    expect((await server.anonymous.call('units.list')).items).toHaveLength(2);
    const entries = await server.collection('outbox').find({ name: 'guide.published' }).toArray();
    expect(entries.map(entry => (entry.event as { guideId: string }).guideId)).toEqual(['guide-1', 'report-2025']);
    expect([audited > 0, await count()]).toEqual([true, audited]);
  });

  it('put: area without its parent -> refused, nothing written', async () => {
    const put = server.deps.modules.organization.api.put({
      areas: [{ _id: 'lost', name: '无主', level: 'community', parentId: 'nowhere' }],
      units: [unit('new', 'department')],
    });
    await expect(put).rejects.toThrow('parent nowhere');
    expect((await server.anonymous.call('units.list')).items).toHaveLength(2);
  });
});
