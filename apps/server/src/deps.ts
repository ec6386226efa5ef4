import type { Authenticator } from './http/auth';
import type { Handlers, RawRoute } from './http/handlers';
import { createRateLimiter, type RateLimiter } from './http/rate-limit';
import { createAuditModule } from './modules/audit';
import { createIdentityModule } from './modules/identity';
import { createOrganizationModule } from './modules/organization';
import { createReceiptsModule } from './modules/receipts';
import { createWechatModule } from './modules/wechat';
import { createHousekeeping } from './platform/housekeeping';
import type { Listener } from './platform/listeners';
import type { Command, PersonalData, Schedule, ServerModule } from './platform/module';
import type { Platform } from './platform/platform';

export interface Dependencies {
  platform: Platform;
  authenticator: Authenticator;
  rateLimiter: RateLimiter;
  handlers: Handlers;
  rawRoutes: readonly RawRoute[];
  listeners: readonly Listener[];
  schedules: readonly Schedule[];
  commands: readonly Command[];
  modules: ReturnType<typeof createModules>;
  startFaults(): Promise<string[]>;
  prepareDemo(): Promise<void>;
}

/** Modules in the order of their needs: who is named later may use who is named before. */
function createModules(platform: Platform, personalData: () => readonly PersonalData[]) {
  const audit = createAuditModule(platform);
  const organization = createOrganizationModule(platform);
  const receipts = createReceiptsModule(platform);
  const wechat = createWechatModule(platform);
  const identity = createIdentityModule(platform, { audit: audit.api, wechat: wechat.api, personalData });
  return { audit, organization, receipts, wechat, identity };
}

/** The one place where modules are made and joined. */
export function createDependencies(platform: Platform): Dependencies {
  const { database, clock, blindIndex, config } = platform;
  const modules = createModules(platform, () => all.flatMap(module => module.personalData ?? []));
  const all: ServerModule[] = [...Object.values(modules), createHousekeeping(platform)];
  return {
    platform,
    authenticator: modules.identity.api.authenticator,
    rateLimiter: createRateLimiter({ database, clock, blindIndex, isOn: config.hasRateLimits }),
    handlers: Object.assign({}, ...all.map(module => module.handlers ?? {})) as Handlers,
    rawRoutes: all.flatMap(module => module.rawRoutes ?? []),
    listeners: all.flatMap(module => module.listeners ?? []),
    schedules: all.flatMap(module => module.schedules ?? []),
    commands: all.flatMap(module => module.commands ?? []),
    modules,
    startFaults: async () => {
      const faults: string[] = [];
      for (const module of all) faults.push(...((await module.startFaults?.()) ?? []));
      return faults;
    },
    prepareDemo: async () => {
      for (const module of all) await module.prepareDemo?.();
    },
  };
}
