import { decisionKinds, findDecisionKind, tableThreeRows, type DecisionKindCode } from './decision-kinds';
import { remedyText } from './remedy';

const bodies = {
  reviewOrgan: '栖河区人民政府',
  reviewAddress: '栖河区榆钱路1号',
  court: '栖河区人民法院',
  courtAddress: '栖河区柳浪路9号',
};
const kinds = Object.entries(decisionKinds);

describe('decision kinds', () => {
  test('all kinds together -> reach every row of table three', () => {
    const reached = new Set(kinds.map(([, kind]) => kind.row));
    expect([...reached].sort()).toEqual(Object.keys(tableThreeRows).sort());
  });

  test('table three -> 21 rows, as in the official form', () => expect(Object.keys(tableThreeRows)).toHaveLength(21));

  test.each(['一', '二', '三', '四', '五', '六', '七'])('Art. 36 (%s) -> has a kind', item => {
    expect(kinds.some(([, kind]) => kind.article.includes(`第三十六条第（${item}）项`))).toBe(true);
  });

  test.each<[DecisionKindCode, string, string | null]>([
    ['granted', 'granted', null],
    ['partial', 'partial', 'review_first'],
    ['denied_safety', 'denied.safety', 'review_first'],
    ['special_rules', 'denied.inquiry', 'either'],
    ['not_existing', 'unable.notHeld', 'either'],
    ['not_responsible', 'unable.notHeld', 'either'],
    ['withdrawn', 'other.other', null],
  ])('%s -> row %s, remedy %p', (code, row, remedy) => expect(decisionKinds[code]).toMatchObject({ row, remedy }));

  test('remedy -> with every negative kind and with no other', () => {
    for (const [code, kind] of kinds) {
      expect(remedyText(code as DecisionKindCode, bodies) !== null).toBe(kind.negative);
    }
  });

  test('not disclosed -> review first, 60 days, then 15 days to the court, no six months', () => {
    const text = remedyText('denied_internal', bodies) ?? '';
    expect(text).toContain('应当先申请行政复议');
    expect(text).toContain('60日内向栖河区人民政府（地址：栖河区榆钱路1号）');
    expect(text).toContain('15日内向栖河区人民法院（地址：栖河区柳浪路9号）');
    expect(text).not.toContain('6个月');
  });

  test('other negative replies -> 60 days of review or six months to the court', () => {
    const text = remedyText('not_existing', bodies) ?? '';
    expect(text).toContain('60日内');
    expect(text).toContain('6个月内');
    expect(text).not.toContain('应当先');
  });

  test.each(['granted', 'toString', 'nothing'])('findDecisionKind: %s -> by its own name only', code => {
    expect(findDecisionKind(code) !== null).toBe(code === 'granted');
  });
});
