import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DraftContent } from '@bandeng/contracts/schemas';
import { putDistrict } from '../../../fixtures/district';
import { repositoryRoot } from '../../../platform/root';
import { problemOf, startTestServer, type TestServer } from '../../../testing';
import { announcement, startDesk } from './drafts.fixtures';
import { readWording } from './wording';

describe('the dictionary of words', () => {
  it('the one of this project -> fits its schema, and no replacement is itself a word to look at', () => {
    const { entries, findIn } = readWording(repositoryRoot());
    expect(entries.length).toBeGreaterThan(40);
    for (const { right } of entries)
      expect([
        right,
        findIn(DraftContent.parse({ ...WRITTEN, title: right ?? '' })).filter(({ path }) => path === 'title'),
      ]).toEqual([right, []]);
  });

  it.each([
    ['no list', '{}', 'entries'],
    ['a word without a reason', '{"entries":[{"wrong":"截止到"}]}', 'entries.0.reason'],
    [
      'a word twice',
      '{"entries":[{"wrong":"甲乙","reason":"a"},{"wrong":"甲乙","reason":"b"}]}',
      'entries.1: “甲乙”写了两次',
    ],
    [
      'a word that its replacement brings back',
      '{"entries":[{"wrong":"甲乙","right":"甲乙丙","reason":"a"}]}',
      'entries.0',
    ],
  ])('another list with %s -> refused at start, by its place', (_, text, place) => {
    const folder = mkdtempSync(join(tmpdir(), 'wording-'));
    writeFileSync(join(folder, 'own.json'), text);
    expect(() => readWording(folder, 'own.json')).toThrow(place);
    rmSync(folder, { recursive: true });
  });

  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  it('in title, text, list, cell, point -> told by place with what to put; one that must not stay stops the draft', async () => {
    await putDistrict(server);
    const { create, submit, save, editor } = await startDesk(server);
    const { id } = await create(WRITTEN);
    const check = () => editor.call('staff.drafts.check', { params: { id }, query: {} });
    const { wording, faults } = await check();
    expect(wording.map(({ path, start, text, right }) => [path, start, text, right])).toEqual([
      ['title', 1, '残废', '残疾'],
      ['keyPoints.0', 0, '截止到', '截至'],
      ['body.0.children', 2, '按装', '安装'],
      ['body.1.items.1', 0, '零风险', null],
      ['body.2.rows.0.1', 0, '工商局', '市场监管局'],
    ]);
    expect(faults).toEqual([{ path: 'title', message: '“残废”不能用，改成“残疾”：对残疾人的称呼要尊重。' }]);
    const fault = await problemOf(submit(id));
    expect([fault.code, fault.problem.errors]).toEqual(['draft.incomplete', faults]);
    await save(id, { ...WRITTEN, title: '给残疾军人的补助' });
    expect((await submit(id)).state).toBe('in_review');
    const { items } = await editor.call('staff.wording.list', { query: {} });
    expect(items).toContainEqual(expect.objectContaining({ wrong: '残废', right: '残疾', isBlocking: true }));
  });
});

const WRITTEN = {
  ...announcement(),
  title: '给残废军人的补助',
  keyPoints: ['截止到月底'],
  body: [
    // One word over two runs of text.
    { type: 'paragraph' as const, children: [{ text: '统一按', strong: true }, { text: '装扶手。' }] },
    { type: 'list' as const, ordered: false, items: ['上门办', '零风险'] },
    { type: 'table' as const, head: ['事', '谁办'], rows: [['登记', '工商局']] },
  ],
  attachmentIds: [],
  entryIds: [],
  areaIds: [],
  relatedIds: [],
  columnIds: ['service-notices'],
};
