import { csvCell } from './tables';

describe('csvCell', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['  @SUM(A1)', "'  @SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['-3', "'-3"],
    ['普通', '普通'],
    ['一行\n两行', '"一行\n两行"'],
  ])('csvCell: %j -> %j', (text, expected) => expect(csvCell(text)).toBe(expected));
});
