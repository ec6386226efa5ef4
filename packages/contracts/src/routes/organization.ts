import { defineRoutes } from './define';
import { desk, read, work } from './presets';

/** Who keeps the map of the district. */
const keepers = ['admin'] as const;
/** Who has to know who is responsible. */
const rosterReaders = ['admin', 'office', 'head', 'supervisor'] as const;

export const organizationRoutes = defineRoutes({
  'areas.list': { ...read, path: '/areas', summary: '行政区划，到社区为止' },
  'units.list': { ...read, path: '/units', summary: '单位' },
  'units.get': { ...read, path: '/units/:id', summary: '一个单位', errors: ['unit.not_found'] },
  'places.list': { ...read, path: '/places', summary: '查阅点' },
  'guides.list': { ...read, path: '/guides', summary: '公开指南、制度、年报' },
  'guides.get': { ...read, path: '/guides/:id', summary: '一份指南、制度或年报', errors: ['guide.not_found'] },
  'staff.units.list': { ...desk, path: '/staff/units', who: keepers, summary: '单位，停用的也在' },
  'staff.units.put': {
    ...work,
    method: 'PUT',
    path: '/staff/units/:id',
    who: keepers,
    summary: '新增或者改单位，编号自己取',
    errors: ['organization.closed'],
  },
  'staff.units.close': {
    ...work,
    path: '/staff/units/:id/close',
    who: keepers,
    summary: '停用单位：公众的名单里不再有，记录留着',
    errors: ['unit.not_found', 'organization.closed', 'organization.in_use'],
  },
  'staff.areas.list': { ...desk, path: '/staff/areas', who: keepers, summary: '行政区划和网格，停用的也在' },
  'staff.areas.put': {
    ...work,
    method: 'PUT',
    path: '/staff/areas/:id',
    who: keepers,
    summary: '新增或者改行政区划和网格，编号自己取',
    errors: ['organization.closed'],
  },
  'staff.areas.close': {
    ...work,
    path: '/staff/areas/:id/close',
    who: keepers,
    summary: '停用行政区划和网格：公众的名单里不再有，记录留着',
    errors: ['area.not_found', 'organization.closed', 'organization.in_use'],
  },
  'staff.holidays.list': { ...desk, path: '/staff/holidays', who: keepers, summary: '各年的放假和调休安排' },
  'staff.holidays.enter': {
    ...work,
    path: '/staff/holidays',
    who: keepers,
    summary: '录入国务院办公厅的放假通知，粘贴全文；可以先试读。录入以后，跨这一年的日期重新算',
  },
  'staff.places.list': { ...desk, path: '/staff/places', who: keepers, summary: '查阅点，停用的也在' },
  'staff.places.put': {
    ...work,
    method: 'PUT',
    path: '/staff/places/:id',
    who: keepers,
    summary: '新增或者改查阅点，编号自己取',
    errors: ['organization.closed'],
  },
  'staff.places.close': {
    ...work,
    path: '/staff/places/:id/close',
    who: keepers,
    summary: '停用查阅点：公众的名单里不再有，记录留着',
    errors: ['place.not_found', 'organization.closed', 'organization.in_use'],
  },
  'staff.rosters.list': {
    ...desk,
    path: '/staff/rosters',
    who: rosterReaders,
    summary: '名录：谁从哪天起、到哪天止负责什么',
    description: '给 `on` 就是那一天在任的人。不公开的电话只有管理名录的人看得到。',
  },
  'staff.rosters.put': {
    ...work,
    method: 'PUT',
    path: '/staff/rosters/:id',
    who: keepers,
    summary: '记下或者更正一个人负责什么，编号自己取；换人请先结束再另记',
    errors: ['organization.closed', 'roster.held'],
  },
  'staff.rosters.close': {
    ...work,
    path: '/staff/rosters/:id/close',
    who: keepers,
    summary: '结束任职：公众看不到了，谁在哪天负责还查得到，电话抹去',
    errors: ['roster.not_found', 'organization.closed'],
  },
  'workingDays.get': { ...read, path: '/working-days', summary: '从某天起数工作日，逐日说明' },
});
