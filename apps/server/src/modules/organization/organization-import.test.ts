import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findCommand } from '../../cli';
import { startTestServer, type TestServer } from '../../testing';

let server: TestServer;
let folder: string;
beforeEach(async () => {
  server = await startTestServer();
  folder = mkdtempSync(join(tmpdir(), 'bandeng-organization-'));
});
afterEach(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const FILE = {
  areas: [
    { id: 'qihe', name: '栖河区', level: 'district' },
    { id: 'liuying', name: '柳营街道', level: 'street', parentId: 'qihe' },
  ],
  units: [{ id: 'housing', name: '栖河区住建局', shortName: '住建局', kind: 'department', takesRequests: true }],
  places: [
    {
      id: 'hall',
      name: '柳营办事大厅',
      kind: 'service_hall',
      areaId: 'liuying',
      address: '槐影巷三号',
      hours: '9:00–17:00',
    },
  ],
  guides: [
    {
      id: 'housing-guide',
      kind: 'guide',
      title: '住建局公开指南',
      unitId: 'housing',
      publishedOn: '2026-03-01',
      summary: '怎样查、怎样申请',
      body: '第一段。\n\n第二段。',
    },
  ],
};

async function run(content: unknown, ...options: string[]): Promise<string[]> {
  const path = join(folder, 'district.json');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  const lines: string[] = [];
  const { command, rest } = findCommand(server.deps.commands, ['organization', 'import', path, ...options])!;
  await command.run(rest, { platform: server.deps.platform, output: line => lines.push(line) });
  return lines;
}
const count = () =>
  Promise.all(['areas', 'units', 'places', 'guides'].map(name => server.collection(name).countDocuments({})));

describe('organization import', () => {
  it('import: twice, then with a new name -> on the public pages, nothing doubled', async () => {
    expect(await run(FILE)).toEqual(['已写入：行政区划 2、单位 1、查阅点 1、指南 1。']);
    await run(FILE);
    expect(await count()).toEqual([2, 1, 1, 1]);
    await run({ units: [{ ...FILE.units[0], name: '栖河区住房和城乡建设局' }] });
    const { items } = await server.anonymous.call('units.list', { query: {} });
    expect(items.map(unit => unit.name)).toEqual(['栖河区住房和城乡建设局']);
    const guide = await server.anonymous.call('guides.get', { params: { id: 'housing-guide' } });
    expect(guide.body).toHaveLength(2);
    expect((await server.anonymous.call('places.list', { query: { area: 'qihe' } })).items).toHaveLength(1);
  });

  it('import: new, then one field changed -> each record audited once with the names of what changed', async () => {
    const audited = async () => {
      const entries = await server.collection('auditEntries').find({ action: 'organization.put' }).toArray();
      return entries.map(({ actor, kind, subject, fields }) => ({ actor, kind, subject, fields: fields as string[] }));
    };
    await run(FILE);
    const subjects = (await audited()).map(({ kind, subject }) => `${String(kind)}/${String(subject)}`);
    expect(subjects.sort()).toEqual([
      'areas/liuying',
      'areas/qihe',
      'guides/housing-guide',
      'places/hall',
      'units/housing',
    ]);
    await server.collection('auditEntries').deleteMany({});
    await run({ ...FILE, units: [{ ...FILE.units[0], phone: '0599-555-0110' }] });
    expect(await audited()).toEqual([{ actor: 'system', kind: 'units', subject: 'housing', fields: ['phone'] }]);
  });

  it('import: --dry-run -> says what it would do, writes nothing', async () => {
    expect(await run(FILE, '--dry-run')).toEqual(['试读完成：行政区划 2、单位 1、查阅点 1、指南 1，什么也没有写入。']);
    expect(await count()).toEqual([0, 0, 0, 0]);
  });

  it.each([
    [{ ...FILE, units: [{ ...FILE.units[0], kind: 'shop' }] }, /units\[0\]\.kind/],
    [{ ...FILE, unit: [] }, /整个文件：.*unit/],
    [{ ...FILE, areas: [...FILE.areas].reverse() }, /areas\[0\]\.parentId：前面没有 qihe 这个行政区划/],
    [{ ...FILE, areas: [...FILE.areas, FILE.areas[1]] }, /areas\[2\]\.id：liuying 写了两次/],
    [{ ...FILE, places: [{ ...FILE.places[0], areaId: 'nowhere' }] }, /places\[0\]\.areaId：没有 nowhere 这个行政区划/],
    [{ ...FILE, units: [] }, /guides\[0\]\.unitId：没有 housing 这个单位/],
    [{ areas: [{ id: 'liuying', name: '柳营街道', level: 'street' }] }, /只有区县没有上级/],
    ['[1, 2', /不是能读的 JSON/],
    [[1, 2], /整个文件/],
  ])('import: bad file %# -> problem with its place, nothing written', async (content, message) => {
    await expect(run(content)).rejects.toThrow(message);
    expect(await count()).toEqual([0, 0, 0, 0]);
  });

  it('import: no file, two files -> one sentence', async () => {
    const { command } = findCommand(server.deps.commands, ['organization', 'import'])!;
    const context = { platform: server.deps.platform, output: () => undefined };
    await expect(command.run([], context)).rejects.toThrow('用法：npm run cli -- organization import');
    await expect(command.run([join(folder, 'none.json')], context)).rejects.toThrow('读不了文件');
  });
});
