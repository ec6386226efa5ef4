/** When the public sees the comments of a consultation. */
export const displayRules = ['with_outcome', 'after_review', 'after_check'] as const;
export type DisplayRule = (typeof displayRules)[number];

/** What WeChat's check said; `unknown` when it could not be asked. */
export type CheckResult = 'pending' | 'pass' | 'review' | 'risky' | 'unknown';

/** What a person decided about showing it. */
export type ReviewResult = 'none' | 'approved' | 'rejected';

export interface CommentDisplayFacts {
  display: DisplayRule;
  consultationState: 'draft' | 'open' | 'closed' | 'answered' | 'cancelled';
  check: CheckResult;
  review: ReviewResult;
  withdrawn: boolean;
  phoneVerified: boolean;
  /** The author asked not to be named in public. */
  anonymous: boolean;
}

/** `name`: as the author gave it; `masked`: through maskName; `alias`: the name of choice, else 匿名居民. */
export type AuthorLabelRule = 'name' | 'masked' | 'alias';

export interface CommentDisplay {
  visible: boolean;
  author: AuthorLabelRule;
}

export const ANONYMOUS_AUTHOR = '匿名居民';

/** Whether the public may see a comment, and how its author is named there. The author always sees it. */
export function isCommentPublic(facts: CommentDisplayFacts): CommentDisplay {
  return { visible: isVisible(facts), author: authorRule(facts) };
}

/** A person's word goes before the check's, and a text found risky is never shown without one. */
function isVisible({ display, consultationState, check, review, withdrawn }: CommentDisplayFacts): boolean {
  if (withdrawn || review === 'rejected') return false;
  if (consultationState === 'draft' || consultationState === 'cancelled') return false;
  switch (display) {
    case 'with_outcome':
      return consultationState === 'answered' && (review === 'approved' || check !== 'risky');
    case 'after_review':
      return review === 'approved';
    case 'after_check':
      return review === 'approved' || check === 'pass';
  }
}

function authorRule({ anonymous, phoneVerified }: CommentDisplayFacts): AuthorLabelRule {
  if (anonymous) return 'alias';
  return phoneVerified ? 'name' : 'masked';
}
