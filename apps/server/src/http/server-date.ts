import type { Middleware } from 'koa';
import type { Clock } from '../platform/clock';

/** The app's own time as a Date header has it; put into words once a second. */
export function createServerDate(clock: Clock): () => string {
  let second = NaN;
  let text = '';
  return () => {
    const now = clock.now();
    const current = Math.floor(now.getTime() / 1000);
    if (current !== second) {
      second = current;
      text = now.toUTCString();
    }
    return text;
  };
}

/** In every answer: phones correct their clock by it, so that what closes at 24:00 closes for everybody. */
export function serverDate(date: () => string): Middleware {
  return (ctx, next) => {
    ctx.set('Date', date());
    return next();
  };
}
