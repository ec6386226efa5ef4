import fc from 'fast-check';
import { findPersonalData, maskPersonalData } from './find-personal-data';
import { isCreditCode, isIdNumber, isOldIdNumber, passesLuhn } from './identifiers';

/** Numbers made up for the tests: the check digit is computed, the rest is counted up. */
function idNumber(birth = '19900307', serial = '801', region = '110101'): string {
  const head = region + birth + serial;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(head[index]), 0);
  return head + '10X98765432'.charAt(sum % 11);
}
function card(length = 16, head = '622200'): string {
  const body = head.padEnd(length - 1, '0123456789');
  const check = [...'0123456789'].find(digit => passesLuhn(body + digit)) ?? '';
  return body + check;
}
const kinds = (text: string) => findPersonalData(text).map(find => find.kind);

describe('identifiers', () => {
  test('isIdNumber: computed check digit -> true, any other -> false', () => {
    const good = idNumber();
    expect(isIdNumber(good)).toBe(true);
    expect(isIdNumber(good.slice(0, 17) + (good.endsWith('1') ? '2' : '1'))).toBe(false);
    // The sample printed in GB 11643-1999.
    expect(isIdNumber('11010519491231002X')).toBe(true);
    expect(isIdNumber('11010519491231002x')).toBe(true);
  });

  test.each([
    ['a day that does not exist', idNumber('19900230')],
    ['a year before 1900', idNumber('18991231')],
    ['a province that does not exist', idNumber('19900307', '801', '990101')],
    ['17 characters', idNumber().slice(0, 17)],
  ])('isIdNumber: %s -> false', (_, number) => expect(isIdNumber(number)).toBe(false));

  test('isOldIdNumber: real date -> true, other -> false', () => {
    expect(isOldIdNumber('110101900307801')).toBe(true);
    expect(isOldIdNumber('110101901307801')).toBe(false);
  });

  test.each([
    ['91350100M000100Y43', true], // the sample printed in GB 32100-2015
    ['91350100M000100Y44', false],
    ['91350100I000100Y43', false],
    ['9135010', false],
  ])('isCreditCode: %s -> %p', (code, expected) => expect(isCreditCode(code)).toBe(expected));
});

describe('findPersonalData', () => {
  test('a sentence with all three -> each with its place and mask', () => {
    const text = `户主身份证${idNumber()}，电话13800001234，补贴打入${card()}。`;
    const finds = findPersonalData(text);
    expect(finds.map(find => find.kind)).toEqual(['idNumber', 'mobile', 'bankCard']);
    for (const find of finds) expect(text.slice(find.start, find.end)).toBe(find.text);
    expect(finds.map(find => find.masked)).toEqual([
      expect.stringMatching(/^110\*{13}..$/),
      '138****1234',
      expect.stringMatching(/^\*{12}\d{4}$/),
    ]);
  });

  test.each([
    '13800001234',
    '138 0000 1234',
    '138-0000-1234',
    '１３８００００１２３４',
    '138　0000　1234',
    '+8613800001234',
    '+86 138 0000 1234',
    '008613800001234',
    '013800001234',
    '1 3 8 0 0 0 0 1 2 3 4',
    '2026-11-21 13800001234',
    'tel13800001234',
    '张三/13800001234',
    '13800001234。',
    '138–0000–1234',
  ])('mobile written %p -> found', text => expect(kinds(text)).toEqual(['mobile']));

  test.each([
    '12800001234',
    '1380000123',
    '138000012345',
    '金额13800001234.50元',
    '0.13800001234',
    '受理编号：13800001234',
    '第13800001234号',
    '15 20 30 40 50 6',
    '2020-330106-48-03-123456',
    '栖政发〔2026〕12号',
    '88880000',
    '2026-11-21 09:30:00',
  ])('no mobile: %p -> nothing', text => expect(findPersonalData(text)).toEqual([]));

  test('two mobiles side by side -> both', () => {
    expect(kinds('13800001234 13900001234')).toEqual(['mobile', 'mobile']);
    expect(kinds('13800001234/13900001234')).toEqual(['mobile', 'mobile']);
  });

  test('ID number: with gaps, full width, small x -> found once, as an ID number', () => {
    const number = idNumber();
    expect(kinds(`${number.slice(0, 6)} ${number.slice(6, 14)} ${number.slice(14)}`)).toEqual(['idNumber']);
    expect(kinds('１１０１０５１９４９１２３１００２Ｘ')).toEqual(['idNumber']);
    expect(kinds('11010519491231002x')).toEqual(['idNumber']);
  });

  test('ID number that passes Luhn too -> an ID number and no card', () => {
    const both = Array.from({ length: 900 }, (_, index) => idNumber('19900307', String(index + 100))).find(number =>
      passesLuhn(number),
    );
    expect(both).toBeDefined();
    expect(kinds(`证件 ${both}`)).toEqual(['idNumber']);
  });

  test('wrong check digit, longer run -> nothing', () => {
    const number = idNumber();
    const wrong = number.slice(0, 17) + (number.endsWith('5') ? '6' : '5');
    expect(kinds(`证${wrong}`).filter(kind => kind === 'idNumber')).toEqual([]);
    expect(findPersonalData(`${number.slice(0, 17)}00000`)).toEqual([]);
  });

  test('15 digits -> found only when asked for', () => {
    expect(findPersonalData('证件110101900307801')).toEqual([]);
    expect(findPersonalData('证件110101900307801', { oldIdNumbers: true })).toHaveLength(1);
  });

  test.each([16, 17, 18, 19])('card of %i digits -> found', length => {
    expect(kinds(`账号：${card(length)}`)).toEqual(['bankCard']);
  });

  test('card in groups, with a number after it -> found', () => {
    const groups = card().replace(/(\d{4})(?=\d)/g, '$1 ');
    expect(kinds(`卡号 ${groups}`)).toEqual(['bankCard']);
    expect(kinds(`${card()} 12户`)).toEqual(['bankCard']);
  });

  test.each([
    ['fails Luhn', card().slice(0, 15) + String((Number(card()[15]) + 1) % 10)],
    ['a serial number beginning with a date', card(18, '20261121')],
    ['a document number', `文号：${card()}`],
    ['followed by 号', `${card()}号`],
    ['inside 24 grouped digits', `${card().replace(/(\d{4})(?=\d)/g, '$1 ')} 0000 0000`],
    ['one digit repeated', '0000000000000000'],
    ['a credit code', '统一社会信用代码 91350100M000100Y43'],
  ])('no card: %s -> nothing', (_, text) => expect(findPersonalData(text)).toEqual([]));

  test('maskPersonalData: several finds -> all masked, the rest untouched', () => {
    expect(maskPersonalData('甲13800001234乙13900005678丙')).toBe('甲138****1234乙139****5678丙');
  });

  test('any text -> finds lie in order, do not overlap, and their offsets are right', () => {
    const pieces = fc.constantFrom(
      '电话',
      ' ',
      '-',
      '13800001234',
      card(),
      idNumber(),
      '〔2026〕',
      '号',
      'x',
      '+86',
      '5',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), list => {
        const text = list.join('');
        let end = 0;
        for (const find of findPersonalData(text)) {
          expect(find.start).toBeGreaterThanOrEqual(end);
          expect(text.slice(find.start, find.end)).toBe(find.text);
          end = find.end;
        }
      }),
    );
  });

  test('any ID number of the years 1900 to 2099 -> found, and what is left is masked', () => {
    const birth = fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(birth, fc.integer({ min: 1, max: 999 }), (date, serial) => {
        const day = date.toISOString().slice(0, 10).replaceAll('-', '');
        const number = idNumber(day, String(serial).padStart(3, '0'));
        expect(maskPersonalData(`（${number}）`)).toBe(`（${number.slice(0, 3)}${'*'.repeat(13)}${number.slice(-2)}）`);
      }),
    );
  });
});
