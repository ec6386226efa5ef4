/** Collections of records that are acted on, as an auditor calls them. */
export const RECORD_NAMES: Readonly<Record<string, string>> = {
  notices: '公开信息',
  noticeDrafts: '公开信息的草稿',
  noticeFeedback: '纠错',
  informationRequests: '公开申请',
  consultations: '征集',
  comments: '意见',
  commentReports: '举报',
  commentSupports: '附议',
  catalogEditions: '目录版本',
  catalogNudges: '催一催',
  catalogNudgeTasks: '催办任务',
  staff: '工作人员',
  accounts: '居民账号',
  units: '单位',
  areas: '行政区划',
  places: '查阅点',
  guides: '指南和年报',
  holidayYears: '放假安排',
  files: '附件',
};

const ACTION_NAMES: Readonly<Record<string, string>> = {
  'notice.published': '发布',
  'notice.updated': '改动',
  'notice.taken_down': '撤下',
  'notice.loaded': '导入',
  'notice.personal_data_confirmed': '确认号码可以公开',
  'notice-draft.created': '起草',
  'notice-draft.saved': '写草稿',
  'notice-draft.discarded': '废弃草稿',
  'notice.feedback': '收到读者的话',
  'notice.feedback_closed': '办结纠错',
  'entry.nudged': '居民催一催',
  'entry.nudge_answered': '答复催办',
  'edition.created': '起新版本',
  'edition.edited': '改草案',
  'edition.imported': '导入',
  'edition.consulted': '拿去征集意见',
  'edition.frozen': '定稿',
  'edition.in_force': '使它现行',
  'staff.created': '新增',
  'staff.closed': '停用',
  'staff.bound': '绑定微信',
  'staff.totp-enrolled': '登记动态口令',
  'staff.recovery-code-used': '用了恢复码',
  'staff.recovery-codes-renewed': '换恢复码',
  'staff.binding-code-issued': '发绑定码',
  'account.created': '建账号',
  'account.named': '改称呼',
  'account.phone-verified': '验证手机号',
  'account.closed': '注销',
  'consultation.created': '建征集',
  'consultation.scheduled': '定下开始的时间',
  'consultation.opened': '开始征集',
  'consultation.answered': '公布结果',
  'consultation.loaded': '导入',
  'comment.created': '提意见',
  'comment.supported': '附议',
  'comment.reported': '举报',
  'comment.reviewed': '审看',
  'comment.checked': '核对',
  'comment.queued': '放进要看的',
  'comment.duplicate_linked': '归到相同的意见',
  'comment.answered': '答复',
  'comment.withdrawn': '撤回',
  'information-request.submitted': '提交申请',
  'information-request.registered': '登记',
  'information-request.correction_asked': '告知补正',
  'information-request.corrected': '收到补正',
  'information-request.lapsed': '不再处理',
  'information-request.extended': '延长',
  'information-request.decided': '答复',
  'information-request.withdrawn': '撤回',
  'information-request.revealed': '看了没遮住的号码',
  'information-request.recounted': '期限重算',
  'organization.put': '改动',
  'holidays.entered': '录入',
};

/** In Chinese where there is a word for it; else the name that is kept. */
export const sayRecord = (collection: string): string => RECORD_NAMES[collection] ?? collection;
export const sayAction = (action: string): string => ACTION_NAMES[action] ?? action;

/** What kind of caller it was; who exactly, the record of that id says. */
export function sayActor(actor: string): { kind: string; id?: string } {
  if (actor === 'system') return { kind: '系统' };
  if (actor === 'anonymous') return { kind: '没有登录的人' };
  const [kind = '', ...rest] = actor.split(':');
  return { kind: ACTORS[kind] ?? kind, id: rest.join(':') };
}
const ACTORS: Readonly<Record<string, string>> = { staff: '工作人员', account: '居民', service: '服务令牌' };
