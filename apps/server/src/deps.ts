import { createDemo } from './demo';
import type { OfficeActor } from './http/actor';
import type { Authenticator } from './http/auth';
import type { Handlers, RawRoute } from './http/handlers';
import { createRateLimiter, type RateLimiter } from './http/rate-limit';
import { createJoints, type Joints } from './joints';
import { createAnnualReportsModule } from './modules/annual-reports';
import { createAnswersModule } from './modules/answers';
import { createAuditModule } from './modules/audit';
import { createCatalogModule } from './modules/catalog';
import { createConsultationsModule } from './modules/consultations';
import { createDeskModule } from './modules/desk';
import { createDocumentsModule } from './modules/documents';
import { createDutyModule } from './modules/duty';
import { createEnquiriesModule } from './modules/enquiries';
import { createFilesModule } from './modules/files';
import { createGridModule } from './modules/grid';
import { createIdentityModule } from './modules/identity';
import { createInformationRequestsModule } from './modules/information-requests';
import { createLettersModule } from './modules/letters';
import { createMattersModule } from './modules/matters';
import { createNoticesModule } from './modules/notices';
import { createNotificationsModule } from './modules/notifications';
import { createOpenDataModule } from './modules/open-data';
import { createOpinionsModule } from './modules/opinions';
import { createOrganizationModule } from './modules/organization';
import { createParticipationModule } from './modules/participation';
import { createReceiptsModule } from './modules/receipts';
import { createTablesModule } from './modules/tables';
import { createSearchModule } from './modules/search';
import { createWechatModule } from './modules/wechat';
import { createHousekeeping } from './platform/housekeeping';
import type { Listener } from './platform/listeners';
import type { Command, Schedule, ServerModule } from './platform/module';
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

/** Modules in the order of their needs: who is named later may use who is named before; the joints tie those that need one another. */
function createModules(platform: Platform, all: () => readonly ServerModule[]) {
  const audit = createAuditModule(platform, {
    people: () => modules.identity.api,
    mayReadRecord: mayReadRecord(all),
  });
  const organization = createOrganizationModule(platform, { audit: audit.api });
  const receipts = createReceiptsModule(platform);
  const wechat = createWechatModule(platform);
  const identity = createIdentityModule(platform, {
    audit: audit.api,
    organization: organization.api,
    wechat: wechat.api,
    personalData: () => all().flatMap(module => module.personalData ?? []),
  });

  const joints: Joints = createJoints(() => modules, { organization: organization.api });
  const shared = { audit: audit.api, organization: organization.api, receipts: receipts.api, identity: identity.api };
  const files = createFilesModule(platform, { visibility: joints.visibility });
  const documents = createDocumentsModule({ files: files.api });
  const catalog = createCatalogModule(platform, { ...shared, units: organization.api, ...joints.catalog });
  const search = createSearchModule(platform, joints.search);
  const notices = createNoticesModule(platform, {
    ...shared,
    files: files.api,
    documents: documents.api,
    ...joints.notices,
  });
  const consultations = createConsultationsModule(platform, {
    ...shared,
    wechat: wechat.api.client,
    catalog: catalog.api,
    files: files.api,
  });
  const participation = createParticipationModule(platform, {
    ...shared,
    consultations: consultations.api,
    files: files.api,
  });
  const matters = createMattersModule(platform, {
    audit: audit.api,
    organization: organization.api,
    sources: {
      notice: notices.api.matterSource,
      consultation: consultations.api.matterSource,
      ...participation.api.matterSources,
    },
    companions: [consultations.api.decisionsOfConsultations, ...participation.api.companions],
  });
  const informationRequests = createInformationRequestsModule(platform, {
    ...shared,
    notices: notices.api,
    files: files.api,
    documents: documents.api,
    search: search.api,
    ...joints.informationRequests,
  });
  const answers = createAnswersModule(platform, {
    ...shared,
    notices: notices.api,
    requests: informationRequests.api,
    files: files.api,
    documents: documents.api,
    search: search.api,
  });
  const annualReports = createAnnualReportsModule(platform, {
    ...shared,
    requests: informationRequests.api,
    notices: notices.api,
  });
  const letters = createLettersModule(platform, {
    audit: audit.api,
    organization: organization.api,
    identity: identity.api,
    requests: informationRequests.api,
    files: files.api,
    documents: documents.api,
  });
  const enquiries = createEnquiriesModule(platform, {
    ...shared,
    files: files.api,
    search: search.api,
    ...joints.enquiries,
  });
  const duty = createDutyModule(platform, shared);
  const opinions = createOpinionsModule(platform, {
    ...shared,
    duty: duty.api,
    notices: {
      findPublicTitle: async id => (await notices.api.matterSource.listPublic([id]))[0]?.title ?? null,
    },
  });
  const grid = createGridModule(platform, {
    ...shared,
    consultations: consultations.api,
    enquiries: enquiries.api,
    requests: informationRequests.api,
    files: files.api,
    drawMiniProgramCode: platform.config.wechat ? code => wechat.api.client.miniProgramCode(code) : null,
    notices: {
      findForPoster: notices.api.findForPoster,
      findPublicTitles: async ids =>
        new Map((await notices.api.matterSource.listPublic(ids)).map(({ id, title }) => [id, title])),
    },
  });
  const notifications = createNotificationsModule(platform, {
    ...shared,
    duty: duty.api,
    wechat: wechat.api,
    ...joints.notifications,
  });
  const openData = createOpenDataModule(platform, { notices: notices.api, catalog: catalog.api });
  const modules = {
    audit,
    organization,
    receipts,
    wechat,
    identity,
    files,
    documents,
    catalog,
    search,
    notices,
    consultations,
    participation,
    matters,
    informationRequests,
    answers,
    annualReports,
    letters,
    enquiries,
    duty,
    opinions,
    grid,
    notifications,
    openData,
  };
  return modules;
}

/** Records of a collection that no module answers for are read by nobody. */
const mayReadRecord =
  (all: () => readonly ServerModule[]) =>
  async (collection: string, id: string, actor: OfficeActor): Promise<boolean> => {
    const readers = all().map(module => module.recordReaders?.[collection]);
    return (await readers.find(reader => reader !== undefined)?.(id, actor)) ?? false;
  };

/** The one place where modules are made and joined. */
export function createDependencies(platform: Platform): Dependencies {
  const { database, clock, blindIndex, config } = platform;
  const modules = createModules(platform, () => all);
  const sealedFields = Object.values<ServerModule>(modules).flatMap(module => module.sealedFields ?? []);
  const all: ServerModule[] = [
    ...Object.values(modules),
    createDeskModule(platform, { modules: () => all }),
    createTablesModule(platform, {
      audit: modules.audit.api,
      organization: modules.organization.api,
      handlers: () => handlers,
    }),
    createHousekeeping(platform, sealedFields),
    createDemo(platform, modules),
  ];
  const handlers = Object.assign({}, ...all.map(module => module.handlers ?? {})) as Handlers;
  return {
    platform,
    authenticator: modules.identity.api.authenticator,
    rateLimiter: createRateLimiter({ database, clock, blindIndex, isOn: config.hasRateLimits }),
    handlers,
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
