import {
  ANSWER_RESULT_LABELS,
  COMMENT_CHANNEL_LABELS,
  CONSULTATION_STATE_LABELS,
  DOCUMENT_CLASS_LABELS,
  DRAFT_STATE_LABELS,
  NOTICE_KIND_LABELS,
  MEETING_KIND_LABELS,
  MEETING_STATE_LABELS,
  REPRESENTS_LABELS,
  REQUEST_STATUS_LABELS,
  SIGN_UP_STATE_LABELS,
  SURVEY_STATE_LABELS,
} from '@bandeng/contracts/routes';
import type { AuditPerson, TableName } from '@bandeng/contracts/types';
import { officeStepOf, requestKinds, remedyResults } from '@bandeng/rules';
import { catalogSheets } from './catalog-sheets';
import { columns, duties } from './duty-sheets';
import { gridSheets } from './grid-sheets';
import { organizationSheets } from './organization-sheets';
import { participationSheets } from './participation-sheets';
import { listed, sayTime, sheetOf, yes, type ListRoute, type Sheet } from './sheet';

/** Of a person in the audit: members by name, everybody else by what they are. */
const PEOPLE: Readonly<Record<AuditPerson['kind'], string>> = {
  staff: '工作人员',
  resident: '居民',
  service: '门户网站',
  system: '系统',
  anonymous: '没有登录的人',
};
const TASK_STATES = { open: '要办的', done: '办完的' } as const;

const notices = sheetOf({
  route: 'notices.list',
  name: '公开信息',
  columns: {
    标题: ({ title }) => title,
    种类: ({ kind }) => NOTICE_KIND_LABELS[kind],
    文件分类: ({ documentClass }) => (documentClass ? DOCUMENT_CLASS_LABELS[documentClass] : ''),
    单位: ({ unit }) => unit.name,
    栏目: ({ columns }) => listed(columns),
    文号: ({ documentNumber }) => documentNumber ?? '',
    索引号: ({ indexNumber }) => indexNumber ?? '',
    发布时间: ({ publishedAt }) => sayTime(publishedAt),
    编号: ({ id }) => id,
  },
});

const drafts = sheetOf({
  route: 'staff.drafts.list',
  name: '草稿',
  columns: {
    标题: ({ title }) => title,
    种类: ({ kind }) => NOTICE_KIND_LABELS[kind],
    单位: ({ unit }) => unit.name,
    栏目: ({ columns }) => listed(columns),
    到哪一步: ({ state, step }) => DRAFT_STATE_LABELS[state] + (step ? `：${step.name}` : ''),
    谁起草: ({ createdBy }) => createdBy.name,
    起草时间: ({ createdAt }) => sayTime(createdAt),
    谁改的: ({ updatedBy }) => updatedBy.name,
    改的时间: ({ updatedAt }) => sayTime(updatedAt),
    定时发布: ({ publishAt }) => sayTime(publishAt),
    编号: ({ id }) => id,
  },
});

const feedback = sheetOf({
  route: 'staff.feedback.list',
  name: '纠错',
  columns: {
    信息: ({ noticeTitle }) => noticeTitle,
    单位: ({ unitId }, say) => say.unit(unitId),
    读者怎么说: ({ text }) => text ?? '',
    提出时间: ({ createdAt }) => sayTime(createdAt),
    办没办: ({ state }) => TASK_STATES[state],
    结果: ({ conclusion }) => conclusion ?? '',
    编号: ({ id }) => id,
  },
});

const nudges = sheetOf({
  route: 'staff.nudges.list',
  name: '催办',
  columns: {
    事项: ({ entryName }) => entryName,
    单位: ({ unitIds }, say) => unitIds.map(say.unit).join('、'),
    哪一期: ({ label }) => label,
    该在哪天前公开: ({ dueOn }) => dueOn,
    多少人催: ({ count }) => String(count),
    办没办: ({ state }) => TASK_STATES[state],
    结果: ({ noticeId, conclusion }) => conclusion ?? (noticeId === null ? '' : '已经公开'),
    编号: ({ id }) => id,
  },
});

const consultations = sheetOf({
  route: 'staff.consultations.list',
  name: '征求意见',
  columns: {
    问什么: ({ question }) => question,
    名称: ({ title }) => title,
    单位: ({ unit }) => unit.name,
    种类: ({ kindLabel }) => kindLabel,
    到哪一步: ({ state }) => CONSULTATION_STATE_LABELS[state],
    从哪天起: ({ opensOn }) => opensOn,
    到哪天止: ({ closesOn }) => closesOn,
    意见: ({ commentCount }) => String(commentCount),
    最晚公布结果: ({ outcomeDueOn }) => outcomeDueOn,
    公布时间: ({ outcomeAt }) => sayTime(outcomeAt),
    编号: ({ id }) => id,
  },
});

const comments = sheetOf({
  route: 'staff.comments.list',
  name: '意见',
  columns: {
    说的是哪里: ({ targetLabel }) => targetLabel,
    意见: ({ body }) => body,
    建议改成: ({ proposedText }) => proposedText ?? '',
    谁: ({ author }) => author,
    从哪里来: ({ channel }) => COMMENT_CHANNEL_LABELS[channel],
    时间: ({ createdAt }) => sayTime(createdAt),
    附议: ({ supportCount }) => String(supportCount),
    公开显示: ({ visible }) => yes(visible),
    撤回了: ({ withdrawn }) => yes(withdrawn),
    采纳情况: ({ answer, draftAnswer }) => {
      const said = answer ?? draftAnswer;
      return said ? ANSWER_RESULT_LABELS[said.result] : '';
    },
    答复: ({ answer, draftAnswer }) => (answer ?? draftAnswer)?.reason ?? '',
    编号: ({ id }) => id,
  },
});

const matters = sheetOf({
  route: 'staff.matters.list',
  name: '一件事的经过',
  columns: {
    事: ({ name }) => name,
    牵头单位: ({ unit }) => unit.name,
    归了多少条: ({ memberCount }) => String(memberCount),
    立的时间: ({ createdAt }) => sayTime(createdAt),
    编号: ({ id }) => id,
  },
});

const surveys = sheetOf({
  route: 'staff.surveys.list',
  name: '问卷',
  columns: {
    问卷: ({ title }) => title,
    单位: ({ unit }) => unit.name,
    到哪一步: ({ state }) => SURVEY_STATE_LABELS[state],
    题: ({ questionCount }) => String(questionCount),
    从哪天起: ({ opensOn }) => opensOn,
    到哪天止: ({ closesOn }) => closesOn,
    公布时间: ({ resultAt }) => sayTime(resultAt),
    编号: ({ id }) => id,
  },
});

const meetings = sheetOf({
  route: 'staff.meetings.list',
  name: '会议',
  columns: {
    会议: ({ title }) => title,
    种类: ({ kind }) => MEETING_KIND_LABELS[kind],
    单位: ({ unit }) => unit.name,
    到哪一步: ({ state }) => MEETING_STATE_LABELS[state],
    什么时候: ({ startsAt }) => sayTime(startsAt),
    在哪里: ({ place }) => place,
    报名到: ({ signUp }) => sayTime(signUp?.closesAt ?? null),
    名额: ({ signUp }) => (signUp ? String(signUp.quota) : ''),
    编号: ({ id }) => id,
  },
});

const signUps = sheetOf({
  route: 'staff.meetings.signUps',
  name: '报名和签到',
  columns: {
    姓名: ({ name }) => name,
    电话: ({ phone }) => phone ?? '',
    身份: ({ represents }) => REPRESENTS_LABELS[represents],
    怎么来的: ({ isInvited }) => (isInvited ? '邀请' : '报名'),
    答复: ({ state }) => SIGN_UP_STATE_LABELS[state],
    理由: ({ reason }) => reason ?? '',
    抽到第几位: ({ drawPlace }) => (drawPlace === null ? '' : String(drawPlace)),
    到了: ({ attended }) => (attended === null ? '' : attended ? '到了' : '没到'),
    时间: ({ createdAt }) => sayTime(createdAt),
    编号: ({ id }) => id,
  },
});

const requests = sheetOf({
  route: 'staff.informationRequests.list',
  name: '依申请公开',
  columns: {
    申请: ({ name }) => name,
    申请号: ({ number }) => number,
    单位: ({ unit }) => unit.name,
    状态: ({ status }) => REQUEST_STATUS_LABELS[status],
    下一步: row => officeStepOf(row),
    提交时间: ({ submittedAt }) => sayTime(submittedAt),
    收到: ({ receivedOn }) => receivedOn ?? '',
    最晚: ({ nextStep }) => nextStep.dueOn ?? '',
    晚了: ({ overdue }) => yes(overdue),
    种类: ({ kind }) => requestKinds[kind],
    编号: ({ id }) => id,
  },
});

const annualCases = sheetOf({
  route: 'staff.annualReport.cases',
  name: '年度报告表三的申请',
  columns: {
    申请: ({ name }) => name,
    申请号: ({ number }) => number,
    单位: ({ unit }) => unit.name,
    状态: ({ status }) => REQUEST_STATUS_LABELS[status],
    提交时间: ({ submittedAt }) => sayTime(submittedAt),
    收到: ({ receivedOn }) => receivedOn ?? '',
    编号: ({ id }) => id,
  },
});

const figureCases = sheetOf({ ...annualCases, route: 'staff.requestFigures.cases', name: '一个数字后面的申请' });

const annualRemedies = sheetOf({
  route: 'staff.annualReport.remedyCases',
  name: '年度报告表四的复议和诉讼',
  columns: {
    种类: ({ label }) => label,
    申请: ({ request }) => request.name,
    申请号: ({ request }) => request.number,
    单位: ({ unit }) => unit.name,
    机关或法院: ({ organ }) => organ,
    案号: ({ caseNumber }) => caseNumber ?? '',
    提起: ({ broughtOn }) => broughtOn,
    审结: ({ ended }) => ended?.on ?? '',
    结果: ({ ended }) => remedyResults[ended?.result ?? 'pending'],
    编号: ({ id }) => id,
  },
});

/** Actions and collections by the names that are kept: an auditor compares them with the chain. */
const audit = sheetOf({
  route: 'staff.audit.list',
  name: '审计记录',
  columns: {
    什么时候: ({ at }) => sayTime(at),
    谁: ({ who }) => who.name ?? PEOPLE[who.kind],
    谁的编号: ({ who }) => who.id ?? '',
    做了什么: ({ action }) => action,
    哪一类记录: ({ subject }) => subject.collection,
    哪一条: ({ subject }) => subject.id,
    动了哪几栏: ({ fields }) => fields.join('、'),
    从: ({ from }) => from ?? '',
    到: ({ to }) => to ?? '',
    封存: ({ sealed }) => yes(sealed),
    编号: ({ id }) => id,
  },
});

export const SHEETS: Readonly<Record<TableName, Sheet<ListRoute>>> = {
  notices,
  columns,
  drafts,
  feedback,
  nudges,
  consultations,
  comments,
  matters,
  surveys,
  meetings,
  'sign-ups': signUps,
  'information-requests': requests,
  'annual-cases': annualCases,
  'annual-remedies': annualRemedies,
  'figure-cases': figureCases,
  duties,
  audit,
  ...catalogSheets,
  ...participationSheets,
  ...organizationSheets,
  ...gridSheets,
} as never;
