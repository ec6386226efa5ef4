/**
 * The phone's clock may be wrong; what closes at 24:00 closes by the server's. Each answer's Date header corrects us.
 * Offsets under a minute are left alone: the header counts whole seconds and the way here takes time.
 */
let offset = 0;

export function now(): Date {
  return new Date(Date.now() + offset);
}

/** Takes over the server's time from the Date header of an answer. */
export function learnServerTime(header: string | undefined): void {
  const server = header ? Date.parse(header) : Number.NaN;
  if (Number.isNaN(server)) return;
  const difference = server - Date.now();
  offset = Math.abs(difference) < 60_000 ? 0 : difference;
}

/** What the phone's own clock says, right or wrong: what is taken down offline carries it, with what it was off (features/grid). */
export const phoneTime = (): number => Date.now();
