import type { StaffRole } from '@bandeng/contracts/routes';
import type { AuditPerson } from '@bandeng/contracts/types';
import { REQUEST_STATES } from './request-states';
import { sayRoles } from './role-names';

/** Collections of records that are acted on, as an auditor calls them. */
export const RECORD_NAMES: Readonly<Record<string, string>> = {
  notices: '公开信息',
  noticeDrafts: '公开信息的草稿',
  noticeFeedback: '纠错',
  informationRequests: '公开申请',
  consultations: '征集',
  decisions: '决策事项',
  comments: '意见',
  meetings: '会议',
  meetingSignUps: '会议报名',
  meetingResolutions: '会上定的事',
  surveys: '问卷',
  surveyResponses: '答卷',
  surveyTexts: '问卷里写的话',
  commentReports: '举报',
  commentSupports: '附议',
  catalogEditions: '目录版本',
  catalogRounds: '目录评审',
  catalogNotes: '评审意见',
  catalogLists: '清单',
  catalogListLinks: '清单对目录',
  catalogNudges: '催一催',
  catalogNudgeTasks: '催办任务',
  staff: '工作人员',
  accounts: '居民账号',
  units: '单位',
  areas: '行政区划',
  places: '查阅点',
  rosters: '名录',
  guides: '指南和年报',
  holidayYears: '放假安排',
  files: '附件',
  tables: '导出的表',
};

export const ACTION_NAMES: Readonly<Record<string, string>> = {
  'notice.published': '发布',
  'notice.updated': '改动',
  'notice.taken_down': '撤下',
  'notice.source_refused': '没有采用门户送来的',
  'notice.loaded': '导入',
  'notice.personal_data_confirmed': '确认个人信息可以公开',
  'notice.files_unreadable': '收下查不到文字的附件',
  'notice-draft.created': '起草',
  'notice-draft.saved': '写草稿',
  'notice-draft.submitted': '送审',
  'notice-draft.signed': '审核签名',
  'notice-draft.sent_back': '退回',
  'notice-draft.recalled': '取回',
  'notice-draft.secrecy_asked': '请保密审查',
  'notice-draft.personal_data_passed': '放行号码',
  'notice-draft.personal_data_refused': '不放行号码',
  'notice-draft.interpretation_waived': '免去解读',
  'notice-draft.scheduled': '定时发布',
  'notice-draft.unscheduled': '取消定时',
  'notice-draft.published': '发布草稿',
  'notice-draft.publish_failed': '到点没发成',
  'notice-draft.filed': '归档留存',
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
  'round.opened': '请人评审',
  'round.closed': '结束评审',
  'note.written': '提评审意见',
  'note.changed': '改评审意见',
  'note.taken_back': '收回评审意见',
  'note.answered': '答复评审意见',
  'list.imported': '导入清单',
  'list.item_mapped': '定对应关系',
  'staff.created': '新增',
  'staff.updated': '改姓名和角色',
  'staff.closed': '停用',
  'staff.totp-reset': '作废动态口令',
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
  'consultation.updated': '改草案',
  'consultation.scheduled': '定下开始的时间',
  'consultation.opened': '开始征集',
  'consultation.revised': '出新的一稿',
  'consultation.answered': '公布结果',
  'consultation.loaded': '导入',
  'decision.loaded': '导入',
  'decision.created': '列入决策目录',
  'decision.updated': '改决策事项',
  'decision.published': '公布决策事项',
  'decision.concluded': '办结决策事项',
  'survey.created': '起草问卷',
  'survey.edited': '改问卷',
  'survey.published': '发布问卷',
  'survey.loaded': '导入',
  'survey.response_received': '收到答卷',
  'survey.text_reviewed': '看写的话',
  'survey.text_taken': '收进意见',
  'survey.answered': '公布结果',
  'survey.exported': '导出',
  'meeting.created': '筹备会议',
  'meeting.edited': '改会议',
  'meeting.published': '公布会议',
  'meeting.loaded': '导入',
  'meeting.signed_up': '报名',
  'meeting.invited': '邀请',
  'meeting.sign_up_moved': '答复报名',
  'meeting.drawn': '抽签',
  'meeting.participants_published': '公布参加人名单',
  'meeting.attendance_marked': '签到',
  'meeting.minutes_written': '写记录',
  'meeting.minutes_confirmed': '确认记录',
  'meeting.resolved': '写下定了的事',
  'meeting.resolution_done': '办完定了的事',
  'meeting.cancelled': '取消会议',
  'comment.created': '提意见',
  'comment.supported': '附议',
  'comment.reported': '举报',
  'comment.reviewed': '审看',
  'comment.checked': '核对',
  'comment.queued': '放进要看的',
  'comment.duplicate_linked': '归到相同的意见',
  'comment.grouped': '归成一组',
  'comment.assigned': '交办',
  'comment.answer_drafted': '拟答复',
  'comment.noted': '记一句',
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
  'organization.created': '新增',
  'organization.changed': '改动',
  'organization.closed': '停用',
  'holidays.entered': '录入',
  'table.exported': '导出',
};

/** In Chinese where there is a word for it; else the name that is kept. */
export const sayRecord = (collection: string): string => RECORD_NAMES[collection] ?? collection;
export const sayAction = (action: string): string => ACTION_NAMES[action] ?? action;

/** States by the collection they belong to; those of one name mean the same everywhere. */
const STATE_NAMES: Readonly<Record<string, string>> = {
  ...REQUEST_STATES,
  draft: '草稿',
  scheduled: '定好了开始的日子',
  open: '征集中',
  closed: '截止了',
  answered: '公布了结果',
  published: '公开',
  taken_down: '撤下',
  active: '在用',
};
/** A member is closed for good, a consultation for comments only. */
const OF_STAFF: Readonly<Record<string, string>> = { closed: '停用' };
const OWN_STATES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  consultations: { closed: '截止了' },
  surveys: { open: '收答卷', closed: '截止了' },
  meetings: { draft: '筹备中', announced: '已公布', held: '开过了', recorded: '有记录', cancelled: '取消了' },
};

export const sayState = (collection: string, state: string): string =>
  OWN_STATES[collection]?.[state] ?? OF_STAFF[state] ?? STATE_NAMES[state] ?? state;

export const sayRolesOf = ({ roles }: Pick<AuditPerson, 'roles'>): string =>
  roles.length > 0 ? sayRoles(roles.map(role => ({ role }))) : '停用了';

/** Who did it: staff by name and role, others by what they are. */
export const sayPerson = (who: AuditPerson): string =>
  who.kind === 'staff' && who.name !== null ? `${who.name} · ${sayRolesOf(who)}` : PEOPLE[who.kind];
const PEOPLE = {
  staff: '工作人员',
  resident: '居民',
  service: '门户网站',
  system: '系统',
  anonymous: '没有登录的人',
} as const;

/** Where a record is worked on; undefined when it has no page of its own, or none that somebody with these roles may open. */
export function pageOfRecord(
  collection: string,
  id: string,
  roles: readonly { role: StaffRole }[],
): string | undefined {
  const page = PAGES[collection];
  if (!page || (page.roles && !roles.some(({ role }) => page.roles?.includes(role)))) return undefined;
  return `/${page.folder}/${id}`;
}
const PAGES: Readonly<Record<string, { folder: string; roles?: readonly StaffRole[] }>> = {
  informationRequests: { folder: 'information-requests', roles: ['officer', 'head', 'legal', 'supervisor'] },
  consultations: { folder: 'consultations', roles: ['editor', 'office', 'street', 'supervisor'] },
  meetings: { folder: 'meetings', roles: ['editor', 'office', 'street'] },
  surveys: { folder: 'surveys', roles: ['editor', 'office', 'street'] },
  notices: { folder: 'notices' },
  staff: { folder: 'staff', roles: ['admin'] },
};
