import { defineRoutes } from './define';
import { read } from './presets';

export const organizationRoutes = defineRoutes({
  'areas.list': { ...read, path: '/areas', summary: '行政区划，到社区为止' },
  'units.list': { ...read, path: '/units', summary: '单位' },
  'units.get': { ...read, path: '/units/:id', summary: '一个单位', errors: ['unit.not_found'] },
  'places.list': { ...read, path: '/places', summary: '查阅点' },
  'guides.list': { ...read, path: '/guides', summary: '公开指南、制度、年报' },
  'guides.get': { ...read, path: '/guides/:id', summary: '一份指南、制度或年报', errors: ['guide.not_found'] },
  'workingDays.get': { ...read, path: '/working-days', summary: '从某天起数工作日，逐日说明' },
});
