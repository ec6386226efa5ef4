import { defineRoutes } from './define';
import { create, desk, read, work } from './presets';

const writers = ['editor', 'office', 'street'] as const;
/** What goes out to everybody is decided by the office or the street, not by whoever wrote it. */
const publishers = ['office', 'street'] as const;

export const surveysRoutes = defineRoutes({
  'surveys.list': { ...read, path: '/surveys', summary: '问卷' },
  'surveys.get': {
    ...read,
    path: '/surveys/:id',
    summary: '一份问卷和它的题',
    description: '登录的人另外知道自己答过没有。问卷不记名：服务器只记下「这个账号答过」，不记哪一份是谁的。',
    errors: ['survey.not_found'],
  },
  'surveys.answer': {
    ...create,
    path: '/surveys/:id/responses',
    summary: '交一份答卷，得到回执',
    description:
      '一个账号一份，不记名。同一个 `id` 和内容再交一次，还是那一份（200）。没有问到的题不要答；写的字公开前由工作人员看过，号码会遮住。',
    errors: ['survey.not_found', 'survey.window_not_open', 'survey.window_closed', 'survey.answered', 'id.conflict'],
  },
  'surveys.result': {
    ...read,
    path: '/surveys/:id/result',
    summary: '问卷的结果，公布以后',
    description: '数由答卷算出。分组时，不到 5 人的数不再往下分。',
    errors: ['survey.not_found', 'survey.result_not_yet'],
  },
  'surveys.texts': {
    ...read,
    path: '/surveys/:id/texts',
    summary: '写的话，公布以后、看过可以公开的',
    errors: ['survey.not_found', 'survey.result_not_yet'],
  },
  'staff.surveys.list': { ...desk, path: '/staff/surveys', who: writers, summary: '本单位的问卷' },
  'staff.surveys.get': {
    ...desk,
    path: '/staff/surveys/:id',
    who: writers,
    summary: '本单位的一份问卷，草稿也在内',
    errors: ['survey.not_found'],
  },
  'staff.surveys.create': {
    ...work,
    path: '/staff/surveys',
    who: writers,
    status: 201,
    summary: '起草一份问卷',
    errors: ['id.conflict', 'consultation.not_found'],
  },
  'staff.surveys.update': {
    ...work,
    method: 'PUT',
    path: '/staff/surveys/:id',
    who: writers,
    summary: '改一份还没发布的问卷',
    errors: ['survey.not_found', 'survey.state', 'survey.changed', 'consultation.not_found'],
  },
  'staff.surveys.publish': {
    ...work,
    path: '/staff/surveys/:id/publish',
    who: publishers,
    summary: '发布问卷；发布以后题目不能再改',
    errors: ['survey.not_found', 'survey.state'],
  },
  'staff.surveys.discard': {
    ...work,
    path: '/staff/surveys/:id/discard',
    who: writers,
    status: 204,
    summary: '废弃一份还没发布的问卷',
    errors: ['survey.not_found', 'survey.state', 'survey.changed'],
  },
  'staff.surveys.result': {
    ...desk,
    path: '/staff/surveys/:id/result',
    who: writers,
    summary: '到现在为止的结果，没有公布的也在内',
    errors: ['survey.not_found'],
  },
  'staff.surveys.texts': {
    ...desk,
    path: '/staff/surveys/:id/texts',
    who: writers,
    summary: '写的话，号码遮住',
    errors: ['survey.not_found'],
  },
  'staff.surveys.reviewText': {
    ...work,
    path: '/staff/surveys/:id/texts/:textId/review',
    who: writers,
    summary: '决定一段话能不能和结果一起公开',
    errors: ['survey.not_found', 'survey.state'],
  },
  'staff.surveys.takeText': {
    ...work,
    path: '/staff/surveys/:id/texts/:textId/comment',
    who: writers,
    summary: '把一段话收进所属征集的意见里，和别的意见一样要答复',
    errors: [
      'survey.not_found',
      'survey.no_consultation',
      'consultation.not_found',
      'consultation.state',
      'id.conflict',
    ],
  },
  'staff.surveys.publishResult': {
    ...work,
    path: '/staff/surveys/:id/result',
    who: publishers,
    status: 201,
    summary: '公布结果',
    errors: ['survey.not_found', 'survey.state', 'survey.texts_waiting'],
  },
  'staff.surveys.export': {
    ...desk,
    path: '/staff/surveys/:id/result.xlsx',
    who: writers,
    answer: 'bytes',
    summary: '结果和答卷，一个 Excel 文件',
    errors: ['survey.not_found'],
  },
});
