import { dateOf } from '@bandeng/rules';
import { phoneTime } from '@/lib/clock';
import { readStored, writeStored } from '@/lib/storage';

/** Server's clock less this phone's at their last contact, in milliseconds; kept, because a walk begins without a network. */
const contactOffset = (): number => readStored<{ offset: number }>('grid-contact')?.offset ?? 0;

/** Measures what the phone's clock is off, from the time in an answer of the server. */
export function learnContact(serverTime: string): void {
  writeStored('grid-contact', { offset: Date.parse(serverTime) - phoneTime() });
}

/** The phone's time and what it is off, as each record carries them. */
export const takenNow = () => ({ takenAt: new Date(phoneTime()).toISOString(), offset: contactOffset() });

/** The day of a record, with what the phone's clock was off. */
export const dayTaken = ({ takenAt, offset }: { takenAt: string; offset: number }): string =>
  dateOf(new Date(Date.parse(takenAt) + offset));

/** Now, as far as a phone without a network can know. */
export const walkTime = (): Date => new Date(phoneTime() + contactOffset());
export const walkDate = (): string => dateOf(walkTime());
