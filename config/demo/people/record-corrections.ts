import type { Dates } from '../lib/dates';
import type { DemoRequest, Instant } from '../types';
import { person } from './request-applicants';

/** Records of somebody that are wrong (Art. 41). */
export function recordCorrections(d: Dates, dayBefore: (workingDays: number, time: string) => Instant): DemoRequest[] {
  return [
    {
      key: 'meal-register',
      residentKey: 'demo-5',
      unitId: 'district-office',
      applicant: person('孙玉梅', '19900000005', 'E00000007', '石埠街道双井北里'),
      content: { name: '双井食堂老人助餐登记表' },
      recordError: {
        holder: '石埠街道办事处',
        written: '出生年月：1952年1月；同住：儿子一家三口',
        right: '出生年月：1951年1月；同住：没有，一个人住',
      },
      delivery: { form: 'paper', method: 'pickup' },
      submittedAt: dayBefore(15, '14:20'),
      steps: [
        { kind: 'register', at: d.worked(15, '09:20') },
        {
          kind: 'decide',
          at: d.worked(9, '16:00'),
          kinds: ['record_passed_on'],
          findings: '助餐登记表由石埠街道办事处登记、保存，本机关没有这份记录，也没有更正的权限',
          agency: '石埠街道办事处',
          text: '转送函和户口本复印件已经当天送到，改好以后由街道直接告诉你',
          noticeKeys: [],
        },
      ],
      letters: [
        {
          at: d.worked(9, '16:20'),
          key: 'record_correction@decided:record_passed_on',
          facts: {},
          isDelivered: true,
          handedOverAt: '政务服务大厅 6 号窗口',
        },
      ],
    },
  ];
}
