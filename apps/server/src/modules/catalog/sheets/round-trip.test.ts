import fc from 'fast-check';
import { repositoryRoot } from '../../../platform/root';
import { readStandardDomains } from '../domains';
import type { EntryFields } from '../entry-fields';
import { entryFromTexts } from '../entry-from-texts';
import { buildSheet } from './build-sheet';
import { layoutDomain } from './layout';
import { parseCatalog } from './parse-catalog';
import { columnLetters } from './sheet';

const domains = readStandardDomains(repositoryRoot());

/** Words that mean something to the reader, in places where they are only words. */
const words = fc.constantFrom(
  '补贴',
  '标准',
  '结果',
  '同上',
  '注：',
  '合计',
  '公开内容',
  '公开依据',
  '全社会',
  '主动',
  '县级',
  '■',
  '□',
  '●',
  '〇',
  '√',
  '×',
  '1',
  '2.',
  '0086',
  '一',
  '—',
  '/',
  '（',
  '）',
  '：',
  '、',
  '\n',
  ' ',
  '其他',
  '政府网站',
  '特定群体',
  '《',
  '》',
  '必选',
  '可选',
  '不予公开',
  '备注',
  '=1+1',
  'R',
  '〃',
);
const text = fc.array(words, { minLength: 1, maxLength: 5 }).map(parts => parts.join(''));
const maybe = fc.option(text, { nil: undefined });
const entry = fc
  .record({
    path: fc.array(fc.constantFrom('甲', '乙', '补贴', '公开事项'), { minLength: 1, maxLength: 2 }),
    name: text,
    content: text,
    basis: text,
    timeLimits: text,
    publisher: text,
    channels: fc.constantFrom(
      '■政府网站',
      '■政府网站：部门子站\n□其他：微信群',
      '政府网站、楼道喇叭',
      '□公报 ■公示栏（村）',
    ),
    audience: fc.option(fc.oneof(text, fc.constantFrom('全社会', '特定群体', '特定群体：老人')), { nil: undefined }),
    mode: fc.constantFrom('主动', '依申请', '主动、依申请', undefined),
    level: fc.constantFrom('县级', '市级、村级', undefined),
    stage: fc.constantFrom('决策', undefined),
    attribute: fc.constantFrom('主动公开', '依申请公开', '不予公开', undefined),
    office: maybe,
    category: maybe,
    siteColumn: maybe,
    phone: maybe,
    supervisionPhone: maybe,
    ground: maybe,
  })
  .map(({ path, name, ...texts }): EntryFields | null => {
    const given = Object.fromEntries(Object.entries(texts).filter(([, value]) => value !== undefined));
    return entryFromTexts({ path, name, number: '1', texts: given }).value ?? null;
  })
  .filter(made => made !== null && made.name !== '' && made.content.length > 0 && made.basis.length > 0);

const read = (entries: readonly EntryFields[]) => {
  const { rows, merges, name } = layoutDomain('养老服务', entries);
  const range = (m: { top: number; left: number; bottom: number; right: number }) =>
    `${columnLetters(m.left)}${m.top + 1}:${columnLetters(m.right)}${m.bottom + 1}`;
  return parseCatalog(
    [
      buildSheet(
        rows.map(row => row.map(String)),
        { name, merges: merges.map(range) },
      ),
    ],
    { domains },
  );
};
test('round trip: whatever an office writes -> the sheet made of it reads back the same, without a problem', () => {
  fc.assert(
    fc.property(fc.array(entry, { minLength: 1, maxLength: 3 }), made => {
      const entries = made.map((one, at) => ({ ...one!, number: String(at + 1), name: `${one!.name}${at}` }));
      const found = read(entries);
      expect(found.problems).toEqual([]);
      expect(found.domains[0]!.entries).toEqual(entries);
    }),
    { numRuns: 150 },
  );
});
