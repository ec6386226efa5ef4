import { fitTemplateValue, templateValueProblem } from './template-values';

test.each([
  ['thing1', '二十个字以内的文字都可以写', null],
  ['thing1', '字'.repeat(20), null],
  ['thing1', '字'.repeat(21), 'too_long'],
  ['thing1', '😀'.repeat(20), null],
  ['thing1', '一行\n两行', 'malformed'],
  ['thing1', '  ', 'empty'],
  ['thing1', 7, 'empty'],
  ['number2', '12.50', null],
  ['number2', '十二', 'malformed'],
  ['number2', '1'.repeat(33), 'too_long'],
  ['letter3', 'abcXYZ', null],
  ['letter3', 'abc1', 'malformed'],
  ['symbol4', '+-*', null],
  ['symbol4', '+a', 'malformed'],
  ['symbol4', '++++++', 'too_long'],
  ['character_string5', 'QH-2026-0001', null],
  ['character_string5', '栖公开2026', 'malformed'],
  ['time6', '15:01', null],
  ['time6', '2026年11月16日 15:01', null],
  ['time6', '15:01~16:30', null],
  ['time6', '25:01', 'malformed'],
  ['time6', '明天', 'malformed'],
  ['date7', '2026年11月16日', null],
  ['date7', '2026-11-16 15:01', null],
  ['date7', '2026年11月16日~2026年12月16日', null],
  ['date7', '15:01', 'malformed'],
  ['amount8', '¥100.05元', null],
  ['amount8', '100', null],
  ['amount8', '12345678901', 'malformed'],
  ['amount8', '一百元', 'malformed'],
  ['phone_number9', '+86-199-0000-0001', null],
  ['phone_number9', '1'.repeat(18), 'too_long'],
  ['car_number10', '粤B8Z888挂', null],
  ['car_number10', '粤B8Z888挂挂', 'too_long'],
  ['name11', '十个汉字以内的名字呀', null],
  ['name11', '十一个汉字以内的名字呀', 'malformed'],
  ['name11', 'Alexandra Li', null],
  ['phrase12', '已经答复', null],
  ['phrase12', '已经答复了吗', 'too_long'],
  ['phrase12', 'done', 'malformed'],
  ['enum13', '任意', null],
  ['thing', '没有编号', 'unknown_key'],
  ['colour1', '红', 'unknown_key'],
  ['constructor1', '红', 'unknown_key'],
])('value: %s %j -> %s', (key, value, problem) => {
  expect(templateValueProblem(key, value)).toBe(problem);
});

test.each([
  ['thing1', '关于栖河区城市更新单元规划草案公开征求意见', '关于栖河区城市更新单元规划草案公开征求…'],
  ['thing1', '第一行\r\n  第二行\t', '第一行 第二行'],
  ['thing1', ' \n ', '无'],
  ['phrase2', '已经全部答复', '已经全部答'],
  ['name3', '栖河区政务服务和数据管理局', '栖河区政务服务和数据'],
  ['number4', '12 ', '12'],
  ['time5', '2026年11月16日\n15:01', '2026年11月16日 15:01'],
])('fit: %s %j -> %j, which WeChat takes', (key, value, fitted) => {
  expect(fitTemplateValue(key, value)).toBe(fitted);
  expect(templateValueProblem(key, fitted)).toBeNull();
});
