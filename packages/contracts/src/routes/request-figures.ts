import { defineRoutes } from './define';
import { desk, requestReaders } from './presets';

export const requestFiguresRoutes = defineRoutes({
  'staff.requestFigures.get': {
    ...desk,
    path: '/staff/request-figures',
    who: requestReaders,
    summary: '依申请公开一年、一季、一月的数：按时率、用时、延期率、补正率，每个单位一行',
    errors: ['unit.not_found'],
  },
  'staff.requestFigures.cases': {
    ...desk,
    path: '/staff/request-figures/cases',
    who: requestReaders,
    summary: '其中一个数字后面的申请',
    errors: ['unit.not_found'],
  },
});
