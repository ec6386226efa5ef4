import type { Actor } from '../../http/actor';
import { created, defineHandlers } from '../../http/handlers';
import type { ServerModule } from '../../platform/module';
import { createQueue } from '../../platform/one-at-a-time';
import type { Platform } from '../../platform/platform';
import { voidLetter } from './change-letter';
import type { LetterPorts, LettersDeps } from './deps';
import { deliverLetter } from './deliver-letter';
import { proveDelivery } from './delivery-record';
import { createSealClient } from './eseal-client';
import { finalizeLetter } from './finalize-letter';
import type { LetterRecord } from './letter.model';
import { listLetterKinds, readLetterKind, rewordLetter } from './letter-kinds';
import { isHandler } from './letter.policy';
import { describeLetters } from './letter.presenter';
import { createLetterRepository } from './letter.repository';
import { followSealOrders, orderSeal } from './order-seal';
import { loadLetter, type LoadedLetter } from './load-letter';
import { canReadLetterFile, listDelivered, openLetter } from './open-letter';
import { prepareLetter, presentDraft } from './prepare-letter';
import { checkLetter, listCaseLetters } from './read-case-letters';
import { readLetters } from './read-letters';
import { sealLetter } from './seal-letter';
import { sendDeliveryRecord, sendLetter } from './send-letter';
import { createWordingRepository } from './wording.repository';

export type { LetterPorts } from './deps';
export type { LoadedLetter } from './load-letter';
export type LettersApi = ReturnType<typeof createLettersModule>['api'];

/** Letters of information requests (文书): laid ready from the case, made final with a number, kept as they were. */
export function createLettersModule(platform: Platform, ports: LetterPorts) {
  const letters = createLetterRepository(platform);
  const deps: LettersDeps = {
    ...platform,
    ...ports,
    letters,
    wordings: createWordingRepository(platform.database),
    kinds: readLetters(platform.config.root),
    seals: platform.config.eseal ? createSealClient({ ...platform, eseal: platform.config.eseal }) : null,
    inTurn: createQueue(),
  };
  const describeOne = async (actor: Actor, record: LetterRecord) => (await describeLetters(deps, actor, [record]))[0]!;

  const handlers = defineHandlers({
    'staff.letters.list': ({ actor, params }) => listCaseLetters(deps, actor, params.id),
    'staff.letters.draft': async ({ actor, params, body }) =>
      presentDraft(await prepareLetter(deps, actor, { requestId: params.id, ...body })),
    'staff.letters.create': async ({ actor, params, body }) => {
      const { record, isNew } = await finalizeLetter(deps, actor, { requestId: params.id, ...body });
      return created(await describeOne(actor, record), isNew);
    },
    'staff.letters.file': ({ actor, params, query, ctx }) => sendLetter(deps, actor, ctx, { ...params, ...query }),
    'staff.letters.void': async ({ actor, params, body }) =>
      describeOne(actor, await voidLetter(deps, actor, { id: params.id, reason: body.reason })),
    'staff.letters.seal': async ({ actor, params, body }) =>
      describeOne(actor, await sealLetter(deps, actor, { id: params.id, fileId: body.fileId })),
    'staff.letters.orderSeal': async ({ actor, params }) => describeOne(actor, await orderSeal(deps, actor, params.id)),
    'staff.letters.deliver': async ({ actor, params, body }) =>
      describeOne(actor, await deliverLetter(deps, actor, { letterId: params.id, ...body })),
    'staff.letters.deliveryRecord': ({ actor, params, query, ctx }) =>
      sendDeliveryRecord(deps, actor, ctx, { ...params, ...query }),
    'staff.letters.proveDelivery': async ({ actor, params, body }) =>
      describeOne(actor, await proveDelivery(deps, actor, { ...params, ...body })),
    'informationRequests.letters': ({ actor, params }) => listDelivered(deps, actor, params.id),
    'letters.open': ({ actor, params }) => openLetter(deps, actor, params.id),
    'staff.letterKinds.list': () => listLetterKinds(deps),
    'staff.letterKinds.get': ({ actor, params }) => readLetterKind(deps, actor, params.code),
    'staff.letterKinds.reword': async ({ actor, params, body }) => {
      await rewordLetter(deps, actor, { code: params.code, ...body });
      return readLetterKind(deps, actor, params.code);
    },
    'letters.check': ({ params }) => checkLetter(deps, params.code),
  });

  return {
    handlers,
    recordReaders: {
      letters: async (id, actor) => {
        const record = await letters.find(id);
        return record !== null && isHandler(actor, record);
      },
    },
    schedules: [
      {
        name: 'letters.seal',
        everySeconds: 15,
        isDue: async () => deps.seals !== null && (await letters.listSealDue(deps.clock.now(), 1)).length > 0,
        run: () => followSealOrders(deps),
      },
    ],
    sealedFields: ['content', 'pdf', 'deliveries'].map(field => ({ collection: 'letters', path: field, field })),
    personalData: [
      {
        name: 'letters',
        export: async accountId =>
          (await letters.allOfAccount(accountId))
            .filter(({ to }) => to === 'applicant')
            .map(record => ({
              id: record._id,
              requestId: record.requestId,
              number: record.number,
              state: record.state,
              deliveredOn: record.deliveredOn,
              firstReadAt: record.firstReadAt,
              text: letters.openContent(record),
            })),
      },
    ],
    api: {
      /** May this actor read the sealed scan of a letter now? */
      canReadFile: (id: string, actor: Actor, fileId: string): Promise<boolean> =>
        canReadLetterFile(deps, actor, id, fileId),
      /** Takes a letter through its steps as if at that time (the demo district). */
      load: (given: LoadedLetter) => loadLetter(deps, given),
    },
  } satisfies ServerModule & { api: unknown };
}
