import { DESK_COUNTERS, FOUND_KINDS } from '@bandeng/contracts/schemas';
import { addDays, countWorkingDaysBetween, isWorkingDay, type HolidayCalendar, type LocalDate } from '@bandeng/rules';
import { defineHandlers } from '../../http/handlers';
import type { ServerModule, WaitingTask } from '../../platform/module';
import { MOST_COUNTED } from '../../platform/paging';
import type { Platform } from '../../platform/platform';

/** As many as one looks through; every module gives at most so many. */
const SHOWN = 50;
/** So many of each kind: who wants more says more. */
const FOUND = 6;
/** UI.md, the console: the desk is a ruler over fourteen working days. */
const RULER_WORKING_DAYS = 14;

interface Others {
  /** The modules with something that may wait for somebody; asked late, because they are made beside this one. */
  modules: () => readonly ServerModule[];
}

/** 办件台: what waits for a staff member, put together from all modules. */
export function createDeskModule({ clock, holidays }: Platform, { modules }: Others) {
  const handlers = defineHandlers({
    'staff.search': async ({ query, actor }) => {
      const lists = await Promise.all(
        modules().map(async module => (await module.findRecords?.(actor, query.q, FOUND)) ?? []),
      );
      const order = (kind: (typeof FOUND_KINDS)[number]) => FOUND_KINDS.indexOf(kind);
      // What a desk prepares is public one day: it is found there and by the public search.
      const found = new Map(lists.flat().map(record => [`${record.kind}:${record.id}`, record]));
      return { items: [...found.values()].sort((a, b) => order(a.kind) - order(b.kind)) };
    },
    'staff.desk': async ({ actor }) => {
      const [calendar, counts, ...lists] = await Promise.all([
        holidays.calendar(),
        Promise.all(modules().map(async module => (await module.countRecords?.(actor)) ?? [])),
        ...modules().map(module => module.listWaiting?.(actor, SHOWN + 1) ?? []),
      ]);
      const today = clock.today();
      const waiting = lists.flat().sort(byPressure);
      return {
        today,
        days: rulerFrom(today, calendar),
        calendarUntil: Math.max(...calendar.coveredYears),
        tasks: waiting.slice(0, SHOWN).map(task => ({
          ...task,
          workingDaysLeft: task.dueOn === null ? null : workingDaysLeft(today, task.dueOn, calendar),
        })),
        more: waiting.length > SHOWN,
        counters: counts
          .flat()
          .sort((a, b) => DESK_COUNTERS.indexOf(a.kind) - DESK_COUNTERS.indexOf(b.kind))
          .map(({ kind, count }) => ({ kind, count: Math.min(count, MOST_COUNTED), more: count > MOST_COUNTED })),
      };
    },
  });
  return { handlers } satisfies ServerModule;
}

/** By the day they are due, those without a day last and upkeep behind them; then whoever has waited longest. */
function byPressure(a: WaitingTask, b: WaitingTask): number {
  const NEVER = '9999-12-31';
  return (
    (a.dueOn ?? NEVER).localeCompare(b.dueOn ?? NEVER) ||
    Number(isUpkeep(a)) - Number(isUpkeep(b)) ||
    a.since.localeCompare(b.since)
  );
}

/** Proofs that an old notice went out by every channel: many, of no hurry, and never in the way of what people wait for. */
const isUpkeep = ({ kind }: WaitingTask): boolean => kind === 'channels';

const workingDaysLeft = (today: LocalDate, dueOn: LocalDate, calendar: HolidayCalendar): number =>
  dueOn < today ? -countWorkingDaysBetween(dueOn, today, calendar) : countWorkingDaysBetween(today, dueOn, calendar);

function rulerFrom(today: LocalDate, calendar: HolidayCalendar): { date: LocalDate; off: boolean }[] {
  const days: { date: LocalDate; off: boolean }[] = [];
  for (let date = today, working = 0; working < RULER_WORKING_DAYS; date = addDays(date, 1)) {
    const off = !isWorkingDay(date, calendar);
    days.push({ date, off });
    if (!off) working += 1;
  }
  return days;
}
