import type { DemoBlock } from './types';
import type { Instant, LocalDate } from './types-base';

export interface DemoMeeting {
  key: string;
  kind: 'seminar' | 'hearing' | 'attendance' | 'bench';
  title: string;
  topic: string;
  unitId: string;
  place: string;
  startsAt: Instant;
  agenda: string[];
  /** Key of the consultation it is held for. */
  consultation: string | null;
  signUp: { closesAt: Instant; quota: number; selection: 'draw' | 'criteria'; criteria: string | null } | null;
  announcedAt: Instant;
  signUps: {
    /** Whose account; null: somebody who was asked to come. */
    residentKey: string | null;
    name: string;
    represents: 'resident' | 'representative' | 'business' | 'expert' | 'other';
    state: 'waiting' | 'accepted';
    attended: boolean | null;
    createdAt: Instant;
  }[];
  /** Null while it is still to come. */
  record: { participantsAt: Instant; confirmedAt: Instant; minutes: DemoBlock[] } | null;
  resolutions: { text: string; unitId: string; dueOn: LocalDate; done: { at: Instant; word: string } | null }[];
}
