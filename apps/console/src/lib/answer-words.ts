/** What is done with fees and with answers that become public, as an auditor calls it. */
export const ANSWER_ACTIONS: Readonly<Record<string, string>> = {
  'information-request.fee_accepted': '申请人愿意缴费',
  'information-request.fee_disputed': '申请人对收费有异议',
  'information-request.fee_dispute_answered': '答复对收费的异议',
  'information-request.publishing_suggested': '申请人建议主动公开',
  'information-request.suggestion_settled': '告诉申请人建议的结果',
  'publishing-proposal.opened': '提出主动公开的建议',
  'publishing-proposal.accepted': '同意主动公开',
  'publishing-proposal.declined': '不主动公开',
  'answer.published': '放进答复选编',
  'answer.taken_back': '从答复选编收回',
};
