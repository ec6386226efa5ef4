import { chance } from '../../lib/chance';
import type { Dates, Month } from '../../lib/dates';
import { tableLines } from '../../lib/text-blocks';
import { entry, type Draft, type Writer } from '../draft';
import { QUARTERLY } from './quarterly-lines';

const PUBLISHERS: Record<string, [unit: string, name: string, column: string]> = {
  'elderly-care': ['civil-affairs', '养老服务', 'assistance'],
  'affordable-housing': ['housing-security-center', '住房保障', 'housing-security'],
  'social-insurance': ['human-resources', '社会保险', 'jobs-insurance'],
  employment: ['human-resources', '就业创业', 'jobs-insurance'],
  ecology: ['ecology', '生态环境', 'environment-quality'],
  'health-services': ['health', '卫生健康', 'health'],
  'major-projects': ['development-reform', '重大项目', 'major-works'],
  'work-safety': ['emergency', '安全生产', 'inspections'],
  budgets: ['finance', '直达资金', 'budgets-accounts'],
  'social-assistance': ['civil-affairs', '社会救助', 'assistance'],
};
/** Has not published its newest quarter: its entries show as overdue. */
const LATE = 'health-services';
const ORDINALS = ['一', '二', '三', '四'];

/** One account of the quarter for each domain that owes something every quarter, for the last four quarters that are over. */
export const quarterlyNotices: Writer = d =>
  Object.keys(PUBLISHERS).flatMap(domain =>
    quartersBefore(d).flatMap((last, index) => quarterly(d, domain, last, index)),
  );

/** The last months of the quarters that are over, newest first. */
function quartersBefore(d: Dates): Month[] {
  const months = Array.from({ length: 16 }, (_, back) => d.month(-1 - back));
  return months.filter(month => month.month % 3 === 0).slice(0, 5);
}

function quarterly(d: Dates, domain: string, last: Month, index: number): Draft[] {
  const [unit, name, column] = PUBLISHERS[domain] as [string, string, string];
  const luck = chance(`${domain}-${index}`);
  const day = d.plusWorking(last.last, luck.int(5, 9));
  if (day >= d.today || (domain === LATE && index === 0)) return [];
  const quarter = `${last.year}年第${ORDINALS[last.month / 3 - 1]}季度`;
  const lines = QUARTERLY[domain] ?? [];
  const rows = lines.map(([, item, line]) => [item, line(luck)]);
  const opening = luck.pick([
    `按照公开目录，现将${quarter}${name}的情况一次公开，数字来自各科室台账和街道上报。`,
    `${quarter}${name}领域按季度公开的 ${rows.length} 项如下，每一项都能在目录里找到依据。`,
    `这是${quarter}的账。和上一季度口径相同，${rows.length} 项逐项列出。`,
  ]);
  return [
    {
      key: `quarter-${domain}-${last.first.slice(0, 7)}`,
      title: `${quarter}${name}公开事项`,
      kind: domain === 'budgets' ? 'finance' : 'result',
      unit,
      columns: [column],
      at: d.on(day, luck.pick(['09:10', '10:30', '14:40', '16:05'])),
      points: rows.slice(0, 2).map(([item, line]) => `${item}：${line}`),
      entries: lines.map(([group, item]) => entry(domain, group, item)),
      body: `${opening}\n${tableLines(['事项', '本季度情况'], rows)}\n想看明细的，可以到查阅点查，也可以申请公开。`,
    },
  ];
}
