const HOUR = 3_600_000;

export interface TakenDown {
  /** What the phone's clock said, in milliseconds since 1970. */
  phoneTime: number;
  /** Server's clock less the phone's at their last contact before; 0 when they never met. */
  offset: number;
  receivedAt: number;
}

/**
 * When something was really taken down: the phone's time corrected by what its clock was off at the last contact, never later than its
 * arrival. A phone whose clock was set back since may still be wrong: that is why `isLate` tells what came long after.
 * @param limitHours how long a record may be under way (config/grid.json, set by the office)
 */
export function whenTaken(
  { phoneTime, offset, receivedAt }: TakenDown,
  limitHours: number,
): { at: number; isLate: boolean } {
  const at = Math.min(phoneTime + offset, receivedAt);
  return { at, isLate: receivedAt - at > limitHours * HOUR };
}

/**
 * Whether what was said counts for a consultation that has closed meanwhile: said before the end, and under way no longer than the limit.
 * Nothing is refused for it; what does not count is kept and marked.
 */
export function countsFor(closesAt: number, taken: TakenDown, limitHours: number): boolean {
  const { at } = whenTaken(taken, limitHours);
  return at < closesAt && taken.receivedAt - closesAt <= limitHours * HOUR;
}
