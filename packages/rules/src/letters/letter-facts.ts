const text = (label: string) => ({ label, kind: 'text' }) as const;
const date = (label: string) => ({ label, kind: 'date' }) as const;

/** What every letter about a request has from the request itself. */
const common = {
  requestNumber: text('申请编号'),
  receivedOn: date('收到申请的日期'),
  subject: text('申请内容'),
};

/** Facts that letters are filled with, and their words on the form of the officer. A date is `YYYY-MM-DD`. */
export const letterFacts = {
  ...common,
  registeredOn: date('登记日期'),
  channel: text('申请的方式'),
  dueOn: date('答复期限'),
  lookupCode: text('查询码'),
  correctionItems: text('需要补正的事项'),
  correctionDueOn: date('补正的期限'),
  excessFacts: text('申请的数量、频次'),
  reasonsDueOn: date('说明理由的期限'),
  reasonsAskedOn: date('要求说明理由的日期'),
  reasonsGiven: text('申请人说明的理由'),
  extensionReason: text('延期的原因'),
  extensionDays: text('延长的工作日数'),
  extendedDueOn: date('延长后的期限'),
  approvedBy: text('同意延期的负责人'),
  delayReason: text('延迟答复的原因'),
  delayDays: text('延迟的工作日数'),
  delayedDueOn: date('延迟后的期限'),
  informationName: text('所涉政府信息的名称'),
  thirdPartyInterest: text('可能涉及的第三方权益'),
  thirdPartyAnswer: text('第三方的意见'),
  consultationDueOn: date('反馈意见的期限'),
  consultedWhom: text('征求谁的意见'),
  consultedOn: date('征求意见的日期'),
  publicInterest: text('对公共利益的审查'),
  disclosedParts: text('决定公开的内容'),
  feeItems: text('计费的方式和明细'),
  feeTotal: text('费用合计'),
  feeDueOn: date('缴费的期限'),
  feeWay: text('缴费的方式'),
  whereToFind: text('获取的方式和途径'),
  attachments: text('提供的材料'),
  provision: text('提供的方式'),
  withheldParts: text('不予公开的部分'),
  legalBasis: text('法律、行政法规的依据'),
  reason: text('理由'),
  secrecyBasis: text('确定国家秘密的依据'),
  safetyKind: text('危及哪一方面的安全或者稳定'),
  internalKind: text('哪一类内部事务'),
  processKind: text('哪一类过程性信息'),
  caseFile: text('行政执法案卷'),
  specialKind: text('哪一类信息'),
  specialLaw: text('有专门规定的法律、行政法规'),
  specialWay: text('依照专门规定获取的途径'),
  searchRecord: text('检索的范围、方法和用词'),
  responsibleAgency: text('负责公开的机关及其联系方式'),
  existingInformation: text('现有的相关信息'),
  earlierReply: text('以前的答复'),
  complaintKind: text('信访、投诉还是举报'),
  complaintChannel: text('反映的渠道'),
  publicationName: text('公开出版物'),
  noticeOn: date('告知书的日期'),
  lapsedOn: date('期限届满的日期'),
  correctionFindings: text('核实的情况'),
  correctionResult: text('更正的结果'),
  correctedOn: date('收到补正的日期'),
  unclearPoints: text('仍不明确的地方'),
  withdrawnOn: date('撤回的日期'),
  deliveredLetter: text('送达的文书'),
  deliveryMethod: text('送达的方式'),
  deliveryPlace: text('送达的地点'),
} as const satisfies Record<string, { label: string; kind: 'text' | 'date' }>;

export type LetterFact = keyof typeof letterFacts;
export const commonLetterFacts = Object.keys(common) as (keyof typeof common)[];

/** Facts as an officer or the record gives them; one that is empty is not there. */
export type LetterFacts = Readonly<Partial<Record<LetterFact, string>>>;
