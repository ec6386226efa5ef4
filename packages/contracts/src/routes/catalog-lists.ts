import { defineRoutes } from './define';
import { desk, work } from './presets';

const keepers = ['editor', 'office'] as const;

/** The three lists that a catalog is drawn up from. */
export const catalogListRoutes = defineRoutes({
  'staff.lists.list': {
    ...desk,
    path: '/staff/catalog/lists',
    who: keepers,
    summary: '三张清单，新的在前，现行的带覆盖率',
  },
  'staff.lists.import': {
    ...work,
    path: '/staff/catalog/lists',
    who: ['office'],
    limit: 'upload',
    body: 'multipart',
    summary: '导入一张清单：权责、公共服务、行政执法',
    description: '有编码的按编码认，没有的按实施主体和名称认；对应关系跟着事项走到下一版清单。',
    errors: ['import.unreadable', 'file.too_large', 'file.incomplete'],
  },
  'staff.lists.items': {
    ...desk,
    path: '/staff/catalog/lists/:id/items',
    who: keepers,
    summary: '清单里的事项，各对应目录的哪几项',
    errors: ['list.not_found'],
  },
  'staff.lists.map': {
    ...work,
    path: '/staff/catalog/lists/:id/items/:key/mapping',
    who: keepers,
    summary: '定下一项对应目录的哪几项，或者为什么没有',
    errors: ['list.not_found', 'list.replaced'],
  },
  'staff.lists.changes': {
    ...desk,
    path: '/staff/catalog/lists/:id/changes',
    who: keepers,
    summary: '新清单来了，目录要跟着改哪些',
    errors: ['list.not_found'],
  },
});
