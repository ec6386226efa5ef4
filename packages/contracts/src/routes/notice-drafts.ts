import { defineRoutes } from './define';
import { desk, work } from './presets';

const writers = ['editor', 'office', 'street'] as const;
const readers = [...writers, 'reviewer', 'secrecy'] as const;

const AUTOSAVE =
  '写着的时候可以随时存：内容没变什么也不写，缺什么都能先存着。`revision` 是你读到的那一版；别人已经存过，答 409 `draft.conflict`，`data` 里是谁（`updatedBy`）、什么时候（`updatedAt`）、现在是第几版（`revision`）。同样的内容再存一遍，照样答 200。';

const SIGNING =
  '四项都确认才签。签的是 `contentHash` 那一稿，不是你读到的那一稿答 409 `draft.conflict`。写过这份草稿的人不能签，一个人不能签两步（403 `draft.not_yours`）。内容一改，签过的全部作废。文件（`regulation`）的最后一步，要有一起送审的解读，或者写明理由免去，否则 409 `draft.interpretation_missing`。';

const CORRECTING =
  '草稿带着现在公开的内容；审过、发布以后是同一条信息的新版本，原来的发布时间、地址、索引号不变，旧版本留着，公众看得到哪里改了、为什么改。限定范围的，不写查阅码就还用原来的。';

const PUBLISHING =
  '发布出去的信息用草稿的编号；索引号由系统按年编。文件和一起审过的解读在同一个事务里发布；解读等它的文件，单独发布答 409 `draft.state`。定时的到秒发布，重复也只发一次；到点时引用的东西没有了，就退回到 `approved`，经过里写明原因。';

const FILING =
  '依申请公开、不予公开的（`withholding`，写明理由和条款）同样要审，审过以后归档，不能发布：发布答 409 `draft.state`。归档的可以取回（`recall`），改成主动公开再审再发；谁在什么时候按哪一条归档，留在经过里。涉密的不写进这里，正文和附件要空着。';

const gate = ['draft.incomplete', 'notice.personal_data'] as const;
const changes = ['draft.not_found', 'draft.conflict', 'draft.state'] as const;

export const noticeDraftsRoutes = defineRoutes({
  'staff.drafts.create': {
    ...work,
    path: '/staff/notice-drafts',
    who: writers,
    status: 201,
    summary: '起一份草稿',
    errors: ['id.conflict', 'file.not_found'],
  },
  'staff.drafts.correct': {
    ...work,
    path: '/staff/notices/:id/corrections',
    who: writers,
    status: 201,
    summary: '从一条公开信息起一份更正的草稿',
    description: CORRECTING,
    errors: ['notice.not_found', 'id.conflict', 'draft.exists', 'draft.state'],
  },
  'staff.drafts.list': {
    ...desk,
    path: '/staff/notice-drafts',
    who: readers,
    summary: '草稿，刚改过的在前',
  },
  'staff.drafts.get': {
    ...desk,
    path: '/staff/notice-drafts/:id',
    who: readers,
    summary: '一份草稿，连同经过',
    errors: ['draft.not_found'],
  },
  'staff.drafts.save': {
    ...work,
    method: 'PUT',
    path: '/staff/notice-drafts/:id',
    who: writers,
    summary: '存一份草稿',
    description: AUTOSAVE,
    errors: ['draft.not_found', 'draft.conflict', 'draft.state', 'file.not_found'],
  },
  'staff.drafts.discard': {
    ...work,
    path: '/staff/notice-drafts/:id/discard',
    who: writers,
    summary: '废弃一份草稿',
    errors: changes,
  },
  'staff.drafts.check': {
    ...desk,
    path: '/staff/notice-drafts/:id/check',
    who: readers,
    summary: '送审之前还缺什么，哪里有没遮住的号码',
    errors: ['draft.not_found'],
  },
  'staff.drafts.submit': {
    ...work,
    path: '/staff/notice-drafts/:id/submit',
    who: writers,
    summary: '送审',
    errors: [...changes, ...gate, 'draft.interpretation_missing', 'document.not_cleaned'],
  },
  'staff.drafts.recall': {
    ...work,
    path: '/staff/notice-drafts/:id/recall',
    who: writers,
    summary: '从审核里取回来改',
    errors: changes,
  },
  'staff.drafts.sign': {
    ...work,
    path: '/staff/notice-drafts/:id/sign',
    who: ['reviewer'],
    summary: '审核通过一步，签上名',
    description: SIGNING,
    errors: [...changes, 'draft.not_yours', 'draft.interpretation_missing'],
  },
  'staff.drafts.sendBack': {
    ...work,
    path: '/staff/notice-drafts/:id/send-back',
    who: ['reviewer'],
    summary: '退回给经办，或者退回到前面一步',
    errors: [...changes, 'draft.not_yours'],
  },
  'staff.drafts.askSecrecy': {
    ...work,
    path: '/staff/notice-drafts/:id/secrecy-requests',
    who: writers,
    summary: '请保密审查看没遮住的号码',
    errors: changes,
  },
  'staff.drafts.pass': {
    ...work,
    path: '/staff/notice-drafts/:id/personal-data-passes',
    who: ['secrecy'],
    summary: '保密审查放行几处没遮住的号码，写明理由',
    errors: [...changes, 'draft.not_yours'],
  },
  'staff.drafts.refusePass': {
    ...work,
    path: '/staff/notice-drafts/:id/personal-data-refusals',
    who: ['secrecy'],
    summary: '保密审查不放行，退回给经办',
    errors: changes,
  },
  'staff.drafts.publish': {
    ...work,
    path: '/staff/notice-drafts/:id/publish',
    who: writers,
    summary: '发布审过的草稿：现在，或者定个时间',
    description: PUBLISHING,
    errors: [
      ...changes,
      ...gate,
      'draft.interpretation_missing',
      'draft.notice_changed',
      'posting.locked',
      'id.conflict',
    ],
  },
  'staff.drafts.unschedule': {
    ...work,
    path: '/staff/notice-drafts/:id/unschedule',
    who: writers,
    summary: '取消定时发布',
    errors: changes,
  },
  'staff.wording.list': {
    ...desk,
    path: '/staff/wording',
    who: readers,
    summary: '送审前要看一看的词',
  },
  'staff.drafts.file': {
    ...work,
    path: '/staff/notice-drafts/:id/file',
    who: writers,
    summary: '审过、不公开的，归档留存',
    description: FILING,
    errors: changes,
  },
  'staff.drafts.waiveInterpretation': {
    ...work,
    path: '/staff/notice-drafts/:id/interpretation-waiver',
    who: ['reviewer'],
    summary: '审核人同意这份文件不带解读，写明理由',
    errors: [...changes, 'draft.not_yours'],
  },
});
