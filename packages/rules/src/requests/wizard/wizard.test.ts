import fc from 'fast-check';
import { refusedCombination } from '../decision-combinations';
import { decisionKinds } from '../decision-kinds';
import { wizardFactsOf } from './wizard-facts';
import { wizardPath, type WizardFacts } from './wizard-path';
import { wizardQuestions, type WizardAnswers, type WizardQuestionId } from './wizard-questions';
import { decisionWarnings } from './wizard-warnings';

const NOTHING: WizardFacts = {
  isCorrected: false,
  reasons: 'none',
  thirdParty: 'none',
  thirdPartyAgrees: false,
  otherAgency: 'none',
  hasSearch: false,
  grounds: [],
};
/** Ours, found, not public: what is left is whether to give it. */
const OURS: WizardAnswers = {
  clear: 'clear',
  nature: 'information',
  repeated: 'no',
  excessive: 'no',
  responsible: 'yes',
  special: 'no',
  found: 'found',
  public: 'no',
};
const PROPER: WizardAnswers = { form: 'asked', reviewed: 'yes' };

describe('the five steps', () => {
  test('nothing answered -> only the first question; each answer opens only what the law still asks', () => {
    expect(wizardPath({}, NOTHING)).toEqual({ questions: ['clear'], kinds: [], first: null, isComplete: false });
    expect(wizardPath({ clear: 'clear' }, NOTHING).questions).toEqual(['clear', 'nature']);
    expect(wizardPath({ clear: 'clear', nature: 'complaint' }, NOTHING)).toMatchObject({
      questions: ['clear', 'nature'],
      kinds: ['complaint'],
      isComplete: true,
    });
  });

  test.each<[string, WizardAnswers, Partial<WizardFacts>, string[]]>([
    ['unclear, not asked to correct', { clear: 'unclear' }, {}, []],
    ['unclear after a correction', { clear: 'unclear' }, { isCorrected: true }, ['still_unclear']],
    ['a publication', { clear: 'clear', nature: 'publication' }, {}, ['publication']],
    ['to be confirmed again', { clear: 'clear', nature: 'reconfirm' }, {}, ['reconfirm']],
    ['asked and answered before', { ...OURS, repeated: 'yes' }, {}, ['repeated']],
    ['too many, reasons not asked', { ...OURS, excessive: 'yes' }, {}, []],
    ['too many, reasons bad', { ...OURS, excessive: 'yes', reasonsGood: 'bad' }, { reasons: 'given' }, ['excessive']],
    ['not ours', { ...OURS, responsible: 'no' }, {}, ['not_responsible']],
    ['other rules', { ...OURS, special: 'yes' }, {}, ['special_rules']],
    ['nothing found', { ...OURS, found: 'nothing' }, {}, ['not_existing']],
    ['to be worked out', { ...OURS, found: 'processing' }, {}, ['needs_processing']],
    ['public already', { ...OURS, public: 'all', ...PROPER }, {}, ['already_public']],
    ['no ground', { ...OURS, grounds: [], ...PROPER }, {}, ['granted']],
    [
      'a part is public, no ground',
      { ...OURS, public: 'part', grounds: [], ...PROPER },
      {},
      ['already_public', 'granted'],
    ],
    [
      'a ground, can be told apart',
      { ...OURS, grounds: ['denied_process'], separable: 'yes', ...PROPER },
      {},
      ['partial', 'denied_process'],
    ],
    [
      'two grounds, cannot be told apart',
      { ...OURS, grounds: ['denied_internal', 'denied_process'], separable: 'no' },
      {},
      ['denied_internal', 'denied_process'],
    ],
    [
      'a third party gives way to the public interest',
      { ...OURS, grounds: ['denied_third_party'], publicInterest: 'yes', ...PROPER },
      {},
      ['granted'],
    ],
    [
      'a third party objects',
      { ...OURS, grounds: ['denied_third_party'], publicInterest: 'no', separable: 'no' },
      { thirdParty: 'answered' },
      ['denied_third_party'],
    ],
    [
      'some found, given',
      { ...OURS, found: 'some', grounds: [], ...PROPER, separable: 'yes' },
      {},
      ['partial', 'not_existing'],
    ],
    [
      'some found, all public',
      { ...OURS, found: 'some', public: 'all', ...PROPER },
      {},
      ['partial', 'already_public', 'not_existing'],
    ],
  ])('%s -> its kinds, or none yet', (_, answers, facts, kinds) =>
    expect(wizardPath(answers, { ...NOTHING, ...facts }).kinds).toEqual(kinds),
  );

  test('unclear or too many, nobody was asked -> what has to be done first', () => {
    expect(wizardPath({ clear: 'unclear' }, NOTHING).first).toBe('askCorrection');
    expect(wizardPath({ ...OURS, excessive: 'yes' }, NOTHING).first).toBe('askReasons');
    expect(wizardPath(OURS, NOTHING).first).toBeNull();
  });

  test('an answer that is no option, or several where one is asked -> not answered', () => {
    expect(wizardPath({ clear: 'perhaps' }, NOTHING).questions).toEqual(['clear']);
    expect(wizardPath({ clear: ['clear'] }, NOTHING).questions).toEqual(['clear']);
    expect(wizardPath({ ...OURS, grounds: ['granted'] }, NOTHING).isComplete).toBe(false);
  });

  const anyAnswers = fc.record(
    Object.fromEntries(
      Object.entries(wizardQuestions).map(([id, { options, ...question }]) => [
        id,
        'isMany' in question
          ? fc.subarray(Object.keys(options), { maxLength: 3 })
          : fc.constantFrom(...Object.keys(options)),
      ]),
    ) as Record<WizardQuestionId, fc.Arbitrary<string | string[]>>,
  );
  const anyFacts: fc.Arbitrary<WizardFacts> = fc.record({
    isCorrected: fc.boolean(),
    reasons: fc.constantFrom('none', 'asked', 'given'),
    thirdParty: fc.constantFrom('none', 'waiting', 'answered', 'silent'),
    thirdPartyAgrees: fc.boolean(),
    otherAgency: fc.constantFrom('none', 'waiting', 'answered', 'silent'),
    hasSearch: fc.boolean(),
    grounds: fc.subarray(['repeated', 'excessive'] as const),
  });

  test('any answers -> an end: kinds that may stand together, or what has to be done first', () => {
    fc.assert(
      fc.property(anyAnswers, anyFacts, (answers, facts) => {
        const { kinds, first, isComplete } = wizardPath(answers, facts);
        expect(isComplete).toBe(true);
        expect(kinds.length > 0).toBe(first === null);
        expect(refusedCombination(kinds)).toBeNull();
        expect(decisionWarnings({ kinds, answers, facts }).map(({ code }) => code)).not.toContain('other_than_answers');
      }),
      { numRuns: 500 },
    );
  });

  test('every kind an office can choose -> some answers lead there', () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(anyAnswers, anyFacts, (answers, facts) => {
        for (const kind of wizardPath(answers, facts).kinds) reached.add(kind);
      }),
      { numRuns: 20_000, seed: 1 },
    );
    const ends = ['correction_lapsed', 'fee_lapsed', 'withdrawn'];
    expect(Object.keys(decisionKinds).filter(kind => !reached.has(kind))).toEqual(ends);
  });
});

describe('contradictions', () => {
  const codes = (
    kinds: Parameters<typeof decisionWarnings>[0]['kinds'],
    answers: WizardAnswers,
    facts: Partial<WizardFacts> = {},
  ) => decisionWarnings({ kinds, answers, facts: { ...NOTHING, ...facts } }).map(({ code }) => code);

  test.each<[string, string[]]>([
    ['whole refusal, nobody looked whether a part could be given', codes(['denied_process'], OURS)],
    ['not found, no record of the search', codes(['not_existing'], { ...OURS, found: 'nothing' })],
    ['third party not heard', codes(['denied_third_party'], { separable: 'no' })],
    ['third party still has time', codes(['granted'], {}, { thirdParty: 'waiting' })],
    [
      'third party agreed',
      codes(['denied_third_party'], { separable: 'no' }, { thirdParty: 'answered', thirdPartyAgrees: true }),
    ],
    [
      'against a third party, for the public',
      codes(['granted'], { publicInterest: 'yes' }, { thirdParty: 'answered' }),
    ],
    ['another agency still has time', codes(['granted'], {}, { otherAgency: 'waiting' })],
    ['too many, reasons not asked', codes(['excessive'], {}, { grounds: ['excessive'] })],
    ['too many, not said which', codes(['excessive'], {}, { reasons: 'given', grounds: ['repeated'] })],
    ['asked before, not said which', codes(['repeated'], {})],
    ['unclear, correction not asked', codes(['still_unclear'], {})],
    ['given without a review', codes(['granted'], { reviewed: 'no' })],
    ['other than what was answered', codes(['granted'], { clear: 'clear', nature: 'complaint' })],
  ])('%s -> one warning', (_, found) => expect(found).toHaveLength(1));

  test('all in order -> none; nothing chosen yet -> none', () => {
    expect(codes(['not_existing'], { ...OURS, found: 'nothing' }, { hasSearch: true })).toEqual([]);
    expect(codes(['repeated'], {}, { grounds: ['repeated'] })).toEqual([]);
    expect(codes([], {}, { thirdParty: 'waiting' })).toEqual([]);
  });
});

describe('facts of the record', () => {
  const letter = (state: 'waiting' | 'answered' | 'silent', opinion?: string) => ({
    kind: 'third_party' as const,
    state,
    answer: opinion ? { opinion } : null,
  });
  test('two third parties, one is waited for -> waiting; one agrees and one does not -> not agreed', () => {
    const facts = (...consultations: ReturnType<typeof letter>[]) =>
      wizardFactsOf({ isCorrected: false, reasons: null, consultations, searchCount: 0, grounds: [] });
    expect(facts(letter('answered', 'agree'), letter('waiting')).thirdParty).toBe('waiting');
    expect(facts(letter('answered', 'agree'), letter('answered', 'disagree')).thirdPartyAgrees).toBe(false);
    expect(facts(letter('answered', 'agree'), letter('silent'))).toMatchObject({
      thirdParty: 'answered',
      thirdPartyAgrees: true,
      otherAgency: 'none',
    });
  });
});
