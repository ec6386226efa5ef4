import fc from 'fast-check';
import { maskBankCard, maskEmail, maskIdNumber, maskName, maskPhone } from './mask';

describe('masking', () => {
  test.each([
    ['张小祥', '张*祥'],
    ['朱红', '朱*'],
    ['朱', '*'],
    ['欧阳小华', '欧阳*华'],
    ['欧阳华', '欧阳*'],
    ['欧阳', '欧*'],
    ['司马', '司*'],
    ['王李小明', '王**明'],
    [' 林 小 满 ', '林*满'],
    ['𬭎明远', '𬭎*远'],
    ['阿依古丽·买买提', '阿***·***'],
    ['Mary Ann', 'M*** A**'],
    ['', ''],
    ['栖河区云溪街道办事处', '栖河区云溪街道办事处'],
    ['栖河春风物业管理有限公司', '栖河春风物业管理有限公司'],
    ['栖河区民政局', '栖河区民政局'],
    ['栖河商贸有限公司（分公司）', '栖河商贸有限公司（分公司）'],
  ])('maskName: %p -> %p', (name, masked) => expect(maskName(name)).toBe(masked));

  test('maskName: kind is known -> the ending is not looked at', () => {
    expect(maskName('老王', 'organization')).toBe('老王');
    expect(maskName('林中小学', 'person')).toBe('林**学');
  });

  test.each([
    ['13800001234', '138****1234'],
    ['+86 138-0000-1234', '138****1234'],
    ['0571-88880000', '057*******00'],
    ['110', '***'],
    ['', ''],
  ])('maskPhone: %p -> %p', (phone, masked) => expect(maskPhone(phone)).toBe(masked));

  test.each([
    ['11010119900307803X', '110*************3X'],
    ['H0123456', 'H01***56'],
    ['A123', '****'],
  ])('maskIdNumber: %p -> %p', (number, masked) => expect(maskIdNumber(number)).toBe(masked));

  test.each([
    ['6222 0000 0000 1234', '************1234'],
    ['1234', '****'],
  ])('maskBankCard: %p -> %p', (card, masked) => expect(maskBankCard(card)).toBe(masked));

  test.each([
    ['zhang@example.org', 'z***@example.org'],
    ['z@example.org', '***@example.org'],
    ['not an address', '**************'],
  ])('maskEmail: %p -> %p', (email, masked) => expect(maskEmail(email)).toBe(masked));

  test('maskName: any person of two or more characters -> at least one is hidden and none is added', () => {
    const names = fc
      .array(fc.constantFrom(...'林王欧阳小明司马红祥'), { minLength: 2, maxLength: 6 })
      .map(list => list.join(''));
    fc.assert(
      fc.property(names, name => {
        const masked = maskName(name, 'person');
        expect(masked).toHaveLength(name.length);
        expect(masked).toContain('*');
      }),
    );
  });
});
