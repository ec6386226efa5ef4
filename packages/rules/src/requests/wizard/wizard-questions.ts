/** 补不补 → 该不该 → 有没有 → 给不给 → 当不当: the five steps of the national reference for replies (国办公开办函〔2020〕2号). */
export const wizardSteps = {
  correct: '补不补',
  ours: '该不该',
  exists: '有没有',
  give: '给不给',
  proper: '当不当',
} as const;
export type WizardStep = keyof typeof wizardSteps;

/** What an officer answered, by question; grounds are several. */
export type WizardAnswers = Readonly<Partial<Record<WizardQuestionId, string | readonly string[]>>>;

export interface WizardQuestion {
  step: WizardStep;
  text: string;
  /** Of the 政府信息公开条例 (国务院令第711号), if nothing else is named. */
  article: string;
  /** More than one may be chosen. */
  isMany?: true;
  options: Readonly<Record<string, string>>;
}

const yesNo = (yes: string, no: string) => ({ no, yes });

export const wizardQuestions = {
  clear: {
    step: 'correct',
    text: '申请人是谁、怎么联系、要什么、要什么形式，都清楚吗？',
    article: '第二十九条、第三十条',
    options: { clear: '清楚', unclear: '不清楚，没法查找或者没法答复' },
  },
  nature: {
    step: 'ours',
    text: '是要政府信息，还是别的事？',
    article: '第三十九条',
    options: {
      information: '要政府信息',
      complaint: '是信访、投诉、举报',
      publication: '要公报、报刊、书籍等公开出版物',
      reconfirm: '要求确认，或者重新出具已经拿到的信息',
    },
  },
  repeated: {
    step: 'ours',
    text: '同一个人以前要过一样的，已经答复过了吗？',
    article: '第三十六条第（六）项',
    options: yesNo('答复过了，这次没有新内容', '没有'),
  },
  excessive: {
    step: 'ours',
    text: '数量、频次明显超过合理范围吗？',
    article: '第三十五条',
    options: yesNo('明显超过', '没有'),
  },
  reasonsGood: {
    step: 'ours',
    text: '申请人说明的理由合理吗？',
    article: '第三十五条',
    options: { good: '合理，接着办', bad: '不合理，或者过期没有说明' },
  },
  responsible: {
    step: 'ours',
    text: '是不是由本机关负责公开？',
    article: '第十条、第三十六条第（五）项',
    options: { yes: '是，本机关制作或者保存', no: '不是' },
  },
  special: {
    step: 'ours',
    text: '是不是工商、不动产登记资料等，法律、行政法规另有规定的？',
    article: '第三十六条第（七）项',
    options: yesNo('另有规定，照那个办', '不是'),
  },
  found: {
    step: 'exists',
    text: '查到了吗？',
    article: '第三十六条第（四）项、第三十八条',
    options: {
      found: '查到了',
      some: '有的查到了，有的没有',
      nothing: '查过了，没有',
      processing: '没有现成的，要加工、分析才有',
    },
  },
  public: {
    step: 'give',
    text: '已经主动公开了吗？',
    article: '第三十六条第（一）项',
    options: { no: '没有', part: '公开了一部分', all: '全部公开了' },
  },
  grounds: {
    step: 'give',
    text: '有没有法律写明的不能给的理由？',
    article: '第十四条至第十六条',
    isMany: true,
    options: {
      denied_state_secret: '国家秘密（第十四条）',
      denied_forbidden: '法律、行政法规禁止公开（第十四条）',
      denied_safety: '可能危及国家安全、公共安全、经济安全、社会稳定（第十四条）',
      denied_third_party: '商业秘密、个人隐私等，会损害第三方（第十五条）',
      denied_internal: '人事管理、后勤管理、内部工作流程（第十六条第一款）',
      denied_process: '讨论记录、过程稿、磋商信函、请示报告（第十六条第二款）',
      denied_enforcement: '行政执法案卷（第十六条第二款）',
    },
  },
  publicInterest: {
    step: 'give',
    text: '第三方的那一部分，不公开会对公共利益造成重大影响吗？或者第三方同意公开？',
    article: '第十五条、第三十二条',
    options: yesNo('会，或者第三方同意：给', '不会：不给'),
  },
  separable: {
    step: 'give',
    text: '能不能把不能给的遮掉，给其余的？',
    article: '第三十七条',
    options: { yes: '能，给一部分', no: '不能分开' },
  },
  form: {
    step: 'proper',
    text: '按申请人要的形式给得了吗？',
    article: '第四十条',
    options: { asked: '给得了', other: '给不了，换一种形式并说明' },
  },
  reviewed: {
    step: 'proper',
    text: '要给出去的，做过保密审查，遮掉了别人的个人信息吗？',
    article: '第十七条、第十五条',
    options: { yes: '做过了', no: '还没有' },
  },
} as const satisfies Record<string, WizardQuestion>;
export type WizardQuestionId = keyof typeof wizardQuestions;
