import type { DecisionKindCode } from '../decision-kinds';
import type { GroundFinding } from '../triage';
import { wizardQuestions, type WizardAnswers, type WizardQuestionId } from './wizard-questions';

/** What the record of the request says already. */
export interface WizardFacts {
  isCorrected: boolean;
  reasons: 'none' | 'asked' | 'given';
  thirdParty: 'none' | 'waiting' | 'answered' | 'silent';
  /** Every third party that answered agrees. */
  thirdPartyAgrees: boolean;
  otherAgency: 'none' | 'waiting' | 'answered' | 'silent';
  hasSearch: boolean;
  /** What an officer found in the applicant's earlier requests, with the cases it rests on. */
  grounds: readonly GroundFinding[];
}

export interface WizardPath {
  /** What the law asks so far, in its order, up to the first question that is not answered. */
  questions: WizardQuestionId[];
  /** What the answers lead to; empty while they lead nowhere yet. */
  kinds: DecisionKindCode[];
  /** What has to be done before one can decide. */
  first: 'askCorrection' | 'askReasons' | null;
  /** Nothing is left to ask. */
  isComplete: boolean;
}

type When = (answers: WizardAnswers, facts: WizardFacts) => boolean;

/** When a question is asked, in the order of the steps: only what the law still asks after the answers before it. */
const ORDER: readonly [WizardQuestionId, When][] = [
  ['clear', () => true],
  ['nature', ({ clear }) => clear === 'clear'],
  ['repeated', ({ nature }) => nature === 'information'],
  ['excessive', ({ repeated }) => repeated === 'no'],
  ['reasonsGood', ({ excessive }, { reasons }) => excessive === 'yes' && reasons !== 'none'],
  ['responsible', ({ excessive, reasonsGood }) => excessive === 'no' || reasonsGood === 'good'],
  ['special', ({ responsible }) => responsible === 'yes'],
  ['found', ({ special }) => special === 'no'],
  ['public', ({ found }) => found === 'found' || found === 'some'],
  ['grounds', answers => answers.public === 'no' || answers.public === 'part'],
  ['publicInterest', answers => groundsOf(answers).includes('denied_third_party')],
  ['separable', answers => withheld(answers).length > 0],
  ['form', (answers, facts) => givesSomething(kindsOf(answers, facts))],
  ['reviewed', (answers, facts) => givesSomething(kindsOf(answers, facts))],
];

/** Where the answers lead. An answer that is none of the question's options counts as not given; so does one to a question that is not asked. */
export function wizardPath(given: WizardAnswers, facts: WizardFacts): WizardPath {
  const questions: WizardQuestionId[] = [];
  let answers: WizardAnswers = {};
  let isComplete = true;
  for (const [id, when] of ORDER) {
    if (!when(answers, facts)) continue;
    questions.push(id);
    const answer = fitting(id, given[id]);
    if (answer === undefined) {
      isComplete = false;
      break;
    }
    answers = { ...answers, [id]: answer };
  }
  return { questions, kinds: isComplete ? kindsOf(answers, facts) : [], first: firstOf(answers, facts), isComplete };
}

function fitting(id: WizardQuestionId, answer: string | readonly string[] | undefined) {
  const { options, ...question } = wizardQuestions[id];
  const isOption = (value: unknown) => typeof value === 'string' && Object.keys(options).includes(value);
  if ('isMany' in question) return Array.isArray(answer) && answer.every(isOption) ? answer : undefined;
  return isOption(answer) ? answer : undefined;
}

function firstOf({ clear, excessive }: WizardAnswers, { isCorrected, reasons }: WizardFacts): WizardPath['first'] {
  if (clear === 'unclear' && !isCorrected) return 'askCorrection';
  return excessive === 'yes' && reasons === 'none' ? 'askReasons' : null;
}

const groundsOf = ({ grounds = [] }: WizardAnswers): readonly DecisionKindCode[] =>
  grounds as readonly DecisionKindCode[];

/** Grounds that stand: a third party's gives way to its consent or to the public interest (Art. 15). */
const withheld = (answers: WizardAnswers): DecisionKindCode[] =>
  groundsOf(answers).filter(ground => ground !== 'denied_third_party' || answers.publicInterest === 'no');

const ENDS: Readonly<Partial<Record<WizardQuestionId, Readonly<Record<string, DecisionKindCode>>>>> = {
  nature: { complaint: 'complaint', publication: 'publication', reconfirm: 'reconfirm' },
  repeated: { yes: 'repeated' },
  reasonsGood: { bad: 'excessive' },
  responsible: { no: 'not_responsible' },
  special: { yes: 'special_rules' },
  found: { nothing: 'not_existing', processing: 'needs_processing' },
};

function kindsOf(answers: WizardAnswers, { isCorrected }: WizardFacts): DecisionKindCode[] {
  if (answers.clear === 'unclear') return isCorrected ? ['still_unclear'] : [];
  for (const [id, ends] of Object.entries(ENDS)) {
    const end = ends[String(answers[id as WizardQuestionId])];
    if (end) return [end];
  }
  if (answers.public === undefined) return [];
  const missing: DecisionKindCode[] = answers.found === 'some' ? ['not_existing'] : [];
  const open: DecisionKindCode[] = answers.public === 'no' ? [] : ['already_public'];
  if (answers.public === 'all') return missing.length > 0 ? ['partial', ...open, ...missing] : open;
  if (answers.grounds === undefined) return [];
  const kept = [...withheld(answers), ...missing];
  if (kept.length === 0) return [...open, 'granted'];
  // Of what was found nothing is given: no part of it can be told apart, and none is public already.
  const isRefusal = open.length === 0 && answers.separable === 'no';
  if (isRefusal && missing.length === 0) return kept;
  return ['partial', ...open, ...kept];
}

const GIVING: readonly DecisionKindCode[] = ['granted', 'partial', 'already_public'];
const givesSomething = (kinds: readonly DecisionKindCode[]): boolean => kinds.some(kind => GIVING.includes(kind));
