import { addWorkingDays } from '@bandeng/rules';
import { defineHandlers } from '../../http/handlers';
import type { ServerModule } from '../../platform/module';
import type { Platform } from '../../platform/platform';

export function createOrganizationModule(_platform: Platform) {
  const handlers = defineHandlers({
    'workingDays.get': ({ query }) => {
      const { days, ...answer } = addWorkingDays(query.from, query.count);
      return { ...answer, days: days.map(({ date, counted, reason }) => ({ date, counted, reason })) };
    },
  });
  return { handlers } satisfies ServerModule;
}
