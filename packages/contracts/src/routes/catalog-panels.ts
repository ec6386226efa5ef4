import { defineRoutes } from './define';
import { desk, work } from './presets';

/** Who keeps the catalog, and who was asked to a panel; whose it is decides the rest. */
const readers = ['editor', 'office', 'evaluator'] as const;

/** 评审: experts and representatives leave notes on a draft edition, each of them is answered, the office concludes. */
export const catalogPanelRoutes = defineRoutes({
  'staff.rounds.list': {
    ...desk,
    path: '/staff/catalog/editions/:id/rounds',
    who: readers,
    summary: '一个版本的评审；评审人只看到请了自己的',
    errors: ['edition.not_found'],
  },
  'staff.rounds.open': {
    ...work,
    path: '/staff/catalog/editions/:id/rounds',
    who: ['office'],
    status: 201,
    summary: '请专家或者代表评审一个草案；评审没有结束，这个版本不能定稿',
    errors: ['edition.not_found', 'edition.state', 'id.conflict'],
  },
  'staff.rounds.panelists': { ...desk, path: '/staff/catalog/panelists', who: ['office'], summary: '能请来评审的人' },
  'staff.rounds.get': {
    ...desk,
    path: '/staff/catalog/rounds/:id',
    who: readers,
    summary: '一轮评审',
    errors: ['round.not_found'],
  },
  'staff.rounds.close': {
    ...work,
    path: '/staff/catalog/rounds/:id/close',
    who: ['office'],
    summary: '写下结论，结束评审；每条意见都要先答复',
    errors: ['round.not_found', 'round.closed', 'round.unanswered'],
  },
  'staff.rounds.notes': {
    ...desk,
    path: '/staff/catalog/rounds/:id/notes',
    who: readers,
    summary: '一轮评审的意见和答复',
    errors: ['round.not_found'],
  },
  'staff.rounds.writeNote': {
    ...work,
    method: 'PUT',
    path: '/staff/catalog/rounds/:id/notes/:noteId',
    who: ['evaluator'],
    summary: '评审人对一个事项或者整个版本提意见，编号自己取；没答复的可以改',
    errors: ['round.not_found', 'round.closed', 'entry.not_found', 'note.answered', 'id.conflict'],
  },
  'staff.rounds.takeBackNote': {
    ...work,
    method: 'DELETE',
    path: '/staff/catalog/rounds/:id/notes/:noteId',
    who: ['evaluator'],
    status: 204,
    summary: '评审人收回自己没答复的意见',
    errors: ['round.not_found', 'round.closed', 'note.not_found', 'note.answered'],
  },
  'staff.rounds.answerNote': {
    ...work,
    path: '/staff/catalog/rounds/:id/notes/:noteId/answer',
    who: ['editor', 'office'],
    summary: '答复一条评审意见；各单位答复自己公开的事项',
    errors: ['round.not_found', 'round.closed', 'note.not_found'],
  },
});
