import { answersOf } from './use-tell-me';

test('answers of WeChat: its errMsg and words it does not document -> left out', () => {
  expect(
    answersOf({
      errMsg: 'requestSubscribeMessage:ok',
      'tmpl-1': 'accept',
      'tmpl-2': 'reject',
      'tmpl-3': 'acceptWithAlert',
    }),
  ).toEqual({ 'tmpl-1': 'accept', 'tmpl-2': 'reject' });
});
