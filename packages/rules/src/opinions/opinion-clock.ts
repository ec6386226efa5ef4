/** How grave the event is that people talk about. */
export type OpinionGravity = 'extreme' | 'major' | 'general';
/** What has to be out in time: authoritative information, then a press briefing. */
export type OpinionDutyName = 'inform' | 'brief';
/** Hours from the moment it was noticed (config/opinions.json); null: no hour is set for this gravity. */
export type OpinionHours = Readonly<Record<OpinionGravity, Readonly<Record<OpinionDutyName, number | null>>>>;

/** What happened to a public-opinion matter (舆情). */
export type OpinionEvent = { at: Date } & (
  | { type: 'noticed' | 'graded'; gravity: OpinionGravity }
  | { type: 'reported' | 'informed' | 'briefed' | 'noted' | 'reassigned' | 'closed' }
);
export type OpinionEventType = OpinionEvent['type'];

export interface OpinionDuty {
  duty: OpinionDutyName;
  /** Null: none is set. */
  dueAt: Date | null;
  /** When it was done for the first time. */
  doneAt: Date | null;
  state: 'none' | 'waiting' | 'late' | 'done' | 'done_late';
  /** To the hour it is due, from now or from when it was done; negative: late by so many. Null: none is set. */
  minutesLeft: number | null;
}

export interface OpinionClock {
  status: 'open' | 'closed';
  gravity: OpinionGravity;
  noticedAt: Date;
  duties: readonly OpinionDuty[];
  /** What comes next and is not done yet; null when nothing is set or all is done. */
  next: OpinionDuty | null;
}

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const DONE_BY: Readonly<Record<OpinionDutyName, OpinionEventType>> = { inform: 'informed', brief: 'briefed' };
const DUTIES: readonly OpinionDutyName[] = ['inform', 'brief'];

/**
 * 国办发〔2016〕80号: of extremely grave and grave events authoritative information is out within 5 hours and a press briefing is held within
 * 24. Counted in minutes from when it was noticed, nights and days off too; another gravity counts from the same moment.
 * Throws RangeError without a `noticed` at the beginning.
 */
export function opinionClock(events: readonly OpinionEvent[], hours: OpinionHours, now: Date): OpinionClock {
  const [first] = events;
  if (first?.type !== 'noticed') throw new RangeError('舆情要从发现开始');
  const gravity = events.reduce((known, event) => ('gravity' in event ? event.gravity : known), first.gravity);
  const duties = DUTIES.map(duty => dutyOf(duty, hours[gravity][duty], events, now));
  return {
    status: events.some(({ type }) => type === 'closed') ? 'closed' : 'open',
    ...{ gravity, noticedAt: first.at, duties },
    next: duties.find(({ dueAt, doneAt }) => dueAt !== null && doneAt === null) ?? null,
  };
}

function dutyOf(duty: OpinionDutyName, hours: number | null, events: readonly OpinionEvent[], now: Date): OpinionDuty {
  const times = events.flatMap(({ type, at }) => (type === DONE_BY[duty] ? [at.getTime()] : []));
  const doneAt = times.length > 0 ? new Date(Math.min(...times)) : null;
  if (hours === null) return { duty, dueAt: null, doneAt, state: doneAt ? 'done' : 'none', minutesLeft: null };
  const dueAt = new Date(events[0]!.at.getTime() + hours * HOUR_MS);
  const minutesLeft = Math.floor((dueAt.getTime() - (doneAt ?? now).getTime()) / MINUTE_MS);
  const isLate = minutesLeft < 0;
  return {
    duty,
    dueAt,
    doneAt,
    minutesLeft,
    state: doneAt ? (isLate ? 'done_late' : 'done') : isLate ? 'late' : 'waiting',
  };
}

export interface OpinionRefusal {
  code: 'opinion.closed' | 'opinion.early' | 'opinion.future' | 'opinion.undone' | 'opinion.same';
  message: string;
}
const refused = (code: OpinionRefusal['code'], message: string): OpinionRefusal => ({ code, message });

/** Why an event may not follow these, or null when it may. It is not closed while what its gravity asks for is not out. */
export function checkOpinionEvent(
  events: readonly OpinionEvent[],
  next: OpinionEvent,
  hours: OpinionHours,
  now: Date,
): OpinionRefusal | null {
  const clock = opinionClock(events, hours, now);
  if (clock.status === 'closed') return refused('opinion.closed', '这件舆情已经办结');
  if (next.at < clock.noticedAt) return refused('opinion.early', '时间不能早于发现的时候');
  if (next.at > now) return refused('opinion.future', '时间还没有到，办了再记');
  if (next.type === 'graded' && next.gravity === clock.gravity) return refused('opinion.same', '本来就是这一级');
  if (next.type === 'closed' && clock.next !== null) {
    const missing = clock.next.duty === 'inform' ? '还没有发布权威信息' : '还没有开新闻发布会';
    return refused('opinion.undone', `${missing}，不能办结；级别定高了的，先改级别`);
  }
  return null;
}

/** 还剩 3 小时 20 分, 还剩 40 分, 超过 1 小时 5 分. */
export function sayMinutesLeft(minutes: number): string {
  const count = Math.abs(minutes);
  const [hours, rest] = [Math.floor(count / 60), count % 60];
  const words = [...(hours > 0 ? [`${hours} 小时`] : []), ...(rest > 0 || hours === 0 ? [`${rest} 分`] : [])];
  return `${minutes < 0 ? '超过' : '还剩'} ${words.join(' ')}`;
}
