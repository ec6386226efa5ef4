import { formatChineseDate, isLocalDate } from '../calendar';
import { remedySentence, type ReplyKindCode, type RemedyBodies } from '../requests';
import type { LetterKind, LetterParagraph } from './letter';
import { commonLetterFacts, letterFacts, type LetterFact, type LetterFacts } from './letter-facts';

const PLACE = /\{\{(\w+)\}\}/g;

export interface FilledLetter {
  title: string;
  paragraphs: string[];
  /** The sentence about remedies, after the paragraphs; null when the letter tells none. */
  remedy: string | null;
}

/** The facts named in a paragraph, in their order. */
export const factsIn = (paragraph: LetterParagraph): string[] =>
  [...textOf(paragraph).matchAll(PLACE)].map(([, fact]) => fact!);

/**
 * What is asked for a letter, in the order of its form: what it cannot go out without, and what it may say.
 * @param decision the kind of decision, for a letter that tells several
 */
export function factsAsked(
  letter: LetterKind,
  decision?: ReplyKindCode,
): { needed: LetterFact[]; optional: LetterFact[] } {
  const needed = [
    ...(letter.stage === 'afterwards' && !letter.isNumbered ? [] : commonLetterFacts),
    ...letter.facts,
    ...((decision && letter.factsFor?.[decision]) ?? []),
  ];
  return { needed, optional: [...(letter.optionalFacts ?? [])] };
}

/**
 * What a letter still lacks: facts that are empty, and dates that are none, in the order of the form.
 * @param decision the kind of decision, for a letter that tells several
 */
export function missingFacts(letter: LetterKind, facts: LetterFacts, decision?: ReplyKindCode): LetterFact[] {
  const { needed } = factsAsked(letter, decision);
  const given = (letter.optionalFacts ?? []).filter(fact => has(facts, fact) && !isFit(facts, fact));
  return [...needed.filter(fact => !isFit(facts, fact)), ...given];
}

/**
 * The words of a letter with its facts in them: dates as 2026年11月16日, and no second full stop where a fact ends with one.
 * @param bodies where the applicant can turn, for the sentence about remedies
 * @throws RangeError when a fact is missing: a letter with a hole never comes into being
 */
export function fillLetter(
  letter: LetterKind,
  given: { facts: LetterFacts; decision?: ReplyKindCode | undefined; bodies: RemedyBodies },
): FilledLetter {
  const { facts, decision, bodies } = given;
  const missing = missingFacts(letter, facts, decision);
  if (missing.length > 0)
    throw new RangeError(`${letter.name}还缺：${missing.map(fact => letterFacts[fact].label).join('、')}`);
  return {
    title: letter.name,
    paragraphs: letter.body
      .filter(paragraph => isTold(paragraph, facts, decision))
      .map(paragraph => textOf(paragraph).replaceAll(PLACE, (_, fact: LetterFact) => say(fact, facts[fact]!))),
    remedy: remedySentence(letter.remedy.kind, bodies),
  };
}

const textOf = (paragraph: LetterParagraph): string => (typeof paragraph === 'string' ? paragraph : paragraph.text);

const has = (facts: LetterFacts, fact: LetterFact): boolean => (facts[fact] ?? '').trim() !== '';

const isFit = (facts: LetterFacts, fact: LetterFact): boolean =>
  has(facts, fact) && (letterFacts[fact].kind === 'text' || isLocalDate(facts[fact]!));

function isTold(paragraph: LetterParagraph, facts: LetterFacts, decision: ReplyKindCode | undefined): boolean {
  if (typeof paragraph === 'string') return true;
  if (paragraph.for !== undefined && paragraph.for !== decision) return false;
  return paragraph.if === undefined || has(facts, paragraph.if);
}

const say = (fact: LetterFact, value: string): string =>
  letterFacts[fact].kind === 'date' ? formatChineseDate(value) : value.trim().replace(/[。；;.]+$/, '');
