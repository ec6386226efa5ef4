import { withCheckDigit } from '@bandeng/rules';
import { slipFormOf, slipOf, slipProblems, typingProblem, waitingSlips } from './slip-form';
import type { OutboxEntry } from './unsent';

const NUMBER = withCheckDigit('5720417');
const WRONG = NUMBER.slice(0, 7) + ((Number(NUMBER[7]) + 1) % 10);
const waiting = (id: string, data: object) => ({ id, body: { data: data as OutboxEntry['data'] } });

describe('a slip in a form of the workbench', () => {
  it('no number -> no slip and nothing wrong, whatever stands in the digits', () => {
    expect([
      slipProblems({ slipNumber: ' ', lastFour: '12' }, []),
      slipOf({ slipNumber: '', lastFour: '1234' }),
    ]).toEqual([{}, null]);
  });

  it('half typed -> quiet while typing, told when it is kept; wrong -> told at once', () => {
    expect(typingProblem(NUMBER.slice(0, 5))).toBeUndefined();
    expect(slipProblems({ slipNumber: NUMBER.slice(0, 5), lastFour: '' }, [])).toEqual({
      slipNumber: '编号是八位数字',
    });
    expect(typingProblem(WRONG)).toMatch(/^编号不对/);
    expect(slipProblems({ slipNumber: WRONG, lastFour: '' }, []).slipNumber).toMatch(/^编号不对/);
  });

  it('with its gap and four digits -> as the server takes it; three digits -> told', () => {
    const typed = `${NUMBER.slice(0, 4)} ${NUMBER.slice(4)}`;
    expect(slipOf({ slipNumber: typed, lastFour: '0042' })).toEqual({ number: NUMBER, lastFour: '0042' });
    expect(slipProblems({ slipNumber: typed, lastFour: '042' }, [])).toEqual({ lastFour: '写手机号的最后四位' });
    expect(slipFormOf(slipOf({ slipNumber: typed, lastFour: '' }))).toEqual({ slipNumber: NUMBER, lastFour: '' });
  });

  it('left with somebody else a moment ago, not sent yet -> told; of the record itself -> fine', () => {
    const records = [
      waiting('a', { kind: 'enquiry', slip: { number: NUMBER, lastFour: null } }),
      waiting('b', { kind: 'visit' }),
      waiting('c', { kind: 'comment', slip: null }),
    ];
    const form = { slipNumber: NUMBER, lastFour: '' };
    expect(slipProblems(form, waitingSlips(records, undefined)).slipNumber).toMatch(/换一张/);
    expect(slipProblems(form, waitingSlips(records, 'a'))).toEqual({});
  });
});
