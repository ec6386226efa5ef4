import { addDays, type LocalDate } from './local-date';
import { lunarFestivals } from './lunar-festivals.data';

/** 全国年节及纪念日放假办法 Art. 2: the days with a fixed date. */
const FIXED_DAYS: Readonly<Record<string, string>> = {
  '01-01': '元旦',
  '05-01': '劳动节',
  '05-02': '劳动节',
  '10-01': '国庆节',
  '10-02': '国庆节',
  '10-03': '国庆节',
};

/**
 * The festival of a day in a year whose notice is not out, or null. The 13 days of the 放假办法: 元旦 1, 春节 from the eve to
 * 初三 4, 清明 1, 劳动节 2, 端午 1, 中秋 1, 国庆 3. Outside the years of the lunar table only the fixed dates are known.
 */
export function statutoryFestivalOf(date: LocalDate): string | null {
  const monthDay = date.slice(5);
  const fixed = FIXED_DAYS[monthDay];
  if (fixed) return fixed;
  const year = date.slice(0, 4);
  const festivals = lunarFestivals[Number(year)];
  if (!festivals) return null;
  const [springFestival, qingming, dragonBoat, midAutumn] = festivals;
  if (monthDay === qingming) return '清明节';
  if (monthDay === dragonBoat) return '端午节';
  if (monthDay === midAutumn) return '中秋节';
  const newYear = `${year}-${springFestival}`;
  return date >= addDays(newYear, -1) && date <= addDays(newYear, 2) ? '春节' : null;
}
