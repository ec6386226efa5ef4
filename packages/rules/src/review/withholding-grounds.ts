/** 依申请公开: given to whoever asks. 不予公开: not given. What says nothing is published (条例第五条: 以公开为常态、不公开为例外). */
export type WithheldAttribute = 'on_request' | 'withheld';

export interface WithholdingGround {
  attribute: WithheldAttribute;
  label: string;
  /** Article of the 政府信息公开条例 (国务院令第711号). */
  article: string;
}

const onRequest = (label: string, article: string): WithholdingGround => ({ attribute: 'on_request', label, article });
const withheld = (label: string, article: string): WithholdingGround => ({ attribute: 'withheld', label, article });

/** Why an office does not publish a paper of its own accord; stated when it is drawn up and approved with it (国办发〔2016〕80号). */
export const withholdingGrounds = {
  not_general: onRequest('不涉及公众利益调整，也不需要公众广泛知晓或者参与决策', '第十三条、第十九条'),
  particular_persons: onRequest('只关系到特定的人或者单位', '第十三条、第二十七条'),
  state_secret: withheld('国家秘密', '第十四条'),
  forbidden: withheld('法律、行政法规禁止公开', '第十四条'),
  safety: withheld('公开后可能危及国家安全、公共安全、经济安全、社会稳定', '第十四条'),
  third_party: withheld('涉及商业秘密、个人隐私，公开会损害第三方合法权益', '第十五条'),
  internal: withheld('人事管理、后勤管理、内部工作流程等内部事务信息', '第十六条第一款'),
  process: withheld('讨论记录、过程稿、磋商信函、请示报告等过程性信息', '第十六条第二款'),
  enforcement: withheld('行政执法案卷信息', '第十六条第二款'),
} as const satisfies Readonly<Record<string, WithholdingGround>>;
export type WithholdingGroundCode = keyof typeof withholdingGrounds;

/** 公开属性, as it stands on a paper. */
export const attributeLabels = { active: '主动公开', on_request: '依申请公开', withheld: '不予公开' } as const;

/** One line for the record: 不予公开：第十六条第一款，人事管理…. */
export function sayWithholding(code: WithholdingGroundCode): string {
  const { attribute, article, label } = withholdingGrounds[code];
  return `${attributeLabels[attribute]}：${article}，${label}`;
}
