import type { Middleware } from 'koa';
import type { Clock } from '../platform/clock';

/** The app's own time in every answer: phones correct their clock by it, so that what closes at 24:00 closes for everybody. */
export function serverDate(clock: Clock): Middleware {
  return (ctx, next) => {
    ctx.set('Date', clock.now().toUTCString());
    return next();
  };
}
