import { chance } from '../lib/chance';
import type { Dates } from '../lib/dates';
import { blocks } from '../lib/text-blocks';
import type { DemoGuide } from '../types';
import { requestsOfYear, tableFour, tableThree, tableTwo } from './annual-tables';
import { unit } from './units';

/** Units that show their reports, and about how many requests a year they get. */
const REPORTING: [unitId: string, size: number][] = [
  ['district-office', 64],
  ['civil-affairs', 18],
  ['housing', 33],
  ['natural-resources', 29],
  ['liuying-street', 9],
  ['hedu-street', 11],
];

/** Three years each; what one year carries over is what the next one begins with. */
export function annualReports(d: Dates): DemoGuide[] {
  const thisYear = Number(d.today.slice(0, 4));
  const newest = `${thisYear}-02-01` < d.today ? thisYear - 1 : thisYear - 2;
  return REPORTING.flatMap(([unitId, size]) => {
    let carried = [1, 0, 0, 0, 0, 0];
    return [newest - 2, newest - 1, newest].map(year => {
      const luck = chance(`annual-${unitId}-${newest - year}`);
      const requests = requestsOfYear(luck, size, carried);
      carried = requests.carriedOut;
      const { shortName, phone } = unit(unitId);
      const received = requests.received.reduce((sum, value) => sum + value, 0);
      const published = luck.int(120, 900);
      return {
        id: `annual-${unitId}-${year}`,
        kind: 'annual_report' as const,
        title: `${shortName}${year}年政府信息公开工作年度报告`,
        unitId,
        publishedOn: `${year + 1}-01-${String(luck.int(16, 30)).padStart(2, '0')}`,
        year,
        office: null,
        summary: `主动公开 ${published} 条，收到申请 ${received} 件`,
        body: [
          ...blocks(`## 一、总体情况
${year}年，${shortName}主动公开政府信息 ${published} 条，其中解读 ${luck.int(4, 26)} 篇；收到公开申请 ${received} 件，全部在法定期限内处理；公开征求意见 ${luck.int(1, 6)} 次，收到意见 ${luck.int(14, 160)} 条。
政府信息管理方面，清理失效文件 ${luck.int(0, 9)} 件；平台建设方面，新增查阅点 ${luck.int(0, 3)} 处；监督保障方面，培训 ${luck.int(2, 5)} 次，评议得分 ${luck.int(84, 95)} 分。
## 二、主动公开政府信息情况`),
          ...tableTwo(luck),
          ...blocks('## 三、收到和处理政府信息公开申请情况'),
          tableThree(requests),
          ...blocks('## 四、政府信息公开行政复议、行政诉讼情况'),
          tableFour(luck),
          ...blocks(`## 五、存在的主要问题及改进情况
${luck.pick(['个别目录事项公开晚于时限，已经建立每月提醒', '解读文字多、图少，下一年每份文件配一张图', '社区公示栏更新不及时，改由网格员每周拍照核对'])}。
## 六、其他需要报告的事项
没有收取信息处理费。对本报告有疑问，请联系 ${phone}。`),
        ],
      };
    });
  });
}
