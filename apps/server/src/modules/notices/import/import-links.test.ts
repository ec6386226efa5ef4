import { Workbook } from 'exceljs';
import { runCommand } from '../../catalog/catalog.fixtures';
import { setImport } from './import.fixtures';

/** The sample of the national layout has an entry of this name in force after its import. */
const SAMPLE = 'apps/server/src/modules/catalog/fixtures/catalog-sample.xlsx';
const PDF = '%PDF-1.4\n%%EOF\n';

const stage = setImport();
const { put, run } = stage;
async function importCatalog(): Promise<{ id: string; name: string; domain: string }[]> {
  await runCommand(stage.server, 'catalog import', [SAMPLE, '--in-force']);
  const { items } = await stage.server.anonymous.call('entries.list', { query: { limit: 100 } });
  return items.map(({ id, name, domain }) => ({ id, name, domain: domain.name }));
}
async function noticeOf(title: string) {
  const { items } = await stage.server.anonymous.call('notices.list');
  return stage.server.anonymous.call('notices.get', { params: { id: items.find(item => item.title === title)!.id } });
}
const PLAIN = { 单位: '区住建局', 栏目: '通知公告', 发布日期: '2026-11-10', 正文: '正文' };

it('folder: links, stage, entry, period and code in words or as the contract writes them -> all of it; again -> nothing is written', async () => {
  const [entry] = (await importCatalog()).slice(-1);
  put(
    'a.json',
    JSON.stringify({
      ...PLAIN,
      标题: '补助办法',
      编号: 'A-1',
      环节: '决策公开',
      目录事项: `${entry!.domain}/${entry!.name}`,
    }),
  );
  put('b.json', JSON.stringify({ ...PLAIN, 标题: '一图读懂', 编号: 'B-1', 解读的文件: 'A-1', 相关信息: ['名单公示'] }));
  put(
    'c.json',
    JSON.stringify({
      ...PLAIN,
      title: '名单公示',
      标题: undefined,
      编号: 'C-1',
      stage: 'result',
      entryIds: [entry!.id],
      relatedIds: [{ relation: 'related', id: 'A-1' }],
      posting: { from: '2026-11-16', to: '2026-11-24', unit: 'workingDays', objection: '到区住建局 201 室' },
      limited: { group: '在征收范围内', postedAt: '槐影社区公示栏', contact: '199 0000 0003', code: 'qh2026ab' },
      attachments: ['名单.pdf'],
    }),
  );
  put('名单.pdf', PDF);
  expect(await run(stage.folder)).toEqual({
    lines: ['已导入：新的 3 条，改过的 0 条，没有变的 0 条。'],
    refused: null,
  });
  const before = await stage.server.collection('notices').find().toArray();
  expect((await run(stage.folder)).lines).toEqual(['已导入：新的 0 条，改过的 0 条，没有变的 3 条。']);
  expect(await stage.server.collection('notices').find().toArray()).toEqual(before);

  const rule = await noticeOf('补助办法');
  expect([rule.stage, rule.entries.map(({ id }) => id)]).toEqual(['decision', [entry!.id]]);
  expect(rule.related.map(({ relation, title }) => [relation, title]).sort()).toEqual([
    ['interpretedBy', '一图读懂'],
    ['related', '名单公示'],
  ]);
  const stub = await noticeOf('名单公示');
  expect(stub).toMatchObject({
    body: [],
    limited: { group: '在征收范围内', from: '2026-11-16', to: '2026-11-24' },
    posting: { unit: 'workingDays', objection: '到区住建局 201 室' },
  });
  const whole = await stage.server.anonymous.call('notices.unlock', {
    params: { id: stub.id },
    body: { code: 'QH2026AB' },
  });
  expect([whole.stage, whole.attachments.map(({ name }) => name)]).toEqual(['result', ['名单.pdf']]);
});

it('folder: what cannot be true -> each by its file, nothing is written', async () => {
  const [first, second] = [
    { ...PLAIN, 标题: '一样的', 编号: 'X-1' },
    { ...PLAIN, 标题: '一样的', 编号: 'X-2' },
  ];
  put('a.json', JSON.stringify({ ...first, 环节: '收尾', 目录事项: '没有这项', 解读的文件: '查无此件' }));
  put('b.json', JSON.stringify({ ...second, 相关信息: '一样的', 公示期: '2026-11-20至2026-11-16' }));
  put('c.json', JSON.stringify({ ...PLAIN, 标题: '三', 编号: 'X-3', 相关信息: 'X-3', 公示开始: '2026-11-16' }));
  put(
    'd.json',
    JSON.stringify({ ...PLAIN, 标题: '四', 编号: 'X-4', 公开对象: '本村', 查阅码: 'QH2026AB', 公示期单位: '周' }),
  );
  put('e.json', JSON.stringify({ ...PLAIN, 标题: '五', 编号: 'X-5', relatedIds: 'A-1' }));
  const limited = { 公开对象: '本村', 张贴地点: '村口', 联系方式: '199 0000 0003', 查阅码: 'QH2026AB' };
  put('f.json', JSON.stringify({ ...PLAIN, 标题: '六', 编号: 'X-6', ...limited }));
  const { lines, refused } = await run(stage.folder);
  expect(lines).toEqual(
    expect.arrayContaining([
      'a.json：不认识环节“收尾”',
      'a.json：“没有这项”不是现行目录的事项',
      'a.json：“查无此件”不是这次要导入的、也不是已经导入的信息',
      'b.json：“一样的”不止一条，改写编号或者原文链接',
      'b.json：公示结束不能早于开始',
      'c.json：公示要写开始和结束两个日期',
      'd.json：没有写公示的起止日期',
      'd.json：只对“本村”公开的，还要写张贴地点、联系方式',
      'e.json：关联（relatedIds）要写成 { relation, id } 的列表',
      'f.json：只对“本村”公开的，要写明公示的起止日期',
    ]),
  );
  expect(refused).toBe(`有 ${lines.length} 处问题，什么也没有写入：改好后再导入。`);
  expect(await stage.server.collection('notices').countDocuments()).toBe(0);
});

describe('xlsx', () => {
  async function sheet(rows: string[][]): Promise<string> {
    const workbook = new Workbook();
    workbook.addWorksheet('公开信息').addRows(rows);
    return put('notices.xlsx', Buffer.from(await workbook.xlsx.writeBuffer()));
  }
  const HEAD = ['编号', '标题', '单位', '栏目', '发布日期', '正文'];
  const row = (number: string, title: string, ...more: string[]) => [
    ...[number, title, '区住建局', '名单公示', '2026-11-10', '正文'],
    ...more,
  ];

  it('xlsx: period, stage, entry, links and attachments beside the sheet -> read; a link to what an earlier import brought', async () => {
    const [entry] = (await importCatalog()).slice(-1);
    await run(await sheet([HEAD, row('A-1', '补助办法')]));
    put('名单.pdf', PDF);
    const path = await sheet([
      [...HEAD, '公示期', '异议方式', '五公开', '公开事项', '解读的文件', '附件'],
      row('B-1', '名单公示', '2026-11-16至2026-11-24（7个工作日）', '书面提出', '结果', entry!.name, 'A-1', '名单.pdf'),
    ]);
    expect((await run(path)).lines).toEqual(['已导入：新的 1 条，改过的 0 条，没有变的 0 条。']);
    expect((await run(path)).lines).toEqual(['已导入：新的 0 条，改过的 0 条，没有变的 1 条。']);
    const notice = await noticeOf('名单公示');
    expect(notice).toMatchObject({
      stage: 'result',
      posting: { from: '2026-11-16', to: '2026-11-24', unit: 'workingDays', objection: '书面提出' },
      related: [{ relation: 'interprets', title: '补助办法' }],
      attachments: [{ name: '名单.pdf' }],
    });
    expect((await stage.server.anonymous.fetch(`/api/v1/files/${notice.attachments[0]!.id}`)).status).toBe(200);
  });

  it('xlsx: a file that is not beside it, or lies elsewhere on this machine -> named by sheet and row', async () => {
    const path = await sheet([[...HEAD, '附件'], row('A-1', '一', '没有.pdf'), row('A-2', '二', '../../etc/hostname')]);
    expect((await run(path)).lines).toEqual([
      '“公开信息”第 2 行：没有附件“没有.pdf”，附件要和这个表放在一个文件夹里',
      '“公开信息”第 3 行：没有附件“../../etc/hostname”，附件要和这个表放在一个文件夹里',
    ]);
    expect(await stage.server.collection('notices').countDocuments()).toBe(0);
  });
});
