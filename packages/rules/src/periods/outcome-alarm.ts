import { daysBetween, type LocalDate } from '../calendar';

/**
 * A consultation that ended so many days ago with no outcome is an alarm, whatever was promised: inspections find 征集调查的结果反馈更新不及时
 * as a typical defect, and the law wants the adoption of opinions said with the decision (第713号令第三十二条). The number is the office's.
 */
export const OUTCOME_ALARM_DAYS = 30;

/** Days since a consultation ended, once there are so many of them that its missing outcome is an alarm; else null. */
export function outcomeAlarm(closesOn: LocalDate, today: LocalDate): number | null {
  const days = daysBetween(closesOn, today);
  return days > OUTCOME_ALARM_DAYS ? days : null;
}
