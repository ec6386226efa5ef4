/** Rows of table three of the annual report (国办公开办函〔2021〕30号) that a result falls into, in the order of the form. */
export const tableThreeRows = {
  granted: '（一）予以公开',
  partial: '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
  'denied.stateSecret': '（三）不予公开 1.属于国家秘密',
  'denied.forbidden': '（三）不予公开 2.其他法律行政法规禁止公开',
  'denied.safety': '（三）不予公开 3.危及“三安全一稳定”',
  'denied.thirdParty': '（三）不予公开 4.保护第三方合法权益',
  'denied.internal': '（三）不予公开 5.属于三类内部事务信息',
  'denied.process': '（三）不予公开 6.属于四类过程性信息',
  'denied.enforcement': '（三）不予公开 7.属于行政执法案卷',
  'denied.inquiry': '（三）不予公开 8.属于行政查询事项',
  'unable.notHeld': '（四）无法提供 1.本机关不掌握相关政府信息',
  'unable.needsCreating': '（四）无法提供 2.没有现成信息需要另行制作',
  'unable.unclear': '（四）无法提供 3.补正后申请内容仍不明确',
  'unhandled.complaint': '（五）不予处理 1.信访举报投诉类申请',
  'unhandled.repeated': '（五）不予处理 2.重复申请',
  'unhandled.publication': '（五）不予处理 3.要求提供公开出版物',
  'unhandled.excessive': '（五）不予处理 4.无正当理由大量反复申请',
  'unhandled.reconfirm': '（五）不予处理 5.要求行政机关确认或重新出具已获取信息',
  'other.correctionLapsed': '（六）其他处理 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
  'other.feeLapsed': '（六）其他处理 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
  'other.other': '（六）其他处理 3.其他',
} as const;
export type TableThreeRow = keyof typeof tableThreeRows;

/** `review_first`: 复议前置; `either`: either way is open; null: the applicant got what was asked, or ended it. */
export type RemedyKind = 'review_first' | 'either';

export interface DecisionKind {
  label: string;
  /** Articles of the 政府信息公开条例 (国务院令第711号). */
  article: string;
  row: TableThreeRow;
  /** Something asked for was not given: the letter must give a reason and the remedy. */
  negative: boolean;
  remedy: RemedyKind | null;
}

const given = (label: string, article: string, row: TableThreeRow): DecisionKind => ({
  label,
  article,
  row,
  negative: false,
  remedy: null,
});
const denied = (label: string, article: string, row: TableThreeRow): DecisionKind => ({
  label,
  article,
  row,
  negative: true,
  remedy: 'review_first',
});
const refused = (label: string, article: string, row: TableThreeRow): DecisionKind => ({
  label,
  article,
  row,
  negative: true,
  remedy: 'either',
});

/** Every way an information request can end. One request has one kind; 区分处理 counts as partial only. */
export const decisionKinds = {
  already_public: given('已主动公开，告知获取方式', '第三十六条第（一）项', 'granted'),
  granted: given('予以公开', '第三十六条第（二）项', 'granted'),
  partial: denied('部分公开（区分处理）', '第三十七条', 'partial'),
  denied_state_secret: denied('不予公开：国家秘密', '第十四条、第三十六条第（三）项', 'denied.stateSecret'),
  denied_forbidden: denied('不予公开：法律、行政法规禁止公开', '第十四条、第三十六条第（三）项', 'denied.forbidden'),
  denied_safety: denied(
    '不予公开：危及国家安全、公共安全、经济安全、社会稳定',
    '第十四条、第三十六条第（三）项',
    'denied.safety',
  ),
  denied_third_party: denied(
    '不予公开：损害第三方合法权益',
    '第十五条、第三十二条、第三十六条第（三）项',
    'denied.thirdParty',
  ),
  denied_internal: denied('不予公开：内部事务信息', '第十六条第一款、第三十六条第（三）项', 'denied.internal'),
  denied_process: denied('不予公开：过程性信息', '第十六条第二款、第三十六条第（三）项', 'denied.process'),
  denied_enforcement: denied(
    '不予公开：行政执法案卷信息',
    '第十六条第二款、第三十六条第（三）项',
    'denied.enforcement',
  ),
  special_rules: refused('依照有关法律、行政法规的规定办理（行政查询）', '第三十六条第（七）项', 'denied.inquiry'),
  not_existing: refused('经检索，信息不存在', '第三十六条第（四）项', 'unable.notHeld'),
  not_responsible: refused('不属于本机关负责公开', '第三十六条第（五）项', 'unable.notHeld'),
  needs_processing: refused('需要加工、分析，不予提供', '第三十八条', 'unable.needsCreating'),
  still_unclear: refused('补正后内容仍不明确', '第三十条', 'unable.unclear'),
  complaint: refused('属于信访、投诉、举报，不作为申请处理', '第三十九条第一款', 'unhandled.complaint'),
  repeated: refused('重复申请，不予重复处理', '第三十六条第（六）项', 'unhandled.repeated'),
  publication: refused('要求提供公开出版物，告知获取途径', '第三十九条第二款', 'unhandled.publication'),
  excessive: refused('无正当理由大量、反复申请，不予处理', '第三十五条', 'unhandled.excessive'),
  reconfirm: refused('要求确认或者重新出具已获取的信息', '国办公开办函〔2021〕30号表三', 'unhandled.reconfirm'),
  correction_lapsed: refused('逾期不补正，视为放弃申请', '第三十条', 'other.correctionLapsed'),
  fee_lapsed: refused('逾期未缴纳信息处理费，不再处理', '第四十二条', 'other.feeLapsed'),
  withdrawn: given('申请人撤回', '依申请人意思', 'other.other'),
} as const satisfies Readonly<Record<string, DecisionKind>>;
export type DecisionKindCode = keyof typeof decisionKinds;

/** The kind of a code, or null when there is none of that name. */
export function findDecisionKind(code: string): DecisionKind | null {
  return Object.keys(decisionKinds).includes(code) ? decisionKinds[code as DecisionKindCode] : null;
}
