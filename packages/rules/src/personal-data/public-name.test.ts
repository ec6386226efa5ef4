import { publicNameProblem } from './public-name';

describe('publicNameProblem', () => {
  test.each([
    '周文兰',
    '老街坊',
    '柳荫 老周',
    '槐影社区居民',
    '阿依古丽·买买提',
    'Mary Ann',
    '区长明',
    '3号楼王姨',
    '二〇七室',
    'བསོད་ནམས',
  ])('a name that a neighbour may have: %p -> nothing', name => expect(publicNameProblem(name)).toBeNull());

  test.each(['', '周', '周'.repeat(21)])('length of %p -> says how long', name =>
    expect(publicNameProblem(name)).toBe('写 2 到 20 个字'),
  );

  test.each(['老周19900000001', '周11010519491231002X', '周 1990 01', '周１９９００１'])(
    'number of somebody in %p -> says that all would see it',
    name => expect(publicNameProblem(name)).toBe('别写证件号、手机号，谁都看得到'),
  );

  test.each(['周文兰<b>', '老周@街口', 'example.org', '🙂🙂', '12', '· ·', '周\u200b文兰', '周\n文兰'])(
    'signs in %p -> says what may be used',
    name => expect(publicNameProblem(name)).toBe('只用字、数字和「·」'),
  );

  test.each([
    '区政府',
    '栖河区人民政府办公室',
    '管理员',
    '管 理 员',
    'Ａｄｍｉｎ',
    '民政局',
    '柳荫街道',
    '柳荫街道办',
    '张书记',
    '王局长',
    '社区网格员小李',
    '板凳客服',
    '栖河自来水公司',
    '政务服务中心',
    '栖河第一小学',
  ])('an office or who works there: %p -> says that others would be mistaken', name =>
    expect(publicNameProblem(name)).toContain('像机关'),
  );
});
