import type { ListRow } from './parse-list';
import { proposeEdits, rowChanges } from './propose-changes';

const row = (given: Partial<ListRow> = {}): ListRow => ({
  name: '占用城市绿地审批',
  code: 'A1',
  category: '行政许可',
  basis: '《城市绿化条例》第十九条',
  unitText: '区城管局',
  ...given,
});
const entry = {
  name: '占用城市绿地审批结果',
  basis: ['《政府信息公开条例》', '《城市绿化条例》（2017 年修订）'],
  publisherText: '区城管局、各街道办事处',
};

describe('rowChanges', () => {
  test('a law and an office that changed -> those columns; a new item -> all it says', () => {
    const after = row({ basis: '《园林绿化条例》', unitText: '区园林局' });
    expect(rowChanges(row(), after).map(({ label }) => label)).toEqual(['依据', '实施主体']);
    expect(rowChanges(null, row())).toHaveLength(5);
    expect(rowChanges(row(), row())).toEqual([]);
  });
});

describe('proposeEdits', () => {
  test('another law -> the line of the old one goes, the new one comes, the others stay', () => {
    expect(proposeEdits(row(), row({ basis: '《园林绿化条例》第八条' }), entry)).toEqual([
      {
        field: 'basis',
        label: '公开依据',
        before: '《政府信息公开条例》\n《城市绿化条例》（2017 年修订）',
        after: '《政府信息公开条例》\n《园林绿化条例》',
      },
    ]);
  });

  test('another article of the same law, another category -> nothing', () => {
    expect(proposeEdits(row(), row({ basis: '《城市绿化条例》第二十条', category: '其他' }), entry)).toEqual([]);
  });

  test('renamed, another office -> rewritten where the entry repeats them, left alone where not', () => {
    const after = row({ name: '临时占用城市绿地审批', unitText: '区园林局' });
    expect(proposeEdits(row(), after, entry).map(edit => edit.after)).toEqual([
      '临时占用城市绿地审批结果',
      '区园林局、各街道办事处',
    ]);
    expect(proposeEdits(row(), after, { ...entry, name: '绿地审批', publisherText: '街道' })).toEqual([]);
  });

  test('all laws of an entry go -> no empty column is proposed', () => {
    const bare = { ...entry, basis: ['《城市绿化条例》'] };
    expect(proposeEdits(row(), row({ basis: null }), bare)).toEqual([]);
  });
});
