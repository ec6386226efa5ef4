import { hasRoleForUnit } from '../../http/actor';
import { defineHandlers } from '../../http/handlers';
import type { ServerModule } from '../../platform/module';
import type { Platform } from '../../platform/platform';
import type { DutyDeps, DutyPorts } from './deps';
import { ON_DUTY_ROLES, putWeek, readWeek } from './duty-week';
import { createDutyRepository, DUTY_DAYS } from './duty.repository';

/** What other modules may ask of the duty roster. */
export interface Duty {
  /** Who is on duty for a unit today and still works there, the main one first; empty when nobody is. */
  findOnDuty(unitId: string): Promise<string[]>;
  /** The units for which somebody is on duty today. */
  listUnitsOf(staffId: string): Promise<string[]>;
  /** Sets days (the demo district); a day that is set is left alone. */
  load(unitId: string, days: readonly { on: string; mainId: string | null; deputyId: string | null }[]): Promise<void>;
}

/** 值班表: who answers for a unit on which day. */
export function createDutyModule(platform: Platform, ports: DutyPorts) {
  const duty = createDutyRepository(platform);
  const deps: DutyDeps = { ...platform, ...ports, duty };
  const { clock, transaction } = platform;
  const handlers = defineHandlers({
    'staff.duty.get': ({ actor, params, query }) => readWeek(deps, actor, { unitId: params.id, of: query.of }),
    'staff.duty.put': ({ actor, params, body }) => putWeek(deps, actor, { unitId: params.id, ...body }),
  });
  const api: Duty = {
    findOnDuty: async unitId => {
      const day = await duty.find(unitId, clock.today());
      const set = [day?.mainId, day?.deputyId].filter(id => typeof id === 'string');
      if (set.length === 0) return [];
      const members = new Set((await ports.identity.listStaffFor(ON_DUTY_ROLES, unitId)).map(({ id }) => id));
      return set.filter(id => members.has(id));
    },
    listUnitsOf: staffId => duty.listUnitsOf(staffId, clock.today()),
    load: async (unitId, days) => {
      const known = new Set(
        (
          await duty.listDays(
            unitId,
            days.map(({ on }) => on),
          )
        ).map(({ on }) => on),
      );
      await transaction(tx =>
        duty.put(
          unitId,
          days.filter(({ on }) => !known.has(on)),
          tx,
        ),
      );
    },
  };
  return {
    handlers,
    recordReaders: {
      [DUTY_DAYS]: async (unitId, actor) => hasRoleForUnit(actor, unitId, ...ON_DUTY_ROLES, 'head', 'supervisor'),
    },
    api,
  } satisfies ServerModule & { api: Duty };
}
