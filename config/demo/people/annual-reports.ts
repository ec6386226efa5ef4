import type { Dates } from '../lib/dates';
import type { DemoAnnualReport } from '../types';

/** Reports of the last year whose days are over: two units' and the district's, so that there is something to read. */
export function annualReportsFor(d: Dates): DemoAnnualReport[] {
  const thisYear = Number(d.today.slice(0, 4));
  const year = d.today > `${thisYear}-04-01` ? thisYear - 1 : thisYear - 2;
  const handedIn = (day: string) => d.on(`${year + 1}-${day}`, '10:00');
  const figures = { rules: null, normative: null, coercion: 0 };
  return [
    {
      unit: 'district-office',
      ...{ year, at: handedIn('01-19') },
      entered: { ...figures, permits: 0, penalties: 0, fees: '0' },
      sections: {
        overview: '区政府办公室把政务公开目录里的事项逐项对照，会议、文件和解读同一天公开。',
        problems: '文件解读多是文字，图看得少。下一年做好一图读懂。',
        others: '本年没有收取政府信息公开信息处理费。',
      },
    },
    {
      unit: 'civil-affairs',
      ...{ year, at: handedIn('01-22') },
      entered: { ...figures, permits: 214, penalties: 2, fees: '0' },
      sections: {
        overview: '区民政局公开社会救助、养老服务和补贴发放的信息，名单都遮住了号码。',
        problems: '补贴名单公示的时间有长有短。下一年按同一个公示期办。',
        others: '没有其他需要报告的事项。',
      },
    },
    {
      unit: 'district',
      ...{ year, at: handedIn('03-24') },
      entered: null,
      sections: {
        overview:
          '全区按照基层政务公开标准目录公开信息，二十六个领域都有单位负责。\n群众可以在小程序里看、问、提意见，也可以到查阅点看纸面的材料。',
        problems: '有的单位更新不及时，有的答复写得不好懂。下一年把到期提醒送到人，答复先给不懂行的人读一遍。',
        others: '本年没有收取政府信息公开信息处理费。',
      },
    },
  ];
}
