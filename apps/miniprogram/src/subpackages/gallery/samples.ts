import type { AccountRow } from '@/ui/account';
import type { BodyBlock } from '@/ui/blocks';
import type { CalendarDay } from '@/ui/day-calendar';
import type { TimelineItem } from '@/ui/timeline';

/** A ledger as in an outcome report. */
export const ledger: readonly AccountRow[] = [
  { key: 'adopted', label: '采纳', count: 11, fill: 'solid', icon: 'check' },
  { key: 'partly', label: '部分采纳', count: 6, fill: 'hatch', icon: 'half' },
  { key: 'not_adopted', label: '未采纳，都写了理由', count: 19, fill: 'dark', icon: 'close' },
  { key: 'out_of_scope', label: '不属于本次，已转出', count: 4, fill: 'frame', icon: 'arrow' },
  { key: 'withdrawn', label: '本人撤回', count: 2, fill: 'dashed', icon: 'undo' },
];

const day = (
  date: string,
  state: CalendarDay['state'],
  number?: number,
  more: Partial<CalendarDay> = {},
): CalendarDay => ({
  date,
  state,
  ...(number === undefined ? {} : { number }),
  ...more,
});

/** Two weeks and a half of a clock with a worked Sunday and a pause. */
export const calendar: readonly CalendarDay[] = [
  day('2026-09-18', 'received'),
  day('2026-09-19', 'rest'),
  day('2026-09-20', 'counted', 1, { makeUp: true }),
  day('2026-09-21', 'counted', 2),
  day('2026-09-22', 'counted', 3),
  day('2026-09-23', 'counted', 4, { today: true }),
  day('2026-09-24', 'left', 5),
  day('2026-09-25', 'rest'),
  day('2026-09-26', 'rest'),
  day('2026-09-27', 'rest'),
  day('2026-09-28', 'stopped'),
  day('2026-09-29', 'stopped'),
  day('2026-09-30', 'due', 6),
];

export const timeline: readonly TimelineItem[] = [
  { key: '3', title: '正在写答复', detail: '区住房更新中心', when: '10月10日起', state: 'now', icon: 'pencil' },
  { key: '2', title: '问第三方意见，停表', detail: '停了 5 个工作日', when: '9月28日', state: 'done', icon: 'pause' },
  { key: '1', title: '双方确认收到', detail: '从第二天开始算', when: '9月18日', state: 'done', icon: 'check' },
];

export const body: readonly BodyBlock[] = [
  { type: 'heading', level: 2, text: '一、补给谁' },
  {
    type: 'paragraph',
    children: [
      { text: '60 岁以上、住在本区的老人，在助餐点吃饭都能补。详情看' },
      { text: '办事指南', href: 'https://example.gov.cn/guide' },
      { text: '，' },
      { text: '不用带户口本', strong: true },
      { text: '。' },
    ],
  },
  { type: 'list', ordered: true, items: ['带身份证到助餐点', '填一张登记表', '当天就能用'] },
  { type: 'quote', text: '腿脚不好的，可以让家里人代办。' },
  {
    type: 'table',
    caption: '每餐补多少',
    head: ['年龄', '每餐补'],
    rows: [
      ['60 到 79 岁', '3 元'],
      ['80 岁以上', '5 元'],
    ],
  },
  { type: 'file', fileId: 'sample', name: '助餐补贴登记表.docx' },
];
