import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import mammoth from 'mammoth';
import { startTestServer, type TestClient, type TestServer } from '../../testing';
import { forgetCatalog, putUnits, runCommand, sampleBytes, upload } from './catalog.fixtures';
import { readWorkbook } from './sheets/read-workbook';
import { writeWorkbook } from './sheets/write-workbook';
import type { SheetToWrite } from './sheets/xlsx';

/** Each workbook is read in a thread of its own: on a busy machine a test with three of them takes longer than Jest's five seconds. */
jest.setTimeout(30_000);

let server: TestServer;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'catalog-'));
  server = await startTestServer();
  await putUnits(server);
});
afterEach(() => forgetCatalog(server));
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Read in the order of the ids: counting a whole collection would be a scan. */
const count = async (collection: string) =>
  (await server.deps.platform.database.collection(collection).find().sort({ _id: 1 }).toArray()).length;
const HEAD = ['序号', '一级事项', '二级事项', '公开内容', '公开依据', '公开时限', '公开主体', '公开渠道和载体'];
const GOOD = ['1', '补贴', '标准', '补贴标准', '《办法》', '每月', '民政部门', '■政府网站'];
const workbook = (rows: string[][], name = '养老服务'): Promise<Buffer> => {
  const sheet: SheetToWrite = {
    name,
    rows: [HEAD.map((_, at) => (at === 0 ? '养老服务领域基层政务公开标准目录' : '')), HEAD, ...rows],
    merges: [{ top: 0, left: 0, bottom: 0, right: HEAD.length - 1 }],
    widths: HEAD.map(() => 12),
    titleRow: 0,
    headerRows: [1],
  };
  return writeWorkbook([sheet]);
};
const BAD = ['2', '补贴', '结果', '', '《办法》', '每月', '民政部门', '■政府网站'];

async function exported(client: TestClient, query = ''): Promise<Buffer> {
  const answer = await client.fetch(`/api/v1/staff/catalog/export${query}`);
  expect(answer.status).toBe(200);
  return Buffer.from(await answer.arrayBuffer());
}

describe('POST /staff/catalog/imports', () => {
  it('import: the sample -> a draft edition of 17 entries in 4 domains, audited and told of', async () => {
    const editor = await server.asStaff('editor');
    const { status, result } = await upload(editor, sampleBytes());
    expect(status).toBe(200);
    expect(result).toMatchObject({ created: true, entryCount: 17, skipped: 0, problems: [], notes: [] });
    expect(result.domains).toHaveLength(4);
    const edition = await editor.call('editions.get', { params: { id: result.editionId! } });
    expect(edition).toMatchObject({ state: 'draft', inForce: false, entryCount: 17, number: null });
    const { database } = server.deps.platform;
    expect(
      await database.collection('auditEntries').findOne({ subject: result.editionId! }, { sort: { at: -1, _id: -1 } }),
    ).toMatchObject({
      action: 'edition.imported',
    });
    expect(await database.collection('outbox').find().sort({ _id: 1 }).toArray()).toEqual(
      expect.arrayContaining([expect.objectContaining({ name: 'edition.created' })]),
    );
  });

  it('import: the same again -> the same edition, nothing written', async () => {
    const editor = await server.asStaff('editor');
    const first = await upload(editor, sampleBytes());
    const before = [await count('catalogEntries'), await count('auditEntries'), await count('outbox')];
    const again = await upload(editor, sampleBytes());
    expect(again.result).toMatchObject({ created: false, editionId: first.result.editionId, entryCount: 17 });
    expect([await count('catalogEntries'), await count('auditEntries'), await count('outbox')]).toEqual(before);
  });

  it('import: a dry run -> told, nothing written', async () => {
    const { result } = await upload(await server.asStaff('editor'), sampleBytes(), { dryRun: 'true' });
    expect(result).toMatchObject({ editionId: null, created: false, entryCount: 17 });
    expect(result.comparison?.counts).toEqual({ new: 17, changed: 0, removed: 0, same: 0 });
    expect(await count('catalogEditions')).toBe(0);
  });

  it('import: a dry run against what is in force -> new, changed by column, gone, the same', async () => {
    const office = await server.asStaff('office');
    const other = [...GOOD.slice(0, 2), '名单', ...GOOD.slice(3)];
    const first = await upload(office, await workbook([GOOD, other]));
    const params = { id: first.result.editionId! };
    await office.call('staff.editions.freeze', { params, body: { number: '2026-1' } });
    const changed = GOOD.map((text, at) => (at === 5 ? '每季度' : text));
    const added = [...GOOD.slice(0, 2), '新的一项', ...GOOD.slice(3)];
    const { result } = await upload(office, await workbook([changed, added]), { dryRun: 'true' });
    const domainId = result.domains[0]!.id;
    expect(result.comparison).toEqual({
      counts: { new: 1, changed: 1, removed: 1, same: 0 },
      domains: [{ id: domainId, new: 1, changed: 1, removed: 1, same: 0 }],
      items: [
        {
          change: 'changed',
          domainId,
          path: ['补贴'],
          name: '标准',
          fields: [{ field: 'timeLimits', label: '公开时限', before: '每月', after: '每季度' }],
        },
        { change: 'new', domainId, path: ['补贴'], name: '新的一项', fields: [] },
        { change: 'removed', domainId, path: ['补贴'], name: '名单', fields: [] },
      ],
    });
    expect((await upload(office, await workbook([changed]))).result.comparison).toBeNull();
  });

  it('import: a wrong row -> sheet and row named, nothing written; skipBad -> the good ones', async () => {
    const editor = await server.asStaff('editor');
    const bytes = await workbook([GOOD, BAD]);
    const refused = await upload(editor, bytes);
    expect(refused.result).toMatchObject({
      editionId: null,
      created: false,
      problems: [{ sheet: '养老服务', row: 4, column: '公开内容（要素）', message: '“公开内容（要素）”没有写' }],
    });
    expect(await count('catalogEditions')).toBe(0);
    const { result } = await upload(editor, bytes, { skipBad: 'true' });
    expect(result).toMatchObject({ created: true, entryCount: 1, skipped: 1 });
  });

  it('import: one domain -> only its entries', async () => {
    const { result } = await upload(await server.asStaff('editor'), sampleBytes(), { domain: 'affordable-housing' });
    expect(result.domains).toEqual([{ id: 'affordable-housing', name: '保障性住房', entryCount: 5, inForceCount: 0 }]);
  });

  it('import: no workbook, no file, a bad query -> 422', async () => {
    const editor = await server.asStaff('editor');
    expect(await upload(editor, Buffer.from('not a workbook'))).toMatchObject({
      status: 422,
      code: 'import.unreadable',
    });
    expect((await upload(editor, sampleBytes(), { dryRun: 'perhaps' })).status).toBe(422);
    const empty = await editor.fetch('/api/v1/staff/catalog/imports', { method: 'POST', body: new FormData() });
    expect([400, 422]).toContain(empty.status);
  });

  it('import: a new sheet of a domain in force -> ids stay with place and name, the diff says what is new and gone', async () => {
    const office = await server.asStaff('office');
    const first = await upload(office, await workbook([GOOD, [...GOOD.slice(0, 2), '名录', ...GOOD.slice(3)]]));
    await office.call('staff.editions.freeze', { params: { id: first.result.editionId! }, body: { number: '1' } });
    const second = await upload(
      office,
      await workbook([GOOD.with(5, '每季度'), [...GOOD.slice(0, 2), '结果', ...GOOD.slice(3)]]),
    );
    const { items, counts } = await office.call('editions.diff', {
      params: { id: second.result.editionId! },
    });
    expect(counts).toEqual({ new: 1, changed: 1, moved: 0, removed: 1, same: 0 });
    expect(items.find(({ change }) => change === 'changed')!.fields).toEqual([
      { field: 'timeLimits', label: '公开时限', before: '每月', after: '每季度' },
    ]);
    expect(items.find(({ change }) => change === 'removed')!.name).toBe('名录');
  });
});

describe('GET /staff/catalog/export', () => {
  it('export: as a Word file -> a document with every domain, its title and its entries', async () => {
    const office = await server.asStaff('office');
    const { result } = await upload(office, await workbook([GOOD]));
    const answer = await office.fetch(`/api/v1/staff/catalog/export?edition=${result.editionId!}&format=docx`);
    expect(answer.headers.get('content-type')).toContain('wordprocessingml.document');
    expect(decodeURIComponent(answer.headers.get('content-disposition')!)).toContain('.docx');
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await answer.arrayBuffer()) });
    for (const text of ['养老服务领域基层政务公开标准目录', '一级事项', '补贴标准', '《办法》', '■政府网站'])
      expect(value).toContain(text);
    expect((await office.fetch('/api/v1/staff/catalog/export?format=pdf')).status).toBe(422);
  });

  it('export: what is in force -> an attachment; imported again it changes nothing', async () => {
    const office = await server.asStaff('office');
    const { result } = await upload(office, sampleBytes());
    const id = result.editionId!;
    const draft = await exported(office, `?edition=${id}`);
    await office.call('staff.editions.freeze', { params: { id }, body: { number: '1' } });
    const answer = await office.fetch('/api/v1/staff/catalog/export');
    expect(answer.headers.get('content-disposition')).toContain('attachment');
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    for (const bytes of [draft, await exported(office), await exported(office, '?domain=urban-enforcement')]) {
      const again = await upload(office, bytes);
      expect(again.result).toMatchObject({ created: false, editionId: id, problems: [], notes: [] });
    }
    expect(await count('catalogEditions')).toBe(1);
    expect((await readWorkbook(await exported(office))).map(({ name }) => name)).toEqual([
      '国有土地上房屋征收与补偿',
      '保障性住房',
      '农村危房改造',
      '城市综合执法',
    ]);
  });

  it('export: domains in force with different editions, all variants -> imported again it changes nothing', async () => {
    const office = await server.asStaff('office');
    const { result } = await upload(office, sampleBytes());
    await office.call('staff.editions.freeze', { params: { id: result.editionId! }, body: { number: '1' } });
    const id: string = randomUUID();
    await office.call('staff.editions.create', { body: { id, title: '修订', domainIds: ['urban-enforcement'] } });
    const { items } = await server.anonymous.call('entries.list', { query: { domain: 'urban-enforcement' } });
    const entryId = items[0]!.id;
    const texts = {
      content: '●处罚决定\n〇救济渠道',
      stage: '结果',
      category: '行政处罚',
      office: '法制科',
      level: '市级、县级、乡级、村级',
      attribute: '不予公开',
      ground: '《政府信息公开条例》第十六条',
      siteColumn: '执法公示',
      phone: '19900000003',
      supervisionPhone: '19900000004',
      channels: '■政府网站：部门子站\n□其他：微信群',
      audience: '特定群体',
      mode: '主动、依申请',
    } as const;
    const edits = Object.entries(texts).map(([field, text]) => ({ entryId, field: field as keyof typeof texts, text }));
    await office.call('staff.editions.edit', { params: { id }, body: { edits } });
    await office.call('staff.editions.freeze', { params: { id }, body: { number: '2' } });
    const again = await upload(office, await exported(office));
    expect(again.result).toMatchObject({ created: false, entryCount: 17, problems: [], notes: [] });
    expect(await count('catalogEditions')).toBe(2);
  });

  it('export: nothing in force, an unknown edition -> 404', async () => {
    const office = await server.asStaff('office');
    expect((await office.fetch('/api/v1/staff/catalog/export')).status).toBe(404);
    expect((await office.fetch('/api/v1/staff/catalog/export?edition=nobody')).status).toBe(404);
  });
});

describe('npm run cli -- catalog', () => {
  const sampleFile = () => {
    const path = join(folder, 'sample.xlsx');
    writeFileSync(path, sampleBytes());
    return path;
  };

  it('import: the sample -> prints the id of the draft; again -> says so, same id', async () => {
    const path = sampleFile();
    const first = await runCommand(server, 'catalog import', [path]);
    expect(first.refused).toBeNull();
    const [, id] = /已导入 4 个领域 17 个事项，存为草案，目录版本 (\S+)$/.exec(first.lines.at(-1)!)!;
    const again = await runCommand(server, 'catalog import', [path]);
    expect(again.lines.at(-1)).toBe(`内容和已有的目录一样（4 个领域 17 个事项），没有新写入，目录版本 ${id}`);
    expect((await server.anonymous.call('entries.list')).items).toEqual([]);
  });

  it('import: --in-force, also after a draft of the same -> its entries are in force', async () => {
    const path = sampleFile();
    await runCommand(server, 'catalog import', [path]);
    const { refused } = await runCommand(server, 'catalog import', [path, '--in-force']);
    expect(refused).toBeNull();
    expect((await server.anonymous.call('entries.list', { query: { limit: 100 } })).items).toHaveLength(17);
    expect((await server.anonymous.call('editions.list')).items).toMatchObject([{ state: 'frozen', inForce: true }]);
  });

  it('import: --in-force over what is in force -> says how many entries it replaces, with --dry-run before it does', async () => {
    const path = join(folder, 'two.xlsx');
    writeFileSync(path, await workbook([GOOD]));
    await runCommand(server, 'catalog import', [path, '--in-force']);
    const { lines } = await runCommand(server, 'catalog import', [path, '--in-force', '--dry-run']);
    expect(lines).toContain('养老服务（elderly-care）：1 个事项，生效后代替现行的 1 个');
  });

  it('import: --dry-run -> counts, nothing written', async () => {
    const { lines } = await runCommand(server, 'catalog import', [sampleFile(), '--dry-run']);
    expect(lines.at(-1)).toBe('试读完成：4 个领域 17 个事项，什么也没有写入。');
    expect(await count('catalogEditions')).toBe(0);
  });

  it('import: a wrong row -> named, refused; --skip-bad -> the good ones, said', async () => {
    const path = join(folder, 'bad.xlsx');
    writeFileSync(path, await workbook([GOOD, BAD]));
    const refused = await runCommand(server, 'catalog import', [path]);
    expect(refused.lines).toEqual(['“养老服务”第 4 行：“公开内容（要素）”没有写']);
    expect(refused.refused).toBe('有 1 处问题，什么也没有写入：改好后再导入，或者加 --skip-bad 跳过这些行。');
    expect(await count('catalogEditions')).toBe(0);
    const skipped = await runCommand(server, 'catalog import', [path, '--skip-bad']);
    expect(skipped.refused).toBeNull();
    expect(skipped.lines).toContain('跳过了 1 行有问题的，只取没有问题的行。');
  });

  it.each([
    [[], /要写一个 xlsx 文件/],
    [['nowhere.xlsx'], /读不了文件 .*nowhere\.xlsx：没有这个文件/],
    [['a.xlsx', '--moon'], /看不懂这条命令/],
  ])('import: arguments %j -> refused in a sentence', async (args, sentence) => {
    expect((await runCommand(server, 'catalog import', args)).refused).toMatch(sentence);
  });

  it('import: a file that is no workbook -> refused by name', async () => {
    const path = join(folder, 'letter.xlsx');
    writeFileSync(path, 'dear sir');
    expect((await runCommand(server, 'catalog import', [path])).refused).toMatch(
      /^letter\.xlsx：这个文件不是 xlsx 表格/,
    );
  });

  it('export: to a file -> imported again it changes nothing; with nothing to export -> refused', async () => {
    const out = join(folder, 'out.xlsx');
    expect((await runCommand(server, 'catalog export', [out])).refused).toMatch(/还没有现行的目录/);
    expect((await runCommand(server, 'catalog export', ['--edition', 'nobody'])).refused).toMatch(
      /没有编号为 nobody 的目录版本/,
    );
    await runCommand(server, 'catalog import', [sampleFile(), '--in-force']);
    const { lines } = await runCommand(server, 'catalog export', [out]);
    expect(lines).toEqual([`已导出 4 个领域、17 个事项：${out}`]);
    expect(readFileSync(out).subarray(0, 2).toString()).toBe('PK');
    const again = await runCommand(server, 'catalog import', [out, '--in-force']);
    expect(again.lines.at(-1)).toMatch(/^内容和已有的目录一样/);
    expect((await runCommand(server, 'catalog export', [join(folder, 'no', 'where.xlsx')])).refused).toMatch(
      /写不了文件/,
    );
  });
});
