import type { LocalDate } from '../calendar';
import type { Machine } from '../state-machines';

export type EnquiryStatus =
  'submitted' | 'accepted' | 'assigned' | 'with_hotline' | 'drafted' | 'answered' | 'not_ours' | 'withdrawn';

interface Fact<T extends string> {
  type: T;
  /** The date in Shanghai. */
  on: LocalDate;
}

/** What happened to an enquiry (网上民声 留言), in the order it happened. */
export type EnquiryEvent =
  /** `workingDays`: what its kind is given; the office may see another kind in it when it accepts. */
  | (Fact<'submitted' | 'accepted'> & { workingDays: number })
  | Fact<
      | 'notOurs'
      | 'assigned'
      | 'handedOn'
      | 'takenBack'
      | 'drafted'
      | 'sentBack'
      | 'answered'
      | 'published'
      | 'rated'
      | 'reopened'
      | 'withdrawn'
    >
  /** Its author made a request for information of it: here it is over. */
  | Fact<'converted'>;
export type EnquiryEventType = EnquiryEvent['type'];

/** Before there is an answer. */
const ends = { withdrawn: 'withdrawn', converted: 'withdrawn' } as const;

/**
 * A message is accepted or is not ours; a unit is made to answer it; the answer is looked at by somebody else before it goes out. Before there
 * is one the city's hotline may go on with it, and give it back. Publishing
 * and rating leave it answered; whoever asked may have it opened again.
 */
export const enquiryMachine: Machine<EnquiryStatus, EnquiryEventType> = {
  submitted: { accepted: 'accepted', notOurs: 'not_ours', ...ends },
  accepted: { assigned: 'assigned', handedOn: 'with_hotline', notOurs: 'not_ours', ...ends },
  assigned: { assigned: 'assigned', handedOn: 'with_hotline', drafted: 'drafted', ...ends },
  with_hotline: { takenBack: 'accepted', withdrawn: 'withdrawn' },
  drafted: { sentBack: 'assigned', answered: 'answered', ...ends },
  answered: { published: 'answered', rated: 'answered', reopened: 'accepted' },
  not_ours: { rated: 'not_ours', reopened: 'accepted' },
  withdrawn: {},
};
