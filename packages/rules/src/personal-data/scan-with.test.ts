import { maskScanned, scanTable, scanText, type ScanKind } from './scan';
import { card, idNumber, mobile, split, wide } from './scan-samples.fixtures';

/** Texts that must not be published as they are, and what is in each. */
const texts: [text: string, ...kinds: ScanKind[]][] = [
  // ID numbers
  [`申请人身份证号${idNumber(1)}。`, 'idNumber'],
  [`证件号码：${idNumber(2)}`, 'idNumber'],
  [`（${idNumber(3)}）`, 'idNumber'],
  [`身份证 ${split(idNumber(4), [6, 8], ' ')}`, 'idNumber'],
  [`身份证 ${split(idNumber(5), [6, 4, 4], ' ')}`, 'idNumber'],
  [`身份证 ${split(idNumber(6), [4, 4, 4, 4], ' ')}`, 'idNumber'],
  [`身份证 ${split(idNumber(7), [6, 8], '-')}`, 'idNumber'],
  [`身份证 ${split(idNumber(8), [3, 3, 4, 4], '　')}`, 'idNumber'],
  [`公民身份号码 ${[...idNumber(9)].join(' ')}`, 'idNumber'],
  [`公民身份号码 ${[...idNumber(10)].join('\u00a0')}`, 'idNumber'],
  [wide(idNumber(11)), 'idNumber'],
  [`户主证件${wide(split(idNumber(12), [6, 8], '　'))}，两口人`, 'idNumber'],
  [`身份证号码：11010519491231002x`, 'idNumber'],
  ['身份证号码：11010519491231002Ｘ', 'idNumber'],
  [`证件 ${split(idNumber(13), [12], '\n')} 等`, 'idNumber'],
  [`证件 ${split(idNumber(14), [6, 8], '\u200b')}`, 'idNumber'],
  [`${idNumber(15)}${'、'}${idNumber(16)}`, 'idNumber', 'idNumber'],
  [`${idNumber(17)} ${idNumber(18)}`, 'idNumber', 'idNumber'],
  [`1、${idNumber(19)}；2、${idNumber(20)}`, 'idNumber', 'idNumber'],
  [`低保名单（2026年）${idNumber(21)}已核`, 'idNumber'],
  [`文件名 ${idNumber(22)}.pdf`, 'idNumber'],
  [`危房改造_${idNumber(23)}_审批表`, 'idNumber'],
  [`证件：${split(idNumber(24), [6, 4, 2, 2], ' ')}，已登记`, 'idNumber'],
  [`身份证号 110101${'900307'}801 已换发`, 'idNumber'],
  [`老证件号码：110101850506302`, 'idNumber'],
  [`Name: Lin, ID ${idNumber(25)}`, 'idNumber'],
  [`户主${idNumber(26)}享受补贴1200元`, 'idNumber'],
  [`${idNumber(27)}，${mobile(27)}`, 'idNumber', 'mobile'],
  [`身份证${idNumber(28)}银行卡${card(28)}`, 'idNumber', 'bankCard'],
  [`身份证号码:${split(idNumber(29), [6, 8], ' - ')}`, 'idNumber'],
  // mobiles
  [`联系电话：${mobile(1)}`, 'mobile'],
  [`手机${mobile(2)}（微信同号）`, 'mobile'],
  [`电话 ${split(mobile(3), [3, 4], ' ')}`, 'mobile'],
  [`电话 ${split(mobile(4), [3, 4], '-')}`, 'mobile'],
  [`电话 ${split(mobile(5), [3, 4], '.')}`, 'mobile'],
  [`电话 ${split(mobile(6), [4, 4], ' ')}`, 'mobile'],
  [`电话 ${split(mobile(7), [3, 3], ' ')}`, 'mobile'],
  [`电话 ${split(mobile(8), [3, 4], '  ')}`, 'mobile'],
  [`电话 ${[...mobile(9)].join(' ')}`, 'mobile'],
  [`电话 ${split(mobile(10), [3, 4], '\u2009')}`, 'mobile'],
  [`电话 ${split(mobile(11), [5], '\u200b')}`, 'mobile'],
  [wide(mobile(12)), 'mobile'],
  [`电话：${wide(split(mobile(13), [3, 4], '　'))}`, 'mobile'],
  [`+86${mobile(14)}`, 'mobile'],
  [`＋８６ ${mobile(15)}`, 'mobile'],
  [`0086-${mobile(16)}`, 'mobile'],
  [`传真0599-5550101，手机${mobile(17)}`, 'mobile'],
  [`${mobile(18)}/${mobile(19)}`, 'mobile', 'mobile'],
  [`${mobile(20)} ${mobile(21)} ${mobile(22)}`, 'mobile', 'mobile', 'mobile'],
  [`报名表-${mobile(23)}.docx`, 'mobile'],
  [`林某${mobile(24)}周某${mobile(25)}`, 'mobile', 'mobile'],
  [`2026-11-21 ${mobile(26)} 已回访`, 'mobile'],
  [`tel:${mobile(27)}`, 'mobile'],
  [`电话：${split(mobile(28), [3, 4], '–')}`, 'mobile'],
  [`值班人员手机：${mobile(29)}；座机：5550102`, 'mobile'],
  [`共3户，${mobile(30)}，补2000元`, 'mobile'],
  // bank cards
  [`开户账号：${card(1)}`, 'bankCard'],
  [`卡号 ${card(2, 16)}`, 'bankCard'],
  [`卡号 ${card(3, 17)}`, 'bankCard'],
  [`卡号 ${card(4, 18)}`, 'bankCard'],
  [`卡号 ${split(card(5), [4, 4, 4, 4], ' ')}`, 'bankCard'],
  [`卡号 ${split(card(6, 16), [4, 4, 4], ' ')}`, 'bankCard'],
  [`卡号 ${split(card(7, 16), [4, 4, 4], '-')}`, 'bankCard'],
  [`卡号 ${split(card(8), [6], ' ')}`, 'bankCard'],
  [`卡号 ${[...card(9)].join(' ')}`, 'bankCard'],
  [`卡号 ${split(card(10), [10], '\n')}`, 'bankCard'],
  [wide(card(11)), 'bankCard'],
  [`一卡通：${wide(split(card(12), [4, 4, 4, 4], '　'))}`, 'bankCard'],
  [`${card(13)} ${card(14)}`, 'bankCard', 'bankCard'],
  [`${card(15)}，${card(16)}`, 'bankCard', 'bankCard'],
  [`户主银行账户${card(17)}，金额600元`, 'bankCard'],
  [`发放表_${card(18)}.xlsx`, 'bankCard'],
  [`卡号：${split(card(19), [4, 4, 4, 4], '\u00a0')}`, 'bankCard'],
  [`农信社 ${split(card(20), [6, 6], ' ')}`, 'bankCard'],
  [`账户${card(21)}（${mobile(31)}）`, 'bankCard', 'mobile'],
  [`社保卡金融账户 ${card(22, 19)} 已激活`, 'bankCard'],
  // addresses
  ['家住柳营街道槐影小区3幢2单元402室', 'address'],
  ['住址：栖河区槐影路12号', 'address'],
  ['住槐影小区 3 号楼 1 单元 501', 'address'],
  ['槐影花园5栋1203室业主', 'address'],
  ['河坪新村12号402室漏水', 'address'],
  ['现住柳林苑3-2-402', 'address'],
  ['户籍地址：云溪镇柳湾村七组15号', 'address'],
  ['柳湾村12号周某家', 'address'],
  ['云溪家园Ａ座１２０３室', 'address'],
  ['槐影小区三幢二单元四〇二室', 'address'],
  ['申请人住所：河坪路88弄6号301室', 'address'],
  ['户主家庭住址为河坪巷7号', 'address'],
  ['被征收人住槐影街3号', 'address'],
  ['受助人家住云溪村第3组附12号', 'address'],
  ['加装电梯：槐影小区7幢1单元301室至602室', 'address'],
  ['业主：柳林小区 2 号楼 3 单元 6 层 601 室', 'address'],
  ['本人租住河坪公寓B座908室', 'address'],
  ['公租房配租：云溪苑 1幢 2单元 1102', 'address'],
  // minors
  ['槐影小学三年级（2）班学生林小满获一等奖', 'minor'],
  ['受助学生姓名：周文兰，就读学校：河坪中学', 'minor'],
  ['其子赵一鸣就读于云溪实验学校', 'minor'],
  ['柳林幼儿园大一班小朋友陈果果', 'minor'],
  ['栖河一中高二3班：林小满、周文兰、何叶', 'minor', 'minor', 'minor'],
  ['欧阳小华同学是河坪小学五年级2班的班长', 'minor'],
  ['低保户女儿沈安安，云溪中学初二在读', 'minor'],
  ['何小舟（10岁），槐影小学四年级', 'minor'],
];

describe('scanText: with personal data', () => {
  test('the table -> a hundred texts', () => expect(texts.length + tables.length).toBeGreaterThanOrEqual(100));

  test.each(texts)('%j -> %s', (text, ...kinds) => {
    const finds = scanText(text);
    expect(finds.map(find => find.kind)).toEqual(kinds);
    for (const find of finds) expect(text.slice(find.start, find.end)).toBe(find.text);
    expect(scanText(maskScanned(text))).toEqual([]);
  });
});

const tables: [what: string, rows: string[][], found: [kind: ScanKind, row: number, column: number][]][] = [
  [
    'a number in a cell',
    [
      ['姓名', '证件'],
      ['林**', idNumber(40)],
    ],
    [['idNumber', 1, 1]],
  ],
  ['one digit in a cell', [['证件', ...idNumber(41)]], [['idNumber', 0, 1]]],
  ['one full-width digit in a cell', [['手机', ...wide(mobile(41)), '备注']], [['mobile', 0, 1]]],
  [
    'names beside schools',
    [
      ['序号', '学生姓名', '学校', '金额'],
      ['1', '林小满', '槐影小学', '500'],
      ['2', '周 兰', '河坪中学', '500'],
    ],
    [
      ['minor', 1, 1],
      ['minor', 2, 1],
    ],
  ],
  [
    'names of several parts, a column of classes',
    [
      ['姓名', '班级'],
      ['阿依古丽·买买提', '三年级2班'],
    ],
    [['minor', 1, 0]],
  ],
  ['no header', [['林小满', '槐影小学三年级', '一等奖']], [['minor', 0, 0]]],
  [
    'a card, a phone, a door in a row',
    [['周**', card(42), split(mobile(42), [3, 4], ' '), '柳林苑3幢1单元402室']],
    [
      ['bankCard', 0, 1],
      ['mobile', 0, 2],
      ['address', 0, 3],
    ],
  ],
];

describe('scanTable: with personal data', () => {
  test.each(tables)('%s -> found in its cell', (_, rows, found) => {
    expect(scanTable(rows).map(({ kind, row, column }) => [kind, row, column])).toEqual(found);
  });

  test('a caption that names the class -> every name of the list', () => {
    const rows = [
      ['序号', '姓名'],
      ['1', '林小满'],
      ['2', '周文兰'],
    ];
    expect(scanTable(rows, '槐影小学三年级2班学生名单').map(({ row }) => row)).toEqual([1, 2]);
    expect(scanTable(rows, '会议签到')).toEqual([]);
  });

  test('a title over the header -> it says what the table is about', () => {
    const rows = [
      ['柳林幼儿园大班名单', ''],
      ['', ''],
      ['序号', '姓名'],
      ['1', '林小满'],
    ];
    expect(scanTable(rows).map(({ row, column }) => [row, column])).toEqual([[3, 1]]);
  });

  test('one digit in a cell -> the find reaches from the first to the last', () => {
    expect(scanTable([['证', ...idNumber(43)]])).toMatchObject([{ column: 1, lastColumn: 18, start: 0, end: 1 }]);
  });
});
