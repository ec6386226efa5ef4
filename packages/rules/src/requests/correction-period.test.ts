import { countWorkingDaysBetween } from '../calendar';
import { latestCorrectionDeadline } from './correction-period';

describe('correction period', () => {
  test('asked on a working day -> at most 60 working days, the day itself not counted', () => {
    expect(latestCorrectionDeadline('2026-03-02')).toBe('2026-05-28');
    expect(countWorkingDaysBetween('2026-03-02', '2026-05-28')).toBe(60);
  });
});
