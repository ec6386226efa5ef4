import { defineRoutes } from './define';
import { create, desk, own, work } from './presets';

const publishers = ['editor', 'office', 'street'] as const;
const inCharge = [...publishers, 'head', 'supervisor'] as const;

const OBJECTING =
  '公示期内（从第一天到最后一天，按北京时间）才收，要登录，要写姓名，电话可以不写；姓名、电话、内容都加密存着，只有核查的单位看得到，公开的只有件数和结论。同一个编号、同样的内容再送一遍，还是同一件。';

const LOCKED =
  '公示期没满、还有异议没有结论，都答 409 `posting.locked`：`data.reason` 是 `running`（`data.until` 是最后一天）或者 `objections`（`data.open` 是件数）。跟这份公示相连的结果（`kind` 是 `result`）在这之前也发不出去。';

export const postingsRoutes = defineRoutes({
  'notices.objections.create': {
    ...create,
    path: '/notices/:id/objections',
    summary: '对公示提异议',
    description: OBJECTING,
    errors: ['notice.not_found', 'objection.not_open', 'objection.closed', 'id.conflict'],
  },
  'me.objections.list': { ...own, path: '/me/objections', summary: '我提的异议，新的在前' },
  'staff.postings.list': { ...desk, path: '/staff/postings', who: inCharge, summary: '公示，先到期的在前' },
  'staff.postings.get': {
    ...desk,
    path: '/staff/postings/:id',
    who: inCharge,
    summary: '一份公示：到哪一步，下一步能不能走',
    errors: ['posting.not_found'],
  },
  'staff.postings.objections': {
    ...desk,
    path: '/staff/postings/:id/objections',
    who: inCharge,
    summary: '一份公示收到的异议，新的在前',
    errors: ['posting.not_found'],
  },
  'staff.postings.record': {
    ...work,
    path: '/staff/postings/:id/objections',
    who: publishers,
    status: 201,
    summary: '记下信件、电话、窗口收到的异议',
    errors: ['posting.not_found', 'posting.concluded', 'id.conflict'],
  },
  'staff.postings.extend': {
    ...work,
    path: '/staff/postings/:id/extend',
    who: publishers,
    summary: '延长公示，写明理由',
    errors: ['posting.not_found', 'posting.concluded'],
  },
  'staff.postings.conclude': {
    ...work,
    path: '/staff/postings/:id/conclude',
    who: publishers,
    summary: '公示结束：公布异议的件数和结论',
    description: LOCKED,
    errors: ['posting.not_found', 'posting.locked'],
  },
  'staff.objections.get': {
    ...desk,
    path: '/staff/objections/:id',
    who: inCharge,
    summary: '一件异议，姓名和电话遮着',
    errors: ['objection.not_found'],
  },
  'staff.objections.reveal': {
    ...work,
    path: '/staff/objections/:id/reveal',
    who: publishers,
    summary: '看提异议的人的姓名或者电话，写明理由，留痕',
    errors: ['objection.not_found'],
  },
  'staff.objections.examine': {
    ...work,
    path: '/staff/objections/:id/examine',
    who: publishers,
    summary: '开始核查',
    errors: ['objection.not_found', 'objection.settled'],
  },
  'staff.objections.settle': {
    ...work,
    path: '/staff/objections/:id/settle',
    who: publishers,
    summary: '给出结论，并告诉提异议的人',
    errors: ['objection.not_found', 'objection.settled'],
  },
});
