import fc from 'fast-check';
import { numberOfScanned, slipNumberOf, slipNumberText, slipScene, withCheckDigit } from './slip-number';

const seven = fc.stringMatching(/^\d{7}$/);
const secret = fc.stringMatching(/^[2-9a-hjkmnp-z]{20}$/);
const at = fc.integer({ min: 0, max: 7 });

describe('the short number on a slip', () => {
  it('any seven digits -> a number that is taken, however it is spaced or written', () => {
    fc.assert(
      fc.property(seven, digits => {
        const number = withCheckDigit(digits);
        const wide = [...number].map(digit => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('');
        expect(
          [number, slipNumberText(number), ` ${number.slice(0, 3)}-${number.slice(3)} `, wide].map(slipNumberOf),
        ).toEqual([number, number, number, number]);
      }),
    );
  });

  it('one digit typed wrong -> refused', () => {
    fc.assert(
      fc.property(seven, at, fc.integer({ min: 1, max: 9 }), (digits, place, by) => {
        const number = withCheckDigit(digits);
        const wrong = (Number(number[place]) + by) % 10;
        expect(slipNumberOf(number.slice(0, place) + wrong + number.slice(place + 1))).toBeNull();
      }),
    );
  });

  it('two neighbours changed about -> refused, unless they are alike', () => {
    fc.assert(
      fc.property(seven, fc.integer({ min: 0, max: 6 }), (digits, place) => {
        const number = withCheckDigit(digits);
        const [one, other] = [number[place]!, number[place + 1]!];
        const changed = number.slice(0, place) + other + one + number.slice(place + 2);
        expect(slipNumberOf(changed)).toBe(one === other ? number : null);
      }),
    );
  });

  it('a digit too few or too many, a letter, nothing -> refused', () => {
    const number = withCheckDigit('5720417');
    expect([number.slice(1), `${number}0`, `${number.slice(0, 7)}a`, ''].map(slipNumberOf)).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});

describe('the code on a slip', () => {
  it('scanned as an address, as a path of the mini-program, or alone -> its number; within WeChat’s scene', () => {
    fc.assert(
      fc.property(seven, secret, (digits, hidden) => {
        const number = withCheckDigit(digits);
        const scene = slipScene(number, hidden);
        expect(scene).toMatch(/^[0-9a-z]{1,32}$/);
        const page = `subpackages/reading/slip/index?scene=${scene}`;
        expect([scene, `https://example.gov.cn/m/#/${page}`, page].map(numberOfScanned)).toEqual([
          number,
          number,
          number,
        ]);
      }),
    );
  });

  it('a poster’s code, a payment code, a number with its check digit wrong -> no slip', () => {
    const wrong = `12345678${'a'.repeat(20)}`;
    expect(['https://x.cn/m/#/p?scene=abcdefgh23', 'wxp://f2f0abc', wrong, ''].map(numberOfScanned)).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});
