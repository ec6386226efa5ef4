import { defineRoutes } from './define';
import { create, desk, own, read, work } from './presets';

const catalogKeepers = ['editor', 'office'] as const;
const publishers = ['editor', 'office', 'street'] as const;

export const catalogRoutes = defineRoutes({
  'domains.list': { ...read, path: '/domains', summary: '26 个领域' },
  'entries.list': { ...read, path: '/catalog/entries', summary: '现行标准目录的事项' },
  'entries.get': { ...read, path: '/catalog/entries/:id', summary: '一个事项', errors: ['entry.not_found'] },
  'entries.nudge': {
    ...create,
    path: '/catalog/entries/:id/nudges',
    summary: '催一催：这一项的这一期晚了',
    description: '一个人对一个事项的一期只算一次：再催一次还是原来那一次。公开了，或者单位答复了，消息里会告诉。',
    errors: ['entry.not_found', 'nudge.not_late', 'id.conflict'],
  },
  'me.nudges.list': { ...own, path: '/me/nudges', summary: '我催过的事项，后来怎样了' },
  'staff.nudges.list': { ...desk, path: '/staff/nudge-tasks', who: publishers, summary: '居民催的事项' },
  'staff.nudges.close': {
    ...work,
    path: '/staff/nudge-tasks/:id/close',
    who: publishers,
    summary: '答复催的人，不公开也说明为什么',
    errors: ['nudge.task_not_found'],
  },
  'editions.list': { ...read, path: '/catalog/editions', summary: '目录版本' },
  'editions.get': { ...read, path: '/catalog/editions/:id', summary: '一个目录版本', errors: ['edition.not_found'] },
  'editions.diff': {
    ...read,
    path: '/catalog/editions/:id/diff',
    summary: '两个版本逐项比较',
    errors: ['edition.not_found'],
  },
  'staff.catalog.import': {
    ...work,
    path: '/staff/catalog/imports',
    who: catalogKeepers,
    limit: 'upload',
    body: 'multipart',
    summary: '导入国家版式的标准目录',
    errors: ['import.unreadable', 'file.too_large', 'file.incomplete'],
  },
  'staff.catalog.export': {
    ...desk,
    path: '/staff/catalog/export',
    who: catalogKeepers,
    answer: 'bytes',
    summary: '导出为国家版式，xlsx 或者 docx',
    errors: ['edition.not_found'],
  },
});
