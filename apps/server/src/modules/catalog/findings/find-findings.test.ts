import { findDuplicates, findOmissions, lintEntries, type FindingEntry } from './find-findings';

let count = 0;
const entry = (name: string, given: Partial<FindingEntry> = {}): FindingEntry => {
  count += 1;
  const basis = ['《政府信息公开条例》'];
  const content = [{ text: `内容 ${count}`, required: true }];
  const place = { entryId: `e${count}`, domainId: 'd', position: count, path: [] };
  return { ...place, name, basis, content, publisherText: '区民政局', publisherUnitIds: ['civil'], ...given };
};
const names = (found: readonly { entry: FindingEntry }[]) => found.map(one => one.entry.name);

describe('lintEntries', () => {
  test('a fault of the name and a publisher that is nobody -> both, of the entry', () => {
    const found = lintEntries([
      entry('其他信息', { publisherUnitIds: [], publisherText: '有关部门' }),
      entry('补贴标准'),
    ]);
    expect(found.map(({ kind }) => kind)).toEqual(['naming', 'publisher']);
    expect(found[1]!.message).toContain('“有关部门”');
  });
});

describe('findDuplicates', () => {
  test('the same name at one place, spaces aside -> the later one, with the earlier', () => {
    const [first, second] = [entry('补贴 标准', { path: ['补贴'] }), entry('补贴标准', { path: ['补贴'] })];
    expect(findDuplicates([first, second])).toMatchObject([{ kind: 'same_name', entry: second, other: first }]);
  });

  test('the same name elsewhere or in another domain -> nothing; with the same content and basis -> same_basis', () => {
    const content = [{ text: '对象、标准', required: true }];
    const first = entry('补贴标准', { path: ['甲'], content });
    expect(findDuplicates([first, entry('补贴标准', { path: ['乙'] })])).toEqual([]);
    expect(findDuplicates([first, entry('补贴标准', { path: ['甲'], domainId: 'other', content })])).toEqual([]);
    const twin = entry('补贴标准', { path: ['乙'], content });
    expect(findDuplicates([first, twin])).toMatchObject([{ kind: 'same_basis', entry: twin, other: first }]);
  });
});

describe('findOmissions', () => {
  test('in the guide and not in ours -> named; by id, by name or nearly so in ours -> not', () => {
    const ours = [entry('高龄津贴发放结果'), entry('养老机构名单'), entry('改了名的一项', { entryId: 'same' })];
    const guide = [
      entry('高龄津贴发放结果公开'),
      entry('（一）养老机构名单'),
      entry('完全另一个名字', { entryId: 'same' }),
      entry('助餐点分布'),
      entry('别的领域的一项', { domainId: 'unknown' }),
    ];
    expect(names(findOmissions(ours, guide))).toEqual(['助餐点分布']);
  });
});
