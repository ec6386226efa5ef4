import { dueDate } from './due-date';
import { parseTimeLimits } from './parse-time-limits';

const due = (text: string, eventDate: string) => {
  const [limit] = parseTimeLimits(text);
  return limit ? dueDate(limit, eventDate) : null;
};

describe('due date of a time limit', () => {
  test.each([
    ['信息形成或者变更之日起20个工作日内', '2026-09-18', '2026-10-22'],
    ['作出决定之日起7个工作日内', '2026-09-30', '2026-10-15'],
    ['收到申请之日起15日内', '2026-02-20', '2026-03-07'],
    ['验收之日起1个月内', '2026-01-31', '2026-02-28'],
    ['验收之日起3个月内', '2026-11-30', '2027-02-28'],
    ['事件发生后5小时内', '2026-11-21', '2026-11-22'],
    ['及时公开', '2026-11-21', '2026-11-21'],
    ['每月', '2026-02-10', '2026-02-28'],
    ['每月结束后5个工作日内', '2026-09-10', '2026-10-13'],
    ['每季度', '2026-11-21', '2026-12-31'],
    ['每季度结束后15日内', '2026-05-05', '2026-07-15'],
    ['每半年', '2026-07-01', '2026-12-31'],
    ['每周', '2026-11-21', '2026-11-22'],
    ['每周', '2026-11-22', '2026-11-22'],
    ['每年1月31日前', '2026-11-21', '2027-01-31'],
    ['每年1月31日前', '2026-01-30', '2026-01-31'],
    ['每年2月29日前', '2026-01-30', '2026-02-28'],
  ])('%s, event on %s -> %s', (text, eventDate, date) => {
    expect(due(text, eventDate)).toEqual({ date, provisional: false });
  });

  test.each(['长期公开', '按有关规定', '公示期不少于7天'])('%s -> no such day', text => {
    expect(due(text, '2026-11-21')).toBeNull();
  });

  test('over a year that is not announced -> provisional', () => {
    expect(due('信息形成之日起40个工作日内', '2026-11-16')).toEqual({ date: '2027-01-12', provisional: true });
  });
});
