import { accountOf } from './list-duties';

const MONTHLY = '每月结束后5个工作日内';
const today = '2026-11-16';
const publication = (title: string, publishedOn: string) => ({ noticeId: title, title, publishedOn });

describe('accountOf', () => {
  test('nothing ever published -> missing, by the calendar every period late', () => {
    const account = accountOf({ timeLimitsText: MONTHLY, publications: [], last: undefined, today });
    expect(account).toMatchObject({ state: 'missing', lastPublishedOn: null, published: 0, expected: 12 });
    expect(account.late).toHaveLength(12);
  });

  test('one period out after its day, the others in time -> late, with the day it came', () => {
    const months = Array.from({ length: 12 }, (_, at) => ({ year: at < 2 ? 2025 : 2026, month: ((at + 10) % 12) + 1 }));
    const publications = months.map(({ year, month }) => {
      const [nextYear, next] = month === 12 ? [year + 1, 1] : [year, month + 1];
      const day = month === 6 ? '28' : '02';
      return publication(`${year}年${month}月补贴`, `${nextYear}-${String(next).padStart(2, '0')}-${day}`);
    });
    const account = accountOf({ timeLimitsText: MONTHLY, publications, last: publications.at(-1), today });
    expect(account).toMatchObject({ state: 'late', published: 12, expected: 12, lastPublishedOn: '2026-11-02' });
    expect(account.late).toEqual([
      { label: '6月', dueOn: expect.any(String), publishedOn: '2026-07-28', noticeId: '2026年6月补贴' },
    ]);
  });

  test('no rhythm, something published -> kept', () => {
    const publications = [publication('办法', '2026-03-01')];
    const timeLimitsText = '信息形成之日起20个工作日内';
    expect(accountOf({ timeLimitsText, publications, last: publications.at(-1), today })).toEqual({
      state: 'kept',
      noticeCount: 1,
      lastPublishedOn: '2026-03-01',
      expected: null,
      published: null,
      late: [],
    });
  });

  test('nothing for two years, something before -> no longer missing, not late without a rhythm', () => {
    const last = publication('办法', '2021-03-01');
    const account = accountOf({ timeLimitsText: '长期公开', publications: [], last, today });
    expect(account).toMatchObject({ state: 'kept', noticeCount: 0, lastPublishedOn: '2021-03-01' });
  });
});
