import {
  CAMPAIGN_STATE_LABELS,
  ENQUIRY_KIND_LABELS,
  HIDDEN_FIGURES_LABELS,
  REACH_CHANNEL_LABELS,
} from '@bandeng/contracts/routes';
import type { CoverageRow, QuestionTopic } from '@bandeng/contracts/types';
import { listed, sheetOf } from './sheet';

const buildings = sheetOf({
  route: 'staff.grid.buildings.list',
  name: '楼',
  columns: {
    网格: ({ area }) => area.name,
    小区: ({ compound }) => compound ?? '',
    楼: ({ name }) => name,
    第几栋走: ({ position }) => String(position),
    门数: ({ doors }) => String(doors),
    哪天停用: ({ closedOn }) => closedOn ?? '',
    编号: ({ id }) => id,
  },
});

/** The columns of the workbook that is read in: taken along, changed, read in again; without a door it is the form to fill in. */
const doors = sheetOf({
  route: 'staff.grid.doors.listIn',
  name: '门',
  columns: {
    网格: ({ grid }) => grid.name,
    小区: ({ compound }) => compound ?? '',
    楼栋: ({ building }) => building,
    单元: ({ unit }) => unit ?? '',
    楼层: ({ floor }) => String(floor ?? ''),
    门牌: ({ number }) => number,
    '走访间隔（天）': ({ visitEveryDays }) => String(visitEveryDays ?? ''),
  },
});

const workers = sheetOf({
  route: 'staff.grid.workers',
  name: '网格员',
  columns: {
    网格员: ({ worker }) => worker.name,
    走访次数: ({ visits }) => String(visits),
    走了多少户: ({ doors: count }) => String(count),
    不在家: ({ notHome }) => String(notHome),
    代录: ({ onBehalf }) => String(onBehalf),
  },
});

type Asking = 'onBehalf' | 'question' | 'opinion' | 'wantsInformation';
const nameOfTopic = ({ kind, item, enquiryKind }: QuestionTopic): string => {
  if (item) return item.title;
  if (enquiryKind) return `留言：${ENQUIRY_KIND_LABELS[enquiryKind]}`;
  return kind === 'request' ? '要政府信息' : '走访时说的，没有送东西';
};
const asked =
  (column: Asking, count: 'doors' | 'times') =>
  (topic: QuestionTopic): string => {
    const asking = topic[column];
    return asking === null ? HIDDEN_FIGURES_LABELS.few : String(asking[count]);
  };
/** As the list shows them: for who is not of that area taken down to fives. */
const questions = sheetOf({
  route: 'staff.grid.questions',
  name: '问了什么',
  columns: {
    事情: nameOfTopic,
    '代录、转交的户': asked('onBehalf', 'doors'),
    '代录、转交的次数': asked('onBehalf', 'times'),
    有疑问的户: asked('question', 'doors'),
    有疑问的次数: asked('question', 'times'),
    有意见的户: asked('opinion', 'doors'),
    有意见的次数: asked('opinion', 'times'),
    想要信息的户: asked('wantsInformation', 'doors'),
    想要信息的次数: asked('wantsInformation', 'times'),
  },
});

const campaigns = sheetOf({
  route: 'staff.grid.campaigns.list',
  name: '入户任务',
  columns: {
    任务: ({ title }) => title,
    谁布置: ({ unit }) => unit.name,
    送什么: ({ items }) => items.map(({ title }) => title).join('、'),
    到哪里: ({ areas }) => listed(areas),
    从: ({ from }) => from,
    到: ({ to }) => to,
    状态: ({ state }) => CAMPAIGN_STATE_LABELS[state],
    门数: ({ figures }) => String(figures?.doors ?? HIDDEN_FIGURES_LABELS.few),
    送到: ({ figures }) => String(figures?.reached ?? HIDDEN_FIGURES_LABELS.few),
    送到百分之几: ({ figures }) => String(figures?.percent ?? ''),
    目标百分之几: ({ targetPercent }) => String(targetPercent),
    编号: ({ id }) => id,
  },
});

type Figures = NonNullable<CoverageRow['figures']>;
const figure =
  (of: (figures: Figures) => number | null) =>
  ({ figures, hidden }: CoverageRow): string =>
    figures === null ? HIDDEN_FIGURES_LABELS[hidden ?? 'few'] : String(of(figures) ?? '');
/** A cell of fewer than five doors is one here too, for whoever is not of that area. */
const coverage = sheetOf({
  route: 'staff.grid.coverage',
  name: '覆盖',
  columns: {
    地方: ({ place }) => place.name,
    楼数: ({ buildings: count }) => String(count),
    送到的楼: figure(({ buildingsReached }) => buildingsReached),
    门数: figure(({ doors }) => doors),
    送到: figure(({ reached }) => reached),
    送到百分之几: figure(({ percent }) => percent),
    得分: figure(({ points }) => points),
    [REACH_CHANNEL_LABELS.door]: figure(({ channels }) => channels.door),
    [REACH_CHANNEL_LABELS.phone]: figure(({ channels }) => channels.phone),
    [REACH_CHANNEL_LABELS.online]: figure(({ channels }) => channels.online),
    海报张数: ({ posters }) => String(posters.hung),
    贴了海报的楼: ({ posters }) => String(posters.buildings),
    扫码打开: figure(({ opens }) => opens),
  },
});

export const gridSheets = {
  'grid-buildings': buildings,
  'grid-doors': doors,
  'grid-campaigns': campaigns,
  'grid-coverage': coverage,
  'grid-workers': workers,
  'grid-questions': questions,
};
