import { defineRoutes } from './define';
import { desk, work } from './presets';

const catalogKeepers = ['editor', 'office'] as const;
const draftErrors = ['edition.not_found', 'edition.frozen', 'edition.state'] as const;

/** What the offices do with the editions of the catalog. */
export const catalogDeskRoutes = defineRoutes({
  'staff.editions.create': {
    ...work,
    path: '/staff/catalog/editions',
    who: catalogKeepers,
    status: 201,
    summary: '从现行目录起一个新版本',
    errors: ['id.conflict'],
  },
  'staff.editions.entries': {
    ...desk,
    path: '/staff/catalog/editions/:id/entries',
    who: [...catalogKeepers, 'evaluator'],
    summary: '一个版本的事项，每一栏照国家版式的写法；评审人只看请他评审的版本',
    errors: ['edition.not_found'],
  },
  'staff.editions.edit': {
    ...work,
    path: '/staff/catalog/editions/:id/edits',
    who: catalogKeepers,
    summary: '改草案里的栏目',
    description: '给了 `before` 的，和现在写的不一样就不改，回 `entry.changed`：别人刚改过。',
    errors: [...draftErrors, 'entry.changed'],
  },
  'staff.editions.addEntry': {
    ...work,
    path: '/staff/catalog/editions/:id/entries',
    who: catalogKeepers,
    status: 201,
    summary: '在草案里加一个事项',
    errors: [...draftErrors, 'edition.full', 'id.conflict'],
  },
  'staff.editions.placeEntry': {
    ...work,
    path: '/staff/catalog/editions/:id/entries/:entryId/place',
    who: catalogKeepers,
    summary: '把草案里的一个事项换个位置',
    description: '不写 `afterId` 的，排在同一上级的最后。一个领域的序号照先后从 1 编起，加、移、拿掉以后都自动重编。',
    errors: [...draftErrors, 'entry.not_found'],
  },
  'staff.editions.moveEntry': {
    ...work,
    path: '/staff/catalog/editions/:id/entries/:entryId/move',
    who: catalogKeepers,
    summary: '把草案里的一个事项在同一上级里上移、下移一项',
    description: '`pastId` 是要越过的那一项；现在挨着的不是它，就不移，回 `entry.moved`：别人刚移过。',
    errors: [...draftErrors, 'entry.not_found', 'entry.moved'],
  },
  'staff.editions.removeEntry': {
    ...work,
    method: 'DELETE',
    path: '/staff/catalog/editions/:id/entries/:entryId',
    who: catalogKeepers,
    status: 204,
    summary: '从草案里拿掉一个事项',
    errors: [...draftErrors, 'entry.not_found'],
  },
  'staff.editions.findings': {
    ...desk,
    path: '/staff/catalog/editions/:id/findings',
    who: catalogKeepers,
    summary: '定稿前要再看看的：命名、主体、重复，和指引比漏了什么',
    errors: ['edition.not_found'],
  },
  'staff.catalog.duties': {
    ...desk,
    path: '/staff/catalog/duties',
    who: ['editor', 'office', 'street', 'head', 'supervisor', 'evaluator'],
    summary: '应公开和已公开：每个事项有什么、缺什么、哪一期晚了',
    description: '只算主动公开的事项。按月、季、半年、年公开的，看最近十二个月。',
  },
  'staff.editions.freeze': {
    ...work,
    path: '/staff/catalog/editions/:id/freeze',
    who: ['office'],
    summary: '定稿，并可使它现行',
    errors: ['edition.not_found', 'edition.frozen', 'edition.number_taken', 'edition.round_open'],
  },
  'staff.editions.enforce': {
    ...work,
    path: '/staff/catalog/editions/:id/in-force',
    who: ['office'],
    summary: '使一个定稿的版本现行',
    errors: ['edition.not_found', 'edition.state'],
  },
});
