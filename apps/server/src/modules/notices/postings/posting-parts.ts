import type { ServerModule } from '../../../platform/module';
import type { NoticesDeps } from '../deps';
import { takeDownDuePostings } from './conclude-posting';
import { OBJECTIONS, SEALED } from './create-objection';
import { postingHandlers } from './posting.handlers';
import { readsPosting } from './posting.policy';
import { describeOwnObjections } from './posting.presenter';

/** What the postings add to the module of notices. */
export const postingParts = (deps: NoticesDeps) =>
  ({
    handlers: postingHandlers(deps),
    recordReaders: {
      [OBJECTIONS]: async (id, actor) => {
        const record = await deps.objections.find(id);
        return record !== null && readsPosting(actor, record.unitId);
      },
    },
    sealedFields: SEALED.map(field => ({ collection: OBJECTIONS, path: field, field })),
    personalData: [
      {
        name: 'objections',
        export: async accountId => describeOwnObjections(deps, await deps.objections.allOfAccount(accountId)),
        erase: (accountId, tx) => deps.objections.eraseOf(accountId, tx),
      },
    ],
    schedules: [
      {
        name: 'notices.take-down-postings',
        everySeconds: 60,
        isDue: async () => (await deps.postings.listToTakeDown(deps.clock.now(), 1)).length > 0,
        run: () => takeDownDuePostings(deps),
      },
    ],
  }) satisfies ServerModule;
