import {
  ENQUIRY_STATUS_LABELS,
  OBJECTION_RESULT_LABELS,
  OBJECTION_SOURCE_LABELS,
  OBJECTION_STATE_LABELS,
  POSTING_STATE_LABELS,
  TEXT_REVIEW_LABELS,
} from '@bandeng/contracts/routes';
import { sayTime, sheetOf, yes } from './sheet';

const decisions = sheetOf({
  route: 'staff.decisions.list',
  name: '年度决策目录',
  columns: {
    序号: ({ position }) => String(position),
    事项: ({ title }) => title,
    承办单位: ({ unit }) => unit.name,
    计划: ({ plannedFor }) => plannedFor,
    依据: ({ basis }) => basis,
    公布了: ({ isPublished }) => yes(isPublished),
    到哪一步: ({ stateText }) => stateText,
    结果: ({ conclusion }) => conclusion?.text ?? '',
    哪天定的: ({ conclusion }) => conclusion?.on ?? '',
    征求意见: ({ consultations }) => consultations.map(({ question }) => question).join('、'),
    编号: ({ id }) => id,
  },
});

const postings = sheetOf({
  route: 'staff.postings.list',
  name: '公示',
  columns: {
    公示: ({ title }) => title,
    哪一种: ({ kindLabel }) => kindLabel,
    单位: ({ unit }) => unit.name,
    到哪一步: ({ state }) => POSTING_STATE_LABELS[state],
    从哪天起: ({ from }) => from,
    到哪天止: ({ to }) => to,
    哪天收回: ({ takeDownOn }) => takeDownOn ?? '',
    编号: ({ id }) => id,
  },
});

/** Who objected stays masked, as in the list. */
const objections = sheetOf({
  route: 'staff.postings.objections',
  name: '异议',
  columns: {
    异议: ({ text }) => text,
    谁: ({ name }) => name,
    怎么来的: ({ source }) => OBJECTION_SOURCE_LABELS[source],
    哪天收到: ({ receivedOn }) => receivedOn,
    最晚答复: ({ dueOn }) => dueOn,
    晚了: ({ isOverdue }) => yes(isOverdue),
    到哪一步: ({ state }) => OBJECTION_STATE_LABELS[state],
    结论: ({ result }) => (result === null ? '' : OBJECTION_RESULT_LABELS[result]),
    理由: ({ reason }) => reason ?? '',
    谁定的: ({ settledBy }) => settledBy?.name ?? '',
    什么时候定的: ({ settledAt }) => sayTime(settledAt),
    编号: ({ id }) => id,
  },
});

/** Without numbers: they name the whole answer that the words are of. */
const texts = sheetOf({
  route: 'staff.surveys.texts',
  name: '问卷里写的话',
  columns: {
    哪道题: ({ questionTitle }) => questionTitle,
    写了什么: ({ text }) => text,
    遮住了个人信息: ({ hasPersonalData }) => yes(hasPersonalData),
    能不能公开: ({ review }) => TEXT_REVIEW_LABELS[review],
    理由: ({ reason }) => reason ?? '',
    收进意见了: ({ commentId }) => yes(commentId !== null),
  },
});

const enquiries = sheetOf({
  route: 'staff.enquiries.list',
  name: '网上民声',
  columns: {
    留言: ({ title }) => title,
    编号: ({ number }) => number,
    种类: ({ kindText }) => kindText,
    受理单位: ({ unit }) => unit.name,
    主办单位: ({ mainUnit }) => mainUnit?.name ?? '',
    状态: ({ status }) => ENQUIRY_STATUS_LABELS[status],
    留言时间: ({ submittedAt }) => sayTime(submittedAt),
    最晚: ({ dueOn }) => dueOn,
    晚了: ({ overdue }) => yes(overdue),
    系统编号: ({ id }) => id,
  },
});

const opinions = sheetOf({
  route: 'staff.opinions.list',
  name: '舆情',
  columns: {
    什么事: ({ title }) => title,
    级别: ({ gravityText }) => gravityText,
    责任单位: ({ unit }) => unit.name,
    状态: ({ statusText }) => statusText,
    发现: ({ noticedAt }) => sayTime(noticedAt),
    最晚发布信息: ({ duties }) => sayTime(duties[0]?.dueAt ?? null),
    发布了信息: ({ duties }) => sayTime(duties[0]?.doneAt ?? null),
    最晚开发布会: ({ duties }) => sayTime(duties[1]?.dueAt ?? null),
    开了发布会: ({ duties }) => sayTime(duties[1]?.doneAt ?? null),
    编号: ({ id }) => id,
  },
});

const percent = (hundredths: number): string => `${(hundredths / 100).toFixed(2)}%`;
const hotlineMonths = sheetOf({
  route: 'staff.hotline.months',
  name: '热线三率',
  columns: {
    月份: ({ id }) => id,
    按期办结率: ({ onTime }) => percent(onTime),
    结果满意率: ({ result }) => percent(result),
    过程满意率: ({ process }) => percent(process),
    出处: ({ source }) => source,
    记下的时间: ({ enteredAt }) => sayTime(enteredAt),
  },
});

export const participationSheets = {
  decisions,
  enquiries,
  opinions,
  'hotline-months': hotlineMonths,
  postings,
  objections,
  'survey-texts': texts,
};
