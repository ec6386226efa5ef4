import { addWorkingDays, nationalCalendar, type HolidayCalendar, type LocalDate } from '../calendar';
import { requestClock } from './request-clock';
import { requestLimits, type RequestEvent } from './request-events';

/** A step that the office took after its time; it stands, and it is counted. */
export interface RequestBreach {
  code: 'registration_late' | 'correction_notice_late' | 'extension_late' | 'delay_late' | 'decision_late';
  on: LocalDate;
  /** The last day on which it would have been in time. */
  dueOn: LocalDate;
  message: string;
}

const MESSAGES: Readonly<Record<RequestBreach['code'], string>> = {
  registration_late: '未在下一个工作日结束前登记确认',
  correction_notice_late: '补正告知超过7个工作日（条例第三十条）',
  extension_late: '延期告知晚于答复期限（条例第三十三条）',
  delay_late: '延迟答复的告知晚于答复期限（条例第三十五条）',
  decision_late: '答复晚于答复期限（条例第三十三条）',
};

/** The steps of a request that came too late. Throws RangeError like requestClock; events in the order they happened. */
export function requestBreaches(
  events: readonly RequestEvent[],
  calendar: HolidayCalendar = nationalCalendar,
): RequestBreach[] {
  return events.flatMap((event, index) => {
    const limit = index === 0 ? null : limitOf(event, events.slice(0, index), calendar);
    if (!limit?.dueOn || event.on <= limit.dueOn) return [];
    return [{ code: limit.code, on: event.on, dueOn: limit.dueOn, message: MESSAGES[limit.code] }];
  });
}

function limitOf(
  event: RequestEvent,
  before: readonly RequestEvent[],
  calendar: HolidayCalendar,
): { code: RequestBreach['code']; dueOn: LocalDate | null } | null {
  const clock = requestClock(before, calendar);
  switch (event.type) {
    case 'registered':
      // What came on paper is there from the day of receipt on, not from that of its postmark (Art. 31).
      return {
        code: 'registration_late',
        dueOn: event.receivedOn
          ? addWorkingDays(event.receivedOn, requestLimits.registration, calendar).date
          : clock.nextStep.by,
      };
    case 'correctionAsked': {
      const { receivedOn } = clock;
      const dueOn = receivedOn && addWorkingDays(receivedOn, requestLimits.correctionNotice, calendar).date;
      return { code: 'correction_notice_late', dueOn };
    }
    case 'extended':
      return { code: 'extension_late', dueOn: clock.dueOn };
    case 'delayed':
      return { code: 'delay_late', dueOn: clock.dueOn };
    case 'decided':
      return { code: 'decision_late', dueOn: clock.paused ? null : clock.dueOn };
    default:
      return null;
  }
}
