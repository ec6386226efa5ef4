import { decisionKinds, type DecisionKindCode } from './decision-kinds';

/** Why something is kept back: the kinds of Art. 14 to 16. */
export const redactionGrounds = [
  'denied_state_secret',
  'denied_forbidden',
  'denied_safety',
  'denied_third_party',
  'denied_internal',
  'denied_process',
  'denied_enforcement',
] as const satisfies readonly DecisionKindCode[];
export type RedactionGround = (typeof redactionGrounds)[number];

/** The article that a ground stands on, without those that name the reply. */
export const groundArticle = (ground: RedactionGround): string => decisionKinds[ground].article.split('、')[0]!;

/** A place in a text, in UTF-16 code units: from the first letter up to the one behind the last. */
export interface TextMark {
  from: number;
  to: number;
  ground: RedactionGround;
}

/** Why these marks cannot be taken out of a text of this length, as a sentence; null when they can. */
export function refusedMarks(length: number, marks: readonly TextMark[]): string | null {
  const sorted = [...marks].sort((a, b) => a.from - b.from);
  if (sorted.some(({ from, to }) => from < 0 || from >= to || to > length)) return '有一处不在正文里。';
  if (sorted.some(({ from }, at) => at > 0 && from < sorted[at - 1]!.to)) return '有两处叠在一起了。';
  return null;
}

/** The text without what is marked; in its place stands the ground. Throws RangeError for marks that `refusedMarks` refuses. */
export function redactText(text: string, marks: readonly TextMark[]): string {
  const refusal = refusedMarks(text.length, marks);
  if (refusal !== null) throw new RangeError(refusal);
  return [...marks]
    .sort((a, b) => b.from - a.from)
    .reduce(
      (left, { from, to, ground }) => `${left.slice(0, from)}【此处不公开：${groundArticle(ground)}】${left.slice(to)}`,
      text,
    );
}

/** 遮去 3 处：第 1 页 2 处（第十五条），第 2 页 1 处（第十四条）: for the reply, which has to say what was kept back and why (Art. 37). */
export function describeRedaction(marks: readonly { page?: number; ground: RedactionGround }[]): string {
  const counts = new Map<string, number>();
  for (const { page, ground } of [...marks].sort((a, b) => (a.page ?? 0) - (b.page ?? 0))) {
    const key = `${page === undefined ? '' : `第 ${page} 页 `}|（${groundArticle(ground)}）`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const parts = [...counts].map(([key, count]) => key.replace('|', `${count} 处`));
  return `遮去 ${marks.length} 处：${parts.join('，')}`;
}
