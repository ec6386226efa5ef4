import { receiptOf, requestChannels, type ReceiptFault, type RequestChannel } from './request-receipt';

const TODAY = '2026-11-16';

describe('the day of receipt, channel by channel (Art. 31)', () => {
  test.each<[RequestChannel, string, string | undefined, string | null]>([
    ['mini_program', '2026-11-13', undefined, null],
    ['mini_program', '2026-11-13', '2026-11-16', '2026-11-16'],
    ['h5', '2026-11-15', '2026-11-16', '2026-11-16'],
    ['window', '2026-11-16', undefined, '2026-11-16'],
    ['window', '2026-11-10', undefined, '2026-11-10'],
    ['window', '2026-11-10', '2026-11-10', '2026-11-10'],
    ['spoken', '2026-11-12', undefined, '2026-11-12'],
    ['post_signed', '2026-11-09', '2026-11-12', '2026-11-12'],
    ['post_signed', '2026-11-12', '2026-11-12', '2026-11-12'],
    ['post_plain', '2026-11-12', '2026-11-13', '2026-11-13'],
    ['post_plain', '2026-11-12', undefined, null],
    ['fax', '2026-11-13', '2026-11-16', '2026-11-16'],
    ['fax', '2026-11-13', undefined, null],
    ['email', '2026-11-14', '2026-11-16', '2026-11-16'],
  ])('%s: submitted %s, then %s -> received %s', (channel, submittedOn, receivedOn, expected) => {
    expect(receiptOf(channel, { submittedOn, receivedOn }, TODAY)).toEqual({ receivedOn: expected });
  });

  test.each<[RequestChannel, string, string | undefined, ReceiptFault['field']]>([
    ['window', '2026-11-17', undefined, 'submittedOn'],
    ['window', '2026-11-12', '2026-11-13', 'receivedOn'],
    ['spoken', '2026-11-17', '2026-11-17', 'submittedOn'],
    ['post_signed', '2026-11-12', undefined, 'receivedOn'],
    ['post_signed', '2026-11-12', '2026-11-11', 'receivedOn'],
    ['post_signed', '2026-11-12', '2026-11-17', 'receivedOn'],
    ['post_plain', '2026-11-12', '2026-11-17', 'receivedOn'],
    ['fax', '2026-11-12', '2026-11-10', 'receivedOn'],
    ['email', '2026-11-18', '2026-11-18', 'submittedOn'],
  ])('%s: submitted %s, then %s -> refused at %s with a sentence', (channel, submittedOn, receivedOn, field) => {
    expect(receiptOf(channel, { submittedOn, receivedOn }, TODAY)).toEqual({
      fault: { field, message: expect.stringMatching(/。$/) },
    });
  });

  test('every channel -> its rule names the article', () => {
    for (const { rule } of Object.values(requestChannels)) expect(rule).toContain('第三十一条');
  });
});
