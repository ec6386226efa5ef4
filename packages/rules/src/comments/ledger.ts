/** What became of a comment; the four words of every outcome report. */
export const answerKinds = ['adopted', 'partly', 'not_adopted', 'out_of_scope'] as const;
export type AnswerKind = (typeof answerKinds)[number];

export const answerKindLabels: Readonly<Record<AnswerKind, string>> = {
  adopted: '采纳',
  partly: '部分采纳',
  not_adopted: '未采纳',
  out_of_scope: '不属于本次征集范围',
};

/** What the ledger needs of one comment. Whether it is shown or hidden does not matter: hidden ones count like others. */
export interface LedgerComment {
  id: string;
  withdrawn: boolean;
  answer: { kind: AnswerKind; reason: string } | null;
  /** The main comment that this one repeats (the same person twice, paper and phone), or null. */
  duplicateOf: string | null;
  /** How many signed it: 1, or the number of people of a collective letter. */
  persons: number;
}

export interface LedgerProblem {
  code:
    | 'unanswered'
    | 'reason_missing'
    | 'main_missing'
    | 'main_is_duplicate'
    | 'main_withdrawn'
    | 'persons'
    | 'repeated_id';
  commentId: string;
  /** A Chinese sentence for the staff. */
  message: string;
}

export interface Ledger {
  /** Main comments, withdrawn ones included; duplicates are reported beside. */
  received: number;
  adopted: number;
  partly: number;
  notAdopted: number;
  outOfScope: number;
  withdrawn: number;
  unanswered: number;
  duplicates: number;
  /** People behind the main comments; a duplicate is by people already counted. */
  persons: number;
  /** received = adopted + partly + notAdopted + outOfScope + withdrawn, and nothing is wrong with any comment. */
  balanced: boolean;
  problems: LedgerProblem[];
}

/** Adds a consultation's comments up and says what keeps its outcome from being published. */
export function reconcile(comments: readonly LedgerComment[]): Ledger {
  const byId = new Map(comments.map(comment => [comment.id, comment]));
  const main = comments.filter(comment => comment.duplicateOf === null);
  const standing = main.filter(comment => !comment.withdrawn);
  const answered = (kind: AnswerKind): number => standing.filter(comment => comment.answer?.kind === kind).length;
  const problems = [...repeatedIds(comments), ...comments.flatMap(comment => problemsOf(comment, byId))];
  const sums = {
    adopted: answered('adopted'),
    partly: answered('partly'),
    notAdopted: answered('not_adopted'),
    outOfScope: answered('out_of_scope'),
    withdrawn: main.length - standing.length,
  };
  const total = Object.values(sums).reduce((sum, count) => sum + count, 0);
  return {
    received: main.length,
    ...sums,
    unanswered: standing.filter(comment => comment.answer === null).length,
    duplicates: comments.length - main.length,
    persons: main.reduce((sum, comment) => sum + comment.persons, 0),
    balanced: total === main.length && problems.length === 0,
    problems,
  };
}

function problemsOf(comment: LedgerComment, byId: ReadonlyMap<string, LedgerComment>): LedgerProblem[] {
  const problem = (code: LedgerProblem['code'], message: string): LedgerProblem => ({
    code,
    commentId: comment.id,
    message,
  });
  const found: LedgerProblem[] = [];
  if (!Number.isInteger(comment.persons) || comment.persons < 1) {
    found.push(problem('persons', '人数应为不小于 1 的整数'));
  }
  if (comment.duplicateOf !== null)
    return [...found, ...problemsOfDuplicate(comment, byId.get(comment.duplicateOf), problem)];
  if (comment.withdrawn) return found;
  if (comment.answer === null) found.push(problem('unanswered', '这条意见还没有答复'));
  else if (comment.answer.reason.trim() === '') {
    found.push(problem('reason_missing', `答复为“${answerKindLabels[comment.answer.kind]}”，但没有写理由`));
  }
  return found;
}

function problemsOfDuplicate(
  comment: LedgerComment,
  main: LedgerComment | undefined,
  problem: (code: LedgerProblem['code'], message: string) => LedgerProblem,
): LedgerProblem[] {
  if (!main) return [problem('main_missing', '标为重复，但找不到它所重复的意见')];
  if (main.duplicateOf !== null) return [problem('main_is_duplicate', '它所重复的意见自己也是重复意见，应指向主意见')];
  if (main.withdrawn && !comment.withdrawn) {
    return [problem('main_withdrawn', '它所重复的意见已经撤回，应改为单独答复')];
  }
  return [];
}

function repeatedIds(comments: readonly LedgerComment[]): LedgerProblem[] {
  const seen = new Set<string>();
  return comments.flatMap(({ id }) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [{ code: 'repeated_id' as const, commentId: id, message: '同一条意见出现了两次' }];
  });
}
