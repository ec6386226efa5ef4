/** A machine is a table: state × event → state. What is not listed is not allowed. */
export type Machine<S extends string, E extends string> = Readonly<Record<S, Readonly<Partial<Record<E, S>>>>>;

export type ConsultationState = 'draft' | 'open' | 'closed' | 'answered' | 'cancelled';
export type ConsultationEvent = 'publish' | 'close' | 'extend' | 'publishOutcome' | 'cancel';

/** Asking before deciding: it is open until its window ends, and over only when the outcome is published. */
export const consultationMachine: Machine<ConsultationState, ConsultationEvent> = {
  draft: { publish: 'open', cancel: 'cancelled' },
  open: { close: 'closed', extend: 'open', cancel: 'cancelled' },
  closed: { publishOutcome: 'answered', extend: 'open', cancel: 'cancelled' },
  answered: {},
  cancelled: {},
};

export type CommentState = 'received' | 'adopted' | 'partly' | 'not_adopted' | 'out_of_scope' | 'withdrawn';
export type CommentEvent = 'adopt' | 'adoptPartly' | 'notAdopt' | 'outOfScope' | 'reopen' | 'withdraw';

const answers = {
  adopt: 'adopted',
  adoptPartly: 'partly',
  notAdopt: 'not_adopted',
  outOfScope: 'out_of_scope',
} as const;

/** What became of a comment. An answer may be changed until all are published together; whether it is shown is apart. */
export const commentMachine: Machine<CommentState, CommentEvent> = {
  received: { ...answers, withdraw: 'withdrawn' },
  adopted: { ...answers, reopen: 'received', withdraw: 'withdrawn' },
  partly: { ...answers, reopen: 'received', withdraw: 'withdrawn' },
  not_adopted: { ...answers, reopen: 'received', withdraw: 'withdrawn' },
  out_of_scope: { ...answers, reopen: 'received', withdraw: 'withdrawn' },
  withdrawn: {},
};

export type CommentReviewState = 'none' | 'approved' | 'rejected';
export type CommentReviewEvent = 'approve' | 'reject';

/** What a person decided about showing a comment; either decision can be turned. */
export const commentReviewMachine: Machine<CommentReviewState, CommentReviewEvent> = {
  none: { approve: 'approved', reject: 'rejected' },
  approved: { reject: 'rejected' },
  rejected: { approve: 'approved' },
};

export type EditionState = 'draft' | 'consulted' | 'frozen';
export type EditionEvent = 'consult' | 'freeze';

/** Editions of the standard catalog. A frozen one never changes; which frozen one is in force is told beside its state. */
export const editionMachine: Machine<EditionState, EditionEvent> = {
  draft: { consult: 'consulted', freeze: 'frozen' },
  consulted: { freeze: 'frozen' },
  frozen: {},
};
