import { COLUMN_STATE_LABELS, DUTY_STATE_LABELS } from '@bandeng/contracts/routes';
import { listed, sheetOf } from './sheet';

export const columns = sheetOf({
  route: 'staff.columns.duties',
  name: '栏目更新',
  columns: {
    栏目: ({ name }) => name,
    上级: ({ parent }) => parent?.name ?? '',
    谁负责: ({ units }) => listed(units),
    多久更新: ({ rhythm }) => rhythm ?? '',
    怎么样: ({ state }) => COLUMN_STATE_LABELS[state],
    最近一条: ({ lastNotice }) => lastNotice?.title ?? '',
    哪天发布: ({ lastNotice }) => lastNotice?.publishedOn ?? '',
    下一条最晚: ({ dueOn }) => dueOn ?? '',
    缺哪几期: ({ overdue }) => overdue.map(({ label, dueOn }) => `${label}（最晚 ${dueOn}）`).join('、'),
    一共多少条: ({ noticeCount }) => String(noticeCount),
    编号: ({ id }) => id,
  },
});

export const duties = sheetOf({
  route: 'staff.catalog.duties',
  name: '应公开和已公开',
  columns: {
    事项: ({ name }) => name,
    领域: ({ domain }) => domain.name,
    分类: ({ path }) => path.join(' / '),
    谁公开: ({ publishers, publisherText }) => listed(publishers) || publisherText,
    时限: ({ timeLimitsText }) => timeLimitsText,
    怎么样: ({ state }) => DUTY_STATE_LABELS[state],
    近两年多少条: ({ noticeCount }) => String(noticeCount),
    应多少期: ({ expected }) => (expected === null ? '' : String(expected)),
    公开了多少期: ({ published }) => (published === null ? '' : String(published)),
    最近一条: ({ lastPublishedOn }) => lastPublishedOn ?? '',
    晚的: ({ late }) =>
      late.map(({ label, publishedOn }) => label + (publishedOn ? `（${publishedOn}）` : '')).join('、'),
    编号: ({ id }) => id,
  },
});
