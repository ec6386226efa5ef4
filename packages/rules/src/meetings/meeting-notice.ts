import { addDays, type LocalDate } from '../calendar';

export type MeetingKind = 'seminar' | 'hearing' | 'attendance' | 'bench';

/** Art. 16 of 国务院令第713号: whoever takes part in a hearing has its materials seven days before. */
export const HEARING_NOTICE_DAYS = 7;

/** What keeps a meeting from being announced today, in a sentence; null when nothing does. */
export function meetingNoticeFault(meeting: {
  kind: MeetingKind;
  announcedOn: LocalDate;
  startsOn: LocalDate;
  hasMaterials: boolean;
}): string | null {
  const { kind, announcedOn, startsOn, hasMaterials } = meeting;
  if (startsOn < announcedOn) return '开会的日子已经过了';
  if (kind !== 'hearing') return null;
  if (!hasMaterials) return '听证会要有材料，会前 7 日送达参加人（国务院令第713号第十六条）';
  return startsOn < addDays(announcedOn, HEARING_NOTICE_DAYS)
    ? '听证会的材料要在会前 7 日送达（国务院令第713号第十六条），请把会期往后排'
    : null;
}
