import type { OfficeActor } from '../../http/actor';
import { created, defineHandlers } from '../../http/handlers';
import type { ServerModule } from '../../platform/module';
import type { Platform } from '../../platform/platform';
import { addStep, registerOpinion } from './change-opinion';
import type { LoadedOpinion, OpinionDeps, OpinionPorts } from './deps';
import { loadOpinion } from './load-opinion';
import { accessOf, reads } from './opinion.policy';
import { createOpinionRepository, OPINIONS } from './opinion.repository';
import { describeOpinion, listOpinions, listWaitingOpinions } from './read-opinion';
import { reassignOpinion } from './reassign-opinion';
import { remindOfOpinions } from './remind-of-opinions';

export type { LoadedOpinion } from './deps';

/** What other modules may ask of public-opinion matters. */
export interface Opinions {
  load(given: LoadedOpinion, by: { actor: OfficeActor; stepId: (at: number) => string }): Promise<void>;
  /** For messages to the desks. */
  findForMessage(id: string): Promise<{ id: string; title: string } | null>;
}

/** Hours are short: reminders are looked for this often. */
const REMIND_EVERY_SECONDS = 60;

/** 舆情: noticed, reported, authoritative information out, briefed, closed with a conclusion; counted in minutes. */
export function createOpinionsModule(platform: Platform, ports: OpinionPorts) {
  const opinions = createOpinionRepository(platform);
  const deps: OpinionDeps = { ...platform, ...ports, opinions };
  const handlers = defineHandlers({
    'staff.opinions.list': ({ actor, query }) => listOpinions(deps, actor, query),
    'staff.opinions.get': async ({ actor, params }) => describeOpinion(deps, actor, await opinions.get(params.id)),
    'staff.opinions.register': async ({ actor, body }) => {
      const { record, isNew } = await registerOpinion(deps, actor, body);
      return created(await describeOpinion(deps, actor, record), isNew);
    },
    'staff.opinions.reassign': async ({ actor, params, body }) => {
      const { _id, unitId } = await reassignOpinion(deps, actor, { id: params.id, body });
      const unit = await ports.organization.findUnit(unitId);
      return { id: _id, unit: { id: unitId, name: unit?.name ?? '' } };
    },
    'staff.opinions.step': async ({ actor, params, body }) =>
      describeOpinion(deps, actor, await addStep(deps, actor, { id: params.id, body })),
  });
  const api: Opinions = {
    load: (given, by) => loadOpinion(deps, given, by),
    findForMessage: async id => {
      const record = await opinions.find(id);
      return record && { id, title: record.title };
    },
  };
  return {
    handlers,
    schedules: [
      {
        name: 'opinions.remind',
        everySeconds: REMIND_EVERY_SECONDS,
        isDue: () => opinions.isReminderDue(platform.clock.now()),
        run: () => remindOfOpinions(deps),
      },
    ],
    recordReaders: {
      [OPINIONS]: async (id, actor) => {
        const record = await opinions.find(id);
        return record !== null && reads(await accessOf(deps, actor), record);
      },
    },
    listWaiting: (actor, limit) => listWaitingOpinions(deps, actor, limit),
    api,
  } satisfies ServerModule & { api: Opinions };
}
