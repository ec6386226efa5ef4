import type { Clause } from './split-clauses';

const TEXT_MOST = 5_000;
const LABEL_MOST = 40;
const CLAUSES_MOST = 800;

const freshId = (clauses: readonly Clause[]): string =>
  `c${Math.max(0, ...clauses.map(({ id }) => Number(/^c(\d{1,9})$/.exec(id)?.[1] ?? 0))) + 1}`;

/** Joins a clause to the one above it, which keeps its id and label. */
export function mergeUp(clauses: readonly Clause[], at: number): Clause[] {
  const [above, clause] = [clauses[at - 1], clauses[at]];
  if (!above || !clause) return [...clauses];
  const join = (...texts: (string | undefined)[]) => texts.filter(Boolean).join('\n');
  const before = join(above.before, clause.before);
  const merged = { ...above, text: join(above.text, clause.text), ...(before !== '' && { before }) };
  return [...clauses.slice(0, at - 1), merged, ...clauses.slice(at + 1)];
}

/** Divides a clause where the cursor stands; what follows is a new one. */
export function splitAt(clauses: readonly Clause[], at: number, offset: number): Clause[] {
  const clause = clauses[at];
  const [head, tail] = [clause?.text.slice(0, offset).trim(), clause?.text.slice(offset).trim()];
  if (!clause || !head || !tail) return [...clauses];
  const next = { id: freshId(clauses), label: `${clause.label}（续）`.slice(0, LABEL_MOST), text: tail };
  return [...clauses.slice(0, at), { ...clause, text: head }, next, ...clauses.slice(at + 1)];
}

export const removeAt = (clauses: readonly Clause[], at: number): Clause[] =>
  clauses.filter((_, other) => other !== at);

export const changeAt = (clauses: readonly Clause[], at: number, change: Partial<Clause>): Clause[] =>
  clauses.map((clause, other) => (other === at ? { ...clause, ...change } : clause));

/** As the server takes them. */
export const clausesOf = (clauses: readonly Clause[]): Clause[] =>
  clauses.map(({ id, label, text, before }) => ({ id, label, text, ...(before !== undefined && { before }) }));

/** What the server would refuse, said while it can be mended. */
export function faultsOf(clauses: readonly Clause[]): string[] {
  if (clauses.length === 0) return ['还没有条目'];
  const of = (label: string, at: number) => label.trim() || `第 ${at + 1} 项`;
  return [
    ...(clauses.length > CLAUSES_MOST ? [`最多 ${CLAUSES_MOST} 条，现在有 ${clauses.length} 条`] : []),
    ...clauses.flatMap(({ label, text, before = '' }, at) => [
      ...(label.trim() === '' ? [`第 ${at + 1} 项没有名称`] : []),
      ...(label.length > LABEL_MOST ? [`第 ${at + 1} 项的名称超过 ${LABEL_MOST} 字`] : []),
      ...(text.trim() === '' ? [`${of(label, at)}没有内容`] : []),
      ...(before.length > TEXT_MOST ? [`${of(label, at)}的现行文本超过 ${TEXT_MOST} 字`] : []),
      ...(text.length > TEXT_MOST ? [`${of(label, at)}超过 ${TEXT_MOST} 字，请拆开`] : []),
    ]),
  ];
}
