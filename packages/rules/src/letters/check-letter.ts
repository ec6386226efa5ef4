import { replyKinds, type ReplyKindCode } from '../requests';
import { factsIn } from './fill-letter';
import type { LetterKind } from './letter';
import { commonLetterFacts, letterFacts } from './letter-facts';

/**
 * What is wrong with one kind of letter as sentences: a place without its fact, a fact without its place, a condition that is none of
 * its own, a remedy that is not the decision's. A wording that an office changes goes through the same.
 */
export function letterFaults(letter: LetterKind): string[] {
  const forKinds = Object.entries(letter.factsFor ?? {});
  const conditions = letter.body.flatMap(paragraph => (typeof paragraph === 'string' ? [] : (paragraph.if ?? [])));
  const declared = new Set<string>([
    ...commonLetterFacts,
    ...letter.facts,
    ...(letter.optionalFacts ?? []),
    ...forKinds.flatMap(([, facts]) => facts ?? []),
  ]);
  const placed = new Set(letter.body.flatMap(factsIn));
  const optional = new Set<string>(letter.optionalFacts);
  const kinds = letter.decisionKinds ?? [];
  return [
    ...[...placed].filter(fact => !(fact in letterFacts)).map(fact => `没有“${fact}”这个要素`),
    ...[...placed]
      .filter(fact => fact in letterFacts && !declared.has(fact))
      .map(fact => `“${fact}”写在正文里，没有列为要素`),
    ...[...letter.facts, ...optional].filter(fact => !placed.has(fact)).map(fact => `“${fact}”列为要素，正文里没有`),
    ...letter.body.flatMap(paragraph => {
      const condition = typeof paragraph === 'string' ? undefined : paragraph.if;
      return factsIn(paragraph)
        .filter(fact => optional.has(fact) && fact !== condition)
        .map(fact => `“${fact}”可以没有，它的段落要以它为条件`);
    }),
    ...conditions.filter(fact => !optional.has(fact)).map(fact => `“${fact}”不是可以没有的要素，不能作条件`),
    ...letter.body
      .flatMap(paragraph => (typeof paragraph === 'string' ? [] : (paragraph.for ?? [])))
      .concat(forKinds.map(([kind]) => kind as ReplyKindCode))
      .filter(kind => !kinds.includes(kind))
      .map(kind => `“${kind}”不是它的答复种类`),
    ...kinds
      .filter(kind => remedyOf(kind) !== letter.remedy.kind)
      .map(kind => `“${replyKinds[kind].label}”的救济途径是${remedyOf(kind)}`),
  ];
}

/** What is wrong with all of them together: an id or a code twice, a decision that no letter or more than one tells. */
export function lettersFaults(letters: readonly LetterKind[]): string[] {
  const told = letters.flatMap(({ decisionKinds: kinds = [] }) => kinds);
  const twice = (values: readonly string[]) => [...new Set(values.filter((value, at) => values.indexOf(value) !== at))];
  return [
    ...letters.flatMap(letter => letterFaults(letter).map(fault => `${letter.id}：${fault}`)),
    ...twice(letters.map(({ id }) => id)).map(id => `${id}写了两次`),
    ...twice(letters.map(({ code }) => code)).map(code => `${code}写了两次`),
    ...twice(told).map(kind => `“${kind}”有两种文书`),
    ...Object.keys(replyKinds)
      .filter(kind => !told.includes(kind as ReplyKindCode))
      .map(kind => `“${kind}”没有文书`),
  ];
}

const remedyOf = (kind: ReplyKindCode): LetterKind['remedy']['kind'] => replyKinds[kind].remedy ?? 'none';
