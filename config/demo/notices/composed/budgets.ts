import { chance, grouped } from '../../lib/chance';
import { entry, type Writer } from '../draft';
import { units } from '../../organization/units';

/** Accounts of the last year, one department after the other; the tables add up. */
export const budgetNotices: Writer = d => {
  const thisYear = Number(d.today.slice(0, 4));
  const year = `${thisYear}-09-01` < d.today ? thisYear : thisYear - 1;
  return units
    .filter(({ kind }) => kind === 'department' || kind === 'government')
    .map(({ id, shortName, phone }, place) => {
      const luck = chance(`accounts-${id}`);
      const parts = [luck.int(820, 2_460), luck.int(140, 520), luck.int(380, 5_900)];
      const total = parts.reduce((sum, part) => sum + part, 0);
      const [car, guest] = [luck.int(20, 96) / 10, luck.int(4, 31) / 10];
      return {
        key: `accounts-${id}`,
        title: `${shortName}${year - 1}年度部门决算`,
        kind: 'finance' as const,
        unit: id,
        columns: ['budgets-accounts'],
        at: d.on(
          d.isWorkingDay(`${year}-08-${12 + (place % 12)}`)
            ? `${year}-08-${12 + (place % 12)}`
            : d.plusWorking(`${year}-08-${12 + (place % 12)}`, 1),
          '10:00',
        ),
        points: [`支出 ${grouped(total)} 万元`, `三公经费 ${(car + guest).toFixed(1)} 万元`],
        entries: [entry('budgets', '部门预决算', '部门决算'), entry('budgets', '部门预决算', '部门三公经费说明')],
        body: `|= ${year - 1}年支出（万元）
| 项目 | 决算数 |
| 人员经费 | ${grouped(parts[0] as number)} |
| 公用经费 | ${grouped(parts[1] as number)} |
| 项目支出 | ${grouped(parts[2] as number)} |
| 合计 | ${grouped(total)} |
## 三公经费
公务用车运行 ${car.toFixed(1)} 万元，保有 ${luck.int(1, 6)} 辆；公务接待 ${guest.toFixed(1)} 万元，${luck.int(6, 41)} 批 ${luck.int(50, 380)} 人；没有因公出国（境）。合计 ${(car + guest).toFixed(1)} 万元，比上年${luck.pick(['减少', '减少', '持平略减，少'])} ${luck.int(2, 12)}%。
## 绩效
自评项目 ${luck.int(3, 14)} 个，优 ${luck.int(2, 3)} 个，一个项目因${luck.pick(['招标延期', '方案调整', '雨季停工'])}没有完成年度目标，已经说明原因。对表里的数有疑问，请打 ${phone}。`,
      };
    });
};
