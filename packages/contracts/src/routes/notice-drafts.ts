import { defineRoutes } from './define';
import { desk, work } from './presets';

const writers = ['editor', 'office', 'street'] as const;
const readers = [...writers, 'reviewer', 'secrecy'] as const;

const AUTOSAVE =
  '写着的时候可以随时存：内容没变什么也不写，缺什么都能先存着。`revision` 是你读到的那一版；别人已经存过，答 409 `draft.conflict`，`data` 里是谁（`updatedBy`）、什么时候（`updatedAt`）、现在是第几版（`revision`）。同样的内容再存一遍，照样答 200。';

export const noticeDraftsRoutes = defineRoutes({
  'staff.drafts.create': {
    ...work,
    path: '/staff/notice-drafts',
    who: writers,
    status: 201,
    summary: '起一份草稿',
    errors: ['id.conflict', 'file.not_found'],
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
    errors: ['draft.not_found', 'draft.conflict', 'draft.state'],
  },
});
