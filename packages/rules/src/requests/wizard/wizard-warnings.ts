import type { DecisionKindCode } from '../decision-kinds';
import { wizardPath, type WizardFacts } from './wizard-path';
import type { WizardAnswers } from './wizard-questions';

export interface DecisionWarning {
  code: string;
  message: string;
  article: string;
}
interface Decided {
  kinds: readonly DecisionKindCode[];
  answers: WizardAnswers;
  facts: WizardFacts;
}

const includes =
  (...wanted: DecisionKindCode[]) =>
  ({ kinds }: Decided) =>
    wanted.some(kind => kinds.includes(kind));
const isDenied = includes(
  'denied_state_secret',
  'denied_forbidden',
  'denied_safety',
  'denied_third_party',
  'denied_internal',
  'denied_process',
  'denied_enforcement',
);

const WARNINGS: readonly (DecisionWarning & { when: (given: Decided) => boolean })[] = [
  {
    code: 'whole_refusal',
    message: '全部不给之前，要先看能不能区分处理：能分开的，应当给可以公开的部分。',
    article: '第三十七条',
    when: given => isDenied(given) && !given.kinds.includes('partial') && given.answers.separable !== 'no',
  },
  {
    code: 'no_search',
    message: '答复“不存在”，却没有检索记录：在哪里查的、谁查的、用什么词。',
    article: '第三十六条第（四）项',
    when: given => includes('not_existing')(given) && !given.facts.hasSearch,
  },
  {
    code: 'third_party_not_heard',
    message: '以第三方的权益为由不给，却没有书面征求过第三方的意见。',
    article: '第三十二条',
    when: given => includes('denied_third_party')(given) && given.facts.thirdParty === 'none',
  },
  {
    code: 'third_party_waiting',
    message: '第三方的 15 个工作日还没有过，意见还没有到。',
    article: '第三十二条',
    when: ({ facts }) => facts.thirdParty === 'waiting',
  },
  {
    code: 'third_party_agrees',
    message: '第三方同意公开，就不能再以它的权益为由不给。',
    article: '第十五条',
    when: given => includes('denied_third_party')(given) && given.facts.thirdPartyAgrees,
  },
  {
    code: 'tell_third_party',
    message: '第三方没有同意，因公共利益决定公开的，要把决定和理由书面告知第三方。',
    article: '第三十二条',
    when: ({ answers, facts }) => answers.publicInterest === 'yes' && !facts.thirdPartyAgrees,
  },
  {
    code: 'agency_waiting',
    message: '其他机关的 15 个工作日还没有过，意见还没有到。',
    article: '第三十四条',
    when: ({ facts }) => facts.otherAgency === 'waiting',
  },
  {
    code: 'reasons_not_asked',
    message: '以数量、频次明显超过合理范围为由不予处理，却没有要求过申请人说明理由。',
    article: '第三十五条',
    when: given => includes('excessive')(given) && given.facts.reasons === 'none',
  },
  {
    code: 'repeated_without_ground',
    message: '以重复申请为由不予处理，却没有记下和以前的哪一件重复、那一件怎么答复的。',
    article: '第三十六条第（六）项',
    when: given => includes('repeated')(given) && !given.facts.grounds.includes('repeated'),
  },
  {
    code: 'excessive_without_ground',
    message: '以数量、频次明显超过合理范围为由不予处理，却没有记下依据哪些申请。',
    article: '第三十五条',
    when: given => includes('excessive')(given) && !given.facts.grounds.includes('excessive'),
  },
  {
    code: 'correction_not_asked',
    message: '答复“仍不明确”，却没有告知过补正。',
    article: '第三十条',
    when: given => includes('still_unclear')(given) && !given.facts.isCorrected,
  },
  {
    code: 'not_reviewed',
    message: '要给出去的还没有做保密审查、遮掉别人的个人信息。',
    article: '第十七条',
    when: ({ answers }) => answers.reviewed === 'no',
  },
  {
    code: 'other_than_answers',
    message: '选的处理决定，和一步步答出来的不一样。',
    article: '第三十六条',
    when: ({ kinds, answers, facts }) => {
      const path = wizardPath(answers, facts);
      return path.isComplete && [...path.kinds].sort().join() !== [...kinds].sort().join();
    },
  },
];

/** What contradicts the law or the record in a decision, for the officer to look at again; a person decides all the same. */
export const decisionWarnings = (given: Decided): DecisionWarning[] =>
  WARNINGS.filter(({ when }) => given.kinds.length > 0 && when(given)).map(({ code, message, article }) => ({
    code,
    message,
    article,
  }));
