import { dateOf, type Dates } from '../lib/dates';
import type { DemoEnquiry, DemoHotlineMonth } from '../types';

/** Messages at every step, the newest first in the story of each; steps stand on working days before the load. */
export function enquiriesFor(d: Dates): DemoEnquiry[] {
  const toHousing = { mainUnitId: 'housing', jointUnitIds: ['liuying-street'] };
  const accepted = (days: number, kind: DemoEnquiry['kind']) => ({
    ...{ kind: 'accept' as const, at: d.worked(days, '10:20') },
    body: { kind },
  });
  const assigned = (days: number, body: { mainUnitId: string; jointUnitIds: string[] }) => ({
    ...{ kind: 'assign' as const, at: d.worked(days, '15:00') },
    body,
  });
  const enquiries: DemoEnquiry[] = [
    {
      ...{ key: 'meal-weekend', residentKey: 'demo-1', kind: 'question', areaId: 'liuying-huaiying' },
      title: '送餐员周末来不来',
      body: '槐影长者食堂的送餐上个周末没有人来，打电话没人接。周末还送不送？不送的话老人吃什么？',
      publicConsent: true,
      submittedAt: d.worked(6, '19:10'),
      steps: [
        accepted(5, 'question'),
        assigned(5, { mainUnitId: 'civil-affairs', jointUnitIds: [] }),
        {
          ...{ kind: 'answer', at: d.worked(3, '11:00') },
          body: {
            outcome: 'solved',
            text: '周末照常送，午餐 11 点到 12 点。上个周末送餐员请假，没有安排人顶上，已经要求承办单位每天留一名替班。周末有事打食堂的电话，电话贴在餐盒上。',
          },
        },
        { kind: 'approve', at: d.worked(3, '16:10') },
        {
          ...{ kind: 'publish', at: d.worked(2, '09:20') },
          body: {
            title: '长者食堂周末送不送餐',
            question: '长者食堂的送餐上个周末没有人来。周末还送不送？不送的话老人吃什么？',
            answer:
              '周末照常送，午餐 11 点到 12 点。上个周末送餐员请假，没有安排人顶上，已经要求承办单位每天留一名替班。',
          },
        },
        { kind: 'feature', at: d.worked(2, '09:40') },
        { kind: 'rate', at: d.worked(1, '20:00'), body: { result: 5, process: 4 } },
      ],
    },
    {
      ...{ key: 'lane-lights', residentKey: 'demo-1', kind: 'complaint', areaId: 'liuying-huaiying' },
      title: '槐影巷的三盏路灯一个月没亮',
      body: '巷子里三盏路灯一个月没有亮，晚上接孩子都要打手电。报过一次，来人看了看就走了。',
      where: '槐影巷口到菜场后门',
      publicConsent: true,
      submittedAt: d.worked(2, '08:30'),
      steps: [accepted(2, 'complaint'), assigned(2, toHousing)],
    },
    {
      ...{ key: 'charging-shed', residentKey: 'demo-2', kind: 'suggestion', areaId: null },
      title: '小区南门能不能建一个电动车充电棚',
      body: '楼道里还有人拉线充电，南门那块空地一直空着，能不能建一个充电棚？',
      publicConsent: true,
      submittedAt: d.worked(9, '12:40'),
      steps: [
        accepted(8, 'suggestion'),
        assigned(8, toHousing),
        {
          ...{ kind: 'answer', at: d.worked(4, '10:00') },
          body: {
            outcome: 'planned',
            plannedOn: d.plus(dateOf(d.worked(1, '12:00')), 150),
            text: '南门空地权属已经查清，归小区业主共有。消防间距够，已列入明年第一批充电设施，建成前请不要在楼道里充电。',
          },
        },
        { kind: 'approve', at: d.worked(4, '17:00') },
        {
          ...{ kind: 'publish', at: d.worked(3, '09:00') },
          body: {
            title: '小区空地能不能建电动车充电棚',
            question: '楼道里还有人拉线充电，小区里有块空地一直空着，能不能建一个充电棚？',
            answer:
              '空地权属已经查清，归小区业主共有。消防间距够，已列入明年第一批充电设施，建成前请不要在楼道里充电。',
          },
        },
      ],
    },
    {
      ...{ key: 'meter-fee', residentKey: 'demo-3', kind: 'help', areaId: null },
      title: '电表换了以后电费多了一倍',
      body: '上个月换了新电表，电费比以前多了一倍，请帮忙查一查。',
      publicConsent: false,
      submittedAt: d.worked(4, '18:15'),
      steps: [
        {
          ...{ kind: 'refuse', at: d.worked(3, '09:40') },
          body: { toWhom: '供电公司', reason: '电表和电费由供电公司管，可以带上两个月的账单到营业厅申请校表。' },
        },
      ],
    },
    {
      ...{ key: 'school-bus', residentKey: 'demo-4', kind: 'question', areaId: null },
      title: '新学期的校车站点在哪里能看到',
      body: '听说校车站点要调整，什么时候公布？在哪里能看到？',
      publicConsent: true,
      submittedAt: d.anyDayAt(0, '08:05'),
      steps: [],
    },
    {
      ...{ key: 'lift-report', residentKey: 'demo-4', kind: 'question', areaId: null },
      title: '电梯的验收报告能不能给一份',
      body: '栗园东区 3 号楼去年装的电梯，想要一份验收报告的复印件，业主开会要用。',
      publicConsent: false,
      submittedAt: d.worked(2, '20:05'),
      steps: [
        accepted(1, 'question'),
        {
          ...{ kind: 'offerConversion', at: d.worked(1, '11:00') },
          note: '验收报告可以申请公开，有法定的期限和答复书，比留言稳当。',
        },
      ],
    },
    {
      ...{ key: 'stairs-rail', residentKey: 'demo-5', kind: 'help', areaId: 'liuying-huaiying' },
      title: '楼梯扶手松了',
      body: '六号楼二单元的楼梯扶手松了，我腿脚不好，上下楼怕摔。',
      publicConsent: false,
      submittedAt: d.worked(7, '09:15'),
      steps: [
        accepted(7, 'help'),
        assigned(7, toHousing),
        {
          ...{ kind: 'answer', at: d.worked(5, '10:30') },
          body: { outcome: 'explained', text: '扶手归小区物业维修，已经通知物业本周去修。' },
        },
        { kind: 'approve', at: d.worked(5, '15:30') },
        { kind: 'rate', at: d.worked(3, '19:30'), body: { result: 2, process: 3, text: '还没有人来修' } },
        { kind: 'reopen', at: d.worked(2, '08:50'), reason: '物业说没有接到通知，扶手还是松的。' },
        assigned(1, toHousing),
      ],
    },
  ];
  // Numbers run in the order they came.
  return enquiries.sort((a, b) => (a.submittedAt < b.submittedAt ? -1 : 1));
}

/** The three months before this one. */
export function hotlineMonthsFor(d: Dates): DemoHotlineMonth[] {
  const first = `${d.today.slice(0, 7)}-01`;
  return [1, 32, 63].map((days, at) => {
    const id = d.plus(first, -days).slice(0, 7);
    const rates = { onTime: 9999 - at * 4, result: 9760 + at * 31, process: 10_000 - at * 12 };
    return { id, ...rates, source: `市热线办 ${id} 月通报` };
  });
}
