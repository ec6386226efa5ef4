import { ENTRY_FIELDS } from '@bandeng/contracts/schemas';
import type { EditionEntry } from '@bandeng/contracts/types';
import { findEntries, groupKeysOf, treeRows } from './tree';

function entryOf(id: string, domain: string, path: string[], texts: Partial<EditionEntry['texts']> = {}): EditionEntry {
  const empty = Object.fromEntries(ENTRY_FIELDS.map(field => [field, ''])) as EditionEntry['texts'];
  const domainRef = { id: `dom-${domain}`, name: domain };
  return {
    id,
    domain: domainRef,
    path,
    number: '',
    texts: { ...empty, name: id, ...texts },
    commentIds: [],
    mayEdit: true,
  };
}
const seen = (rows: ReturnType<typeof treeRows>) => rows.map(row => `${'  '.repeat(row.level - 1)}${row.name}`);

const entries = [
  entryOf('招生计划', '义务教育', ['招生']),
  entryOf('学区划分', '义务教育', ['招生', '范围'], { basis: '《义务教育法》' }),
  entryOf('教师招聘', '义务教育', []),
  entryOf('晚来的招生', '义务教育', ['招生']),
  entryOf('排污许可', '生态环境', []),
];

describe('treeRows', () => {
  test('nothing open -> the domains, with how many entries each has', () => {
    const rows = treeRows(entries, () => false);
    expect(rows.map(row => [row.name, row.kind === 'group' && row.count])).toEqual([
      ['义务教育', 4],
      ['生态环境', 1],
    ]);
  });

  test('all open -> groups where they first occur, a late entry among its own', () => {
    expect(seen(treeRows(entries, () => true))).toEqual([
      '义务教育',
      '  招生',
      '    招生计划',
      '    范围',
      '      学区划分',
      '    晚来的招生',
      '  教师招聘',
      '生态环境',
      '  排污许可',
    ]);
  });

  test('the groups of an entry open -> it is seen', () => {
    const open = new Set(groupKeysOf(entries[1]!));
    expect(seen(treeRows(entries, key => open.has(key)))).toContain('      学区划分');
  });

  test('two domains with a group of the same name -> open one by one', () => {
    const same = [entryOf('甲', '一', ['公开']), entryOf('乙', '二', ['公开'])];
    const open = new Set([...groupKeysOf(same[0]!), 'dom-二']);
    expect(seen(treeRows(same, key => open.has(key)))).toEqual(['一', '  公开', '    甲', '二', '  公开']);
  });
});

describe('findEntries', () => {
  test('a word of any column or of what stands above -> those entries; nothing asked -> all', () => {
    expect(findEntries(entries, '教育法').map(({ id }) => id)).toEqual(['学区划分']);
    expect(findEntries(entries, '范围').map(({ id }) => id)).toEqual(['学区划分']);
    expect(findEntries(entries, ' ')).toBe(entries);
    expect(findEntries(entries, '没有的词')).toEqual([]);
  });
});
