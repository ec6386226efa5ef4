import type { ParticipationDeps } from '../deps';
import type { MeetingRepository } from './meeting.repository';

export type MeetingDeps = ParticipationDeps & { meetings: MeetingRepository };
