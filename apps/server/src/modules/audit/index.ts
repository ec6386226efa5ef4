import { addDays } from '@bandeng/rules';
import { actorLabel, hasRole, type Actor, type OfficeActor } from '../../http/actor';
import { defineHandlers } from '../../http/handlers';
import { sendJson } from '../../http/etag';
import { startOfShanghaiDate } from '../../platform/clock';
import { AppError, CommandError } from '../../platform/errors';
import type { ServerModule } from '../../platform/module';
import type { Platform } from '../../platform/platform';
import type { Tx } from '../../platform/transaction';
import { createAuditRepository, type AuditRecord } from './audit.repository';
import { presentEntries, presentSteps, staffLabel, type People } from './audit.presenter';
import { sealEntries } from './seal-entries';
import { verifyChain } from './verify-chain';

export interface AuditSubject {
  collection: string;
  id: string;
  /** Names of the fields that changed; never their values. */
  fields?: readonly string[];
  /** A reason that must be kept with it; sealed under this person's key beforehand (personKeys.seal). */
  sealedReason?: { personId: string; value: string };
  /** The states it went between, where it did. */
  from?: string;
  to?: string;
}

interface Others {
  /** Asked late: who the members are is known by a module made after this one. */
  people: () => People;
  /** Whether this member may read a record, by its collection: each module says it of its own. */
  mayReadRecord(collection: string, id: string, actor: OfficeActor): Promise<boolean>;
}

export interface Audit {
  /** Writes an entry in the transaction that does the thing. `'system'` when nobody in particular did it. */
  add(actor: Actor | 'system', action: string, subject: AuditSubject, tx: Tx): Promise<void>;
}

const SEAL_EVERY_SECONDS = 5;

export function createAuditModule(platform: Platform, { people, mayReadRecord }: Others) {
  const { database, cursors, ids, clock, leases, transaction, metrics } = platform;
  const repository = createAuditRepository({ database, cursors });
  const seal = () => sealEntries({ audit: repository, leases, transaction });
  metrics.gauge('bandeng_audit_unsealed', 'Audit entries not yet in the chain', () => repository.countUnsealed());

  const api: Audit = {
    add: async (actor, action, subject, tx) => {
      const record: AuditRecord = {
        _id: ids.ordered(),
        at: clock.now(),
        actor: actor === 'system' ? actor : actorLabel(actor),
        action,
        kind: subject.collection,
        subject: subject.id,
        fields: [...(subject.fields ?? [])],
        ...(subject.from !== undefined && { from: subject.from }),
        ...(subject.to !== undefined && { to: subject.to }),
        ...(subject.sealedReason && { sealedReason: subject.sealedReason }),
      };
      await repository.insert(record, tx);
    },
  };

  const handlers = defineHandlers({
    'staff.audit.list': async ({ query }) => {
      const { person, from, to, ...rest } = query;
      const staffIds = person === undefined ? undefined : await people().findStaffIds(person);
      if (staffIds?.length === 0) return { items: [], nextCursor: null };
      const wanted = {
        ...rest,
        actors: staffIds?.map(staffLabel),
        from: from === undefined ? undefined : startOfShanghaiDate(from),
        until: to === undefined ? undefined : startOfShanghaiDate(addDays(to, 1)),
      };
      const { items, nextCursor } = await repository.listPage(wanted, query);
      return { items: await presentEntries(people(), items), nextCursor };
    },
    'staff.records.timeline': async ({ params, query, actor }) => {
      if (!(await mayReadRecord(params.collection, params.id, actor))) throw new AppError('record.not_found');
      const { items, nextCursor } = await repository.listSteps(params, query);
      return { items: (await presentSteps(people(), items)).map(({ step }) => step), nextCursor };
    },
  });

  return {
    handlers,
    countRecords: async actor =>
      hasRole(actor, 'auditor')
        ? [{ kind: 'audited_today', count: await repository.count({ from: startOfShanghaiDate(clock.today()) }) }]
        : [],
    rawRoutes: [
      {
        method: 'GET',
        path: '/open-data/seals.json',
        limit: 'read',
        handle: async ctx => {
          const seals = await repository.listSeals();
          const items = seals.map(({ _id, lastNumber, lastHash }) => ({
            date: _id,
            entries: lastNumber,
            hash: lastHash,
          }));
          sendJson(ctx, { items }, true);
        },
      },
    ],
    schedules: [
      {
        name: 'audit.seal',
        everySeconds: SEAL_EVERY_SECONDS,
        run: async () => {
          await seal();
        },
      },
    ],
    commands: [
      {
        name: 'audit verify',
        usage: 'audit verify',
        summary: '逐条核对审计链，指出每一处断裂和还没有封存的部分',
        run: async (_args, { output }) => {
          const { sealed, unsealed, breaks } = await verifyChain(repository);
          output(`已封存 ${sealed} 条，还没有封存 ${unsealed} 条`);
          breaks.forEach(line => output(`断裂：${line}`));
          if (breaks.length > 0) throw new CommandError(`审计链有 ${breaks.length} 处断裂。`);
          output('审计链完好');
        },
      },
    ],
    api: { ...api, seal, verify: () => verifyChain(repository) },
  } satisfies ServerModule & { api: unknown };
}
