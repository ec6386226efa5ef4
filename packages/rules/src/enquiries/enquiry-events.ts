import type { LocalDate } from '../calendar';
import type { Machine } from '../state-machines';

export type EnquiryStatus = 'submitted' | 'accepted' | 'assigned' | 'drafted' | 'answered' | 'not_ours' | 'withdrawn';

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
      'notOurs' | 'assigned' | 'drafted' | 'sentBack' | 'answered' | 'published' | 'rated' | 'reopened' | 'withdrawn'
    >;
export type EnquiryEventType = EnquiryEvent['type'];

/**
 * A message is accepted or is not ours; a unit is made to answer it; the answer is looked at by somebody else before it goes out. Publishing
 * and rating leave it answered; whoever asked may have it opened again.
 */
export const enquiryMachine: Machine<EnquiryStatus, EnquiryEventType> = {
  submitted: { accepted: 'accepted', notOurs: 'not_ours', withdrawn: 'withdrawn' },
  accepted: { assigned: 'assigned', notOurs: 'not_ours', withdrawn: 'withdrawn' },
  assigned: { assigned: 'assigned', drafted: 'drafted', withdrawn: 'withdrawn' },
  drafted: { sentBack: 'assigned', answered: 'answered', withdrawn: 'withdrawn' },
  answered: { published: 'answered', rated: 'answered', reopened: 'accepted' },
  not_ours: { rated: 'not_ours', reopened: 'accepted' },
  withdrawn: {},
};
