import { defineRoutes } from './define';
import { act, create, desk, login, read, work } from './presets';

const publishers = ['editor', 'office', 'street'] as const;

/** For whoever writes the portal's side. */
const PORTAL = [
  '`source` 是服务令牌的名字，`externalId` 是门户自己的编号：同一个编号就是同一条。内容一样什么也不写，不一样就改成新的；在这里撤下的，再送也不会回来；在这里更正过的，再送别的内容也不盖过更正（答 200 和现在公开的那一份），记在审计里，经办看得到。',
  '附件分两步：先用同一个服务令牌 `POST /files` 一个一个传，再把得到的编号按顺序写进 `attachmentIds`（最多 50 个）；正文里的图片和文件块写 `fileId`，也是这样先传。不按地址去别的网站下载。',
  '`attachmentIds` 每次都写全：少写一个就是去掉一个，去掉的马上不能下载；不写就是没有附件。编号不存在、是别人传的、或者已经属于另一条信息，答 404 `file.not_found`，什么也不写。',
  '标题、要点、正文，附件（docx、xlsx、pdf，连同隐藏的部分）和文件名里有没遮住的身份证号、手机号、银行卡号、门牌号、未成年人的姓名和学校，答 422 `notice.personal_data`，`errors` 里写明在哪一处，什么也不写。确实该公开的（比如办事电话），加上 `personalDataConfirmed: true` 再送，这次确认会留痕。查不到文字的附件（图片、扫描件、doc、xls、wps、et、ofd）照收，记在审计里。',
].join('\n\n');

/** For whoever wonders why an editor may not. */
const DIRECT =
  '给程序和紧急情况用，只有区政府办公室能用，每次都留痕。平时先写稿、送审、签发：见 `staff.drafts`，那里会拦下没遮住的个人信息，也会留下谁审了什么。';

export const noticesRoutes = defineRoutes({
  'columns.list': { ...read, path: '/columns', summary: '栏目' },
  'staff.columns.duties': {
    ...desk,
    path: '/staff/columns',
    who: [...publishers, 'head', 'supervisor', 'evaluator'],
    summary: '栏目该多久更新一次，最近一条是哪天，哪些过了期限',
    description:
      '多久更新一次写在 config/columns.json：隔多久要有新的（动态两周，政策文件六个月），或者按月、季、半年、年公开。',
  },
  'notices.list': { ...read, path: '/notices', summary: '公开信息，新的在前' },
  'notices.get': { ...read, path: '/notices/:id', summary: '一条公开信息', errors: ['notice.not_found'] },
  'notices.versions': {
    ...read,
    path: '/notices/:id/versions',
    summary: '一条信息公开过的各个版本，新的在前',
    errors: ['notice.not_found'],
  },
  'notices.version': {
    ...read,
    path: '/notices/:id/versions/:number',
    summary: '一个版本的全文',
    errors: ['notice.not_found', 'notice.version_not_found'],
  },
  'notices.versionDiff': {
    ...read,
    path: '/notices/:id/versions/:number/diff',
    summary: '一个版本和前一个（或者另一个）一块一块对着看',
    errors: ['notice.not_found', 'notice.version_not_found'],
  },
  'notices.unlock': {
    ...login,
    path: '/notices/:id/full-text',
    countedBy: 'path',
    summary: '凭查阅码看限定范围的全文',
    errors: ['notice.not_found', 'notice.code_wrong', 'notice.limited_over'],
  },
  'notices.reads': {
    ...act,
    who: 'public',
    path: '/notices/:id/reads',
    status: 204,
    limit: 'read',
    summary: '记一次阅读',
    errors: ['notice.not_found'],
  },
  'notices.feedback': {
    ...create,
    who: 'public',
    path: '/notices/:id/feedback',
    summary: '有用、看不懂、有错',
    errors: ['notice.not_found', 'id.conflict'],
  },
  'staff.feedback.list': { ...desk, path: '/staff/feedback-tasks', who: publishers, summary: '纠错任务' },
  'staff.feedback.close': {
    ...work,
    path: '/staff/feedback-tasks/:id/close',
    who: publishers,
    summary: '办结一个纠错任务',
    errors: ['feedback.task_not_found'],
  },
  'staff.notices.create': {
    ...work,
    path: '/staff/notices',
    who: ['office'],
    status: 201,
    summary: '不经审核，马上发布一条公开信息',
    description: DIRECT,
    errors: ['id.conflict', 'posting.locked', 'file.not_found', 'notice.personal_data'],
  },
  'staff.notices.update': {
    ...work,
    method: 'PUT',
    path: '/staff/notices/:id',
    who: ['office'],
    summary: '不经审核，马上改一条公开信息',
    description: DIRECT,
    errors: ['notice.not_found', 'file.not_found', 'notice.personal_data'],
  },
  'staff.notices.classify': {
    ...work,
    method: 'PUT',
    path: '/staff/notices/:id/document-class',
    who: [...publishers, 'officer'],
    summary: '一份公开的文件是规章、行政规范性文件还是其他文件：年度报告表二照这个数',
    description: '不是更正：公众看到的文字不变，谁定的、从什么改成什么留痕。',
    errors: ['notice.not_found', 'notice.not_a_document', 'draft.exists'],
  },
  'staff.notices.takeDown': {
    ...work,
    path: '/staff/notices/:id/take-down',
    who: publishers,
    status: 204,
    summary: '撤下一条公开信息，留下标题、单位和理由',
    errors: ['notice.not_found'],
  },
  'staff.notices.keepOurs': {
    ...work,
    path: '/staff/notices/:id/keep-ours',
    who: publishers,
    summary: '门户网站送来的和这里更正过的不一样：写明理由，用这里的',
    description: '门户再送来别的内容，会再提醒一次。',
    errors: ['notice.not_found', 'notice.no_conflict'],
  },
  'staff.notices.channels': {
    ...desk,
    path: '/staff/notices/:id/channels',
    who: [...publishers, 'reviewer', 'secrecy', 'legal', 'head', 'supervisor'],
    summary: '一条信息在 13 种渠道上公开了哪些',
    errors: ['notice.not_found'],
  },
  'staff.notices.logChannel': {
    ...work,
    path: '/staff/notices/:id/channels',
    who: publishers,
    summary: '记一笔：在一种渠道上公开了，附链接或者照片',
    errors: ['notice.not_found', 'file.not_found'],
  },
  'sources.notices.put': {
    ...work,
    method: 'PUT',
    path: '/staff/sources/:source/notices/:externalId',
    who: 'service',
    summary: '门户网站送来一条，重复送不重复记',
    description: PORTAL,
    errors: ['notice.source_invalid', 'file.not_found', 'notice.personal_data'],
  },
  'search.query': { ...read, path: '/search', limit: 'search', summary: '一个框搜全部' },
  'search.suggest': { ...read, path: '/search/suggestions', limit: 'search', summary: '边输边给的词' },
});
