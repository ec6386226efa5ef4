import type { Block } from '@bandeng/contracts/schemas';
import { findsIn, givenOf, maskIn, onlyIn, sayPlace, type NoticeContent } from './content';

const PHONE = '19900000001';
const p = (text: string): Block => ({ type: 'paragraph', children: [{ text }] });
const content = (change: Partial<NoticeContent> = {}): NoticeContent => ({
  title: '甲',
  kind: 'announcement',
  unitId: 'civil-affairs',
  columnIds: [],
  keyPoints: [],
  body: [],
  attachmentIds: [],
  entryIds: [],
  areaIds: [],
  relatedIds: [],
  ...change,
});

describe('the content of a draft', () => {
  test('as it is sent: fields that were emptied and points without words are not there, the title always is', () => {
    const given = givenOf(content({ title: '', documentNumber: '', madeOn: undefined, keyPoints: ['甲', ' '] }));
    expect(given).toEqual({ ...content({ title: '' }), keyPoints: ['甲'] });
    expect(Object.keys(given)).not.toContain('documentNumber');
  });

  test.each<[string, Partial<NoticeContent>, string]>([
    ['the title', { title: `电话${PHONE}` }, 'title'],
    ['a point', { keyPoints: ['甲', `打${PHONE}`] }, 'keyPoints.1'],
    ['how one objects', { posting: { unit: 'days', objection: `打${PHONE}` } }, 'posting.objection'],
    ['where it is posted', { limited: { group: '', contact: '', postedAt: `问${PHONE}` } }, 'limited.postedAt'],
  ])('a number in %s -> found there, and masked there', (_, change, path) => {
    const before = content(change);
    const [find] = findsIn(before);
    expect(find).toMatchObject({ path, kind: '手机号', masked: '199****0001' });
    const after = maskIn(before, find!);
    expect(findsIn(after)).toEqual([]);
    expect(JSON.stringify(after)).toBe(JSON.stringify(before).replace(PHONE, '199****0001'));
  });

  test('a number in the body -> found by its block; the contact of a limited notice is meant to be read', () => {
    const table: Block = { type: 'table', caption: '名单', head: ['姓名', '电话'], rows: [['王*', PHONE]] };
    const limited = { group: '', postedAt: '', contact: PHONE };
    expect(findsIn(content({ body: [p('甲'), table], limited })).map(({ path }) => path)).toEqual(['body.1']);
  });

  test('a place -> said by what stands there', () => {
    const body = [p('早上七点开门，晚上十点关门')];
    expect(sayPlace('body.0.children.0', body)).toBe('正文第 1 块“早上七点开门，晚上十点关…”');
    expect(sayPlace('keyPoints.1', body)).toBe('要点第 2 条');
    expect(sayPlace('posting.to', body)).toBe('公示期');
  });

  test('two versions -> the facts that differ, and the blocks that only one has', () => {
    const mine = content({ body: [p('甲'), p('乙')], documentNumber: '栖民发〔2026〕3号' });
    expect(onlyIn(mine, content({ body: [p('甲'), p('丙')] }))).toEqual({ facts: ['文号'], blocks: [p('乙')] });
  });
});
