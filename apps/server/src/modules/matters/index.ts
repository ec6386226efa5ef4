import { hasRole } from '../../http/actor';
import { created, defineHandlers } from '../../http/handlers';
import type { ServerModule } from '../../platform/module';
import type { Platform } from '../../platform/platform';
import type { MatterPorts, MattersDeps } from './deps';
import { presentMatter, presentMatterOf, presentMatters } from './desk-matters';
import { createMatter, linkToMatter, renameMatter, unlinkFromMatter } from './keep-matters';
import { loadMatters, type LoadedMatter } from './load-matters';
import { createMatterRepository } from './matter.repository';
import { findMatterOf, getMatter } from './read-matters';

export { MOST_COMPANIONS } from './matter-source';
export type { ListOfConsultations, MatterSource, PublicRecord } from './matter-source';

/** What other modules may ask of matters. */
export interface Matters {
  /** Writes matters as they stand (the demo district); those that exist are left alone. */
  load(given: readonly LoadedMatter[]): Promise<void>;
}

/** 一件事的经过: what was made public of one thing over the five stages (五公开), put together from records of other modules. */
export function createMattersModule(platform: Platform, ports: MatterPorts) {
  const deps: MattersDeps = { ...platform, ...ports, matters: createMatterRepository(platform) };
  const handlers = defineHandlers({
    'matters.get': ({ params }) => getMatter(deps, params.id),
    'matters.of': async ({ params }) => ({ matter: await findMatterOf(deps, params) }),
    'staff.matters.list': async ({ query }) => presentMatters(deps, await deps.matters.list(query)),
    'staff.matters.get': async ({ actor, params }) => presentMatter(deps, actor, await deps.matters.get(params.id)),
    'staff.matters.create': async ({ actor, body }) => {
      const { matter, isNew } = await createMatter(deps, actor, body);
      return created(await presentMatter(deps, actor, matter), isNew);
    },
    'staff.matters.rename': async ({ actor, params, body }) =>
      presentMatter(deps, actor, await renameMatter(deps, actor, { id: params.id, body })),
    'staff.matterMembers.get': ({ actor, params }) => presentMatterOf(deps, actor, params),
    'staff.matterMembers.put': async ({ actor, params, body }) => {
      await linkToMatter(deps, actor, params, body);
      return presentMatterOf(deps, actor, params);
    },
    'staff.matterMembers.delete': ({ actor, params }) => unlinkFromMatter(deps, actor, params),
  });
  return {
    handlers,
    recordReaders: {
      matters: async (id, actor) =>
        hasRole(actor, 'editor', 'office', 'street', 'supervisor') && (await deps.matters.find(id)) !== null,
    },
    api: { load: given => loadMatters(deps, given) },
  } satisfies ServerModule & { api: Matters };
}
