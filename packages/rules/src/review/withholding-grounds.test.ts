import { sayWithholding, withholdingGrounds, type WithholdingGroundCode } from './withholding-grounds';

describe('grounds for not publishing', () => {
  test('articles -> 13 to 16 of the 条例, those for not giving at all from 14 on', () => {
    for (const { attribute, article } of Object.values(withholdingGrounds)) {
      expect(article).toMatch(attribute === 'on_request' ? /^第十三条/ : /^第十[四五六]条/);
    }
  });

  test.each<[WithholdingGroundCode, string]>([
    ['not_general', '依申请公开：第十三条、第十九条，不涉及公众利益调整，也不需要公众广泛知晓或者参与决策'],
    ['enforcement', '不予公开：第十六条第二款，行政执法案卷信息'],
  ])('%s -> said in one line', (code, line) => {
    expect(sayWithholding(code)).toBe(line);
  });
});
