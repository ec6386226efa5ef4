import type { ServerModule } from '../../platform/module';
import type { Platform } from '../../platform/platform';
import { createCommentRepository } from './comment.repository';
import { createConsultationApi, type Consultations } from './consultation.api';
import { findDrafts } from './find-drafts';
import { readsConsultations } from './consultation.policy';
import { createConsultationRepository } from './consultation.repository';
import { consultationHandlers } from './consultation.routes';
import { consultationListeners } from './consultations.listeners';
import { createDecisionRepository } from './decisions/decision.repository';
import { decisionHandlers } from './decisions/decisions.routes';
import type { ConsultationPorts, ConsultationsDeps } from './deps';
import { countConsultations, listWaitingConsultations } from './list-waiting-consultations';
import { announceScheduled } from './open-consultation';
import { eraseAccount, exportAccount } from './personal-data';
import { createVersionRepository } from './versions/version.repository';

export type { Consultations, SearchableConsultation } from './consultation.api';
export type { LoadedComment, LoadedConsultation } from './load-consultation';

const ANNOUNCE_EVERY_SECONDS = 60;

export function createConsultationsModule(platform: Platform, ports: ConsultationPorts) {
  const deps: ConsultationsDeps = {
    ...platform,
    ...ports,
    consultations: createConsultationRepository(platform),
    comments: createCommentRepository(platform),
    versions: createVersionRepository(platform),
    decisions: createDecisionRepository(platform),
  };
  return {
    handlers: { ...consultationHandlers(deps), ...decisionHandlers(deps) },
    listeners: consultationListeners(deps),
    schedules: [
      { name: 'consultations.announce', everySeconds: ANNOUNCE_EVERY_SECONDS, run: () => announceScheduled(deps) },
    ],
    findRecords: (actor, words, limit) => findDrafts(deps, actor, { words, limit }),
    listWaiting: (actor, limit) => listWaitingConsultations(deps, actor, limit),
    countRecords: actor => countConsultations(deps, actor),
    recordReaders: {
      consultations: async (id, actor) => {
        const record = await deps.consultations.findOutline(id);
        return record !== null && readsConsultations(actor, record.unitId);
      },
    },
    sealedFields: [{ collection: 'comments', path: 'authorName', field: 'authorName' }],
    personalData: [
      {
        name: 'comments',
        export: accountId => exportAccount(deps, accountId),
        erase: (accountId, tx) => eraseAccount(deps, accountId, tx),
      },
    ],
    api: createConsultationApi(deps),
  } satisfies ServerModule & { api: Consultations };
}
