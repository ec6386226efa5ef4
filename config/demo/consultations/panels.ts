import type { Dates } from '../lib/dates';
import type { DemoPanel } from '../types';

/** Before the public was asked, an expert read the draft; what was said is answered and in it, or not, with the reason. */
export const panelsFor = (d: Dates): DemoPanel[] => [
  {
    key: 'elderly-experts',
    editionKey: 'elderly-draft',
    kind: 'expert',
    members: ['evaluator'],
    openedAt: d.at(-27, '09:30'),
    dueOn: d.workday(-22),
    closedAt: d.at(-21, '16:10'),
    conclusion: '时限和渠道按意见改了，等级评定留到下一次修订，可以征求居民的意见。',
    notes: [
      {
        key: 'meals',
        entry: 'elderly-care/补贴与服务/老年人助餐补贴发放结果',
        by: 'evaluator',
        at: d.at(-25, '10:40'),
        body: '按季度公开，名单出来时补贴早就用完了，没有人能对上。建议按月。',
        answer: { verdict: 'adopted', words: '改成每月结束后20个工作日内。', at: d.at(-23, '15:05') },
      },
      {
        key: 'fire',
        entry: 'elderly-care/养老机构管理/养老机构消防安全检查',
        by: 'evaluator',
        at: d.at(-25, '11:15'),
        body: '检查结果要当天公开，家属才来得及问。',
        answer: {
          verdict: 'partly',
          words: '复查要几天，当天出不来结果；从20个工作日缩短到5个工作日。',
          at: d.at(-23, '15:20'),
        },
      },
      {
        key: 'whole',
        entry: null,
        by: 'evaluator',
        at: d.at(-24, '09:00'),
        body: '等级评定的标准另有文件，建议这次一并写进来。',
        answer: { verdict: 'not_adopted', words: '标准正在修订，定下来以后再改目录。', at: d.at(-22, '11:00') },
      },
    ],
  },
];
