import type {
  Campaign,
  ColumnDuty,
  CoverageRow,
  DraftSummary,
  Edition,
  EnquiryAnswer,
  EntryDuty,
  Finding,
  ListChange,
  ListItem,
  NoticeSummary,
  PanelNote,
  PanelRound,
  Posting,
  PowerList,
  RosterEntry,
  RouteAnswer,
  RouteCall,
  StaffArea,
  StaffComment,
  StaffObjection,
  StaffPlace,
  StaffUnit,
} from '../schemas/types';

type Words<K extends string> = Readonly<Record<K, string>>;

/** What a clerk reads for kinds and states: on screens of the console and in the tables that are exported from them. */
export const NOTICE_KIND_LABELS: Words<NoticeSummary['kind']> = {
  regulation: '文件',
  interpretation: '解读',
  posting: '公示',
  announcement: '公告',
  meeting: '会议',
  tender: '招标采购',
  land: '征地补偿',
  finance: '财政资金',
  news: '动态',
  result: '结果',
};

export const DOCUMENT_CLASS_LABELS: Words<NonNullable<NoticeSummary['documentClass']>> = {
  rule: '规章',
  normative: '行政规范性文件',
  other: '其他文件',
};

export const DRAFT_STATE_LABELS: Words<DraftSummary['state']> = {
  writing: '在写',
  in_review: '在审',
  sent_back: '退回了',
  approved: '审完了，等发布',
  scheduled: '到时间就发布',
  filed: '归档了，不发布',
  published: '发布了',
  discarded: '废弃了',
};

export const CONSULTATION_STATE_LABELS: Words<RouteAnswer<'staff.consultations.list'>['items'][number]['state']> = {
  draft: '还没开始',
  open: '征集中',
  closed: '待公布结果',
  answered: '已公布结果',
};

export const COMMENT_CHANNEL_LABELS: Words<StaffComment['channel']> = {
  wechat: '微信小程序',
  h5: '网页',
  letter: '来信',
  phone: '电话',
  email: '电子邮件',
  visit: '当面',
  meeting: '座谈会',
  hearing: '听证会',
  bench: '板凳会',
  survey: '问卷',
  proxy: '网格员代录',
};

export const ANSWER_RESULT_LABELS: Words<RouteCall<'staff.comments.answer'>['body']['result']> = {
  adopted: '采纳',
  partly: '部分采纳',
  not_adopted: '未采纳',
  out_of_scope: '不属于本次范围',
};

export const REQUEST_STATUS_LABELS: Words<
  NonNullable<NonNullable<RouteCall<'staff.informationRequests.list'>['query']>['status']>
> = {
  awaiting_confirmation: '待登记',
  in_progress: '办理中',
  awaiting_correction: '等补正',
  paused: '停表',
  extended: '已延长',
  decided: '已答复',
  withdrawn: '已撤回',
  lapsed: '不再处理',
};

type ListedEnquiry = RouteAnswer<'staff.enquiries.list'>['items'][number];
export const ENQUIRY_STATUS_LABELS: Words<ListedEnquiry['status']> = {
  submitted: '待受理',
  accepted: '待交办',
  assigned: '办理中',
  with_hotline: '热线在办',
  drafted: '待审核',
  answered: '已答复',
  not_ours: '不归我们办',
  withdrawn: '已撤回',
};
export const ENQUIRY_KIND_LABELS: Words<ListedEnquiry['kind']> = {
  question: '咨询',
  help: '求助',
  suggestion: '建议',
  complaint: '投诉',
};
export const ENQUIRY_OUTCOME_LABELS: Words<EnquiryAnswer['outcome']> = {
  solved: '解决了',
  explained: '说明了情况',
  planned: '列入计划',
  not_ours: '不归我们办',
  impossible: '办不了',
};

type ListedOpinion = RouteAnswer<'staff.opinions.list'>['items'][number];
export const OPINION_GRAVITY_LABELS: Words<ListedOpinion['gravity']> = {
  extreme: '特别重大',
  major: '重大',
  general: '一般',
};
export const OPINION_STATUS_LABELS: Words<ListedOpinion['status']> = { open: '在处置', closed: '办结' };
export const OPINION_DUTY_LABELS: Words<ListedOpinion['duties'][number]['duty']> = {
  inform: '发布权威信息',
  brief: '开新闻发布会',
};

export const CAMPAIGN_STATE_LABELS: Words<Campaign['state']> = { coming: '还没开始', running: '在走', over: '结束了' };
export const REACH_CHANNEL_LABELS: Words<keyof NonNullable<CoverageRow['figures']>['channels']> = {
  door: '上门',
  phone: '电话',
  online: '网上',
};
/** In place of figures. */
export const HIDDEN_FIGURES_LABELS: Words<NonNullable<CoverageRow['hidden']>> = {
  few: '少于 5 户',
  beside: '为免推算不显示',
};

export const DUTY_STATE_LABELS: Words<EntryDuty['state']> = {
  missing: '还没有',
  late: '有晚的',
  kept: '按时',
};

export const COLUMN_STATE_LABELS: Words<ColumnDuty['state']> = {
  late: '过了期限',
  empty: '空着',
  kept: '按时',
  none: '没有规定',
};

export const ROSTER_POST_LABELS: Words<RosterEntry['post']> = {
  head: '单位负责人',
  information_officer: '信息公开联络员',
  spokesperson: '新闻发言人',
  grid_worker: '网格员',
  expert: '专家',
  representative: '代表',
};

export const SURVEY_STATE_LABELS: Words<RouteAnswer<'staff.surveys.list'>['items'][number]['state']> = {
  draft: '还没开始',
  open: '收答卷',
  closed: '待公布结果',
  answered: '已公布结果',
};

type ListedMeeting = RouteAnswer<'staff.meetings.list'>['items'][number];
export const MEETING_KIND_LABELS: Words<ListedMeeting['kind']> = {
  seminar: '座谈会',
  hearing: '听证会',
  attendance: '列席',
  bench: '板凳会',
};
export const MEETING_STATE_LABELS: Words<ListedMeeting['state']> = {
  draft: '筹备中',
  announced: '已公布',
  held: '开过了，没有记录',
  recorded: '有记录',
  cancelled: '取消了',
};
type ListedSignUp = RouteAnswer<'staff.meetings.signUps'>['items'][number];
export const SIGN_UP_STATE_LABELS: Words<ListedSignUp['state']> = {
  waiting: '等答复',
  accepted: '参加',
  waitlist: '候补',
  rejected: '不参加',
  withdrawn: '本人取消',
};
export const REPRESENTS_LABELS: Words<ListedSignUp['represents']> = {
  resident: '居民',
  representative: '人大代表、政协委员',
  business: '企业和商户',
  expert: '专家',
  other: '其他',
};

export const EDITION_STATE_LABELS: Words<Edition['state']> = {
  draft: '草案',
  consulted: '征集过意见',
  frozen: '定稿',
};
export const FINDING_LABELS: Words<Finding['kind']> = {
  naming: '命名',
  publisher: '主体',
  same_name: '同名',
  same_basis: '重复',
  omission: '遗漏',
};
export const PANEL_KIND_LABELS: Words<PanelRound['kind']> = {
  expert: '专家评审',
  representative: '代表评审',
};
export const PANEL_STATE_LABELS: Words<PanelRound['state']> = {
  open: '评审中',
  closed: '结束了',
};
export const NOTE_VERDICT_LABELS: Words<NonNullable<PanelNote['answer']>['verdict']> = {
  adopted: '采纳',
  partly: '部分采纳',
  not_adopted: '没有采纳',
};
export const LIST_CHANGE_LABELS: Words<ListChange['change']> = {
  new: '新增',
  changed: '有改动',
  removed: '删去',
};
export const LIST_KIND_LABELS: Words<PowerList['kind']> = {
  powers: '权责清单',
  services: '公共服务清单',
  enforcement: '行政执法清单',
};
export const LIST_ITEM_STATE_LABELS: Words<ListItem['state']> = {
  open: '还没定',
  flagged: '要再看',
  mapped: '对上了',
  none: '不用公开',
};

export const POSTING_STATE_LABELS: Words<Posting['state']> = {
  running: '公示中',
  over: '期满，等结果',
  concluded: '结束了',
};

export const OBJECTION_SOURCE_LABELS: Words<StaffObjection['source']> = {
  app: '小程序',
  letter: '信件',
  phone: '电话',
  window: '窗口',
};
export const OBJECTION_STATE_LABELS: Words<StaffObjection['state']> = {
  received: '等核查',
  examining: '核查中',
  settled: '有结论',
};
export const OBJECTION_RESULT_LABELS: Words<NonNullable<StaffObjection['result']>> = {
  upheld: '成立',
  partly: '部分成立',
  rejected: '不成立',
};

export const TEXT_REVIEW_LABELS: Words<RouteAnswer<'staff.surveys.texts'>['items'][number]['review']> = {
  waiting: '还没看',
  approved: '可以公开',
  kept_back: '不公开',
};

export const UNIT_KIND_LABELS: Words<StaffUnit['kind']> = {
  government: '政府',
  department: '部门',
  street: '街道',
  utility: '公共企事业单位',
};
export const AREA_LEVEL_LABELS: Words<StaffArea['level']> = {
  district: '区县',
  street: '街道',
  community: '社区（村）',
  grid: '网格',
};
export const PLACE_KIND_LABELS: Words<StaffPlace['kind']> = {
  reading_room: '公开专区',
  service_hall: '政务大厅',
  library: '图书馆',
  archive: '档案馆',
  community_corner: '社区公开角',
  screen: '查询屏',
};
