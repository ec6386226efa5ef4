import { actorLabel, type Actor } from '../../http/actor';
import { defineHandlers } from '../../http/handlers';
import { sendJson } from '../../http/etag';
import { CommandError } from '../../platform/errors';
import type { ServerModule } from '../../platform/module';
import type { Platform } from '../../platform/platform';
import type { Tx } from '../../platform/transaction';
import { createAuditRepository, type AuditRecord } from './audit.repository';
import { presentAuditEntry } from './audit.presenter';
import { sealEntries } from './seal-entries';
import { verifyChain } from './verify-chain';

export interface AuditSubject {
  collection: string;
  id: string;
  /** Names of the fields that changed; never their values. */
  fields?: readonly string[];
  /** A reason that must be kept with it; sealed under this person's key beforehand (personKeys.seal). */
  sealedReason?: { personId: string; value: string };
}

export interface Audit {
  /** Writes an entry in the transaction that does the thing. `'system'` when nobody in particular did it. */
  add(actor: Actor | 'system', action: string, subject: AuditSubject, tx: Tx): Promise<void>;
}

const SEAL_EVERY_SECONDS = 5;

export function createAuditModule(platform: Platform) {
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
        ...(subject.sealedReason && { sealedReason: subject.sealedReason }),
      };
      await repository.insert(record, tx);
    },
  };

  const handlers = defineHandlers({
    'staff.audit.list': async ({ query }) => {
      const { items, nextCursor } = await repository.listPage(query, query);
      return { items: items.map(presentAuditEntry), nextCursor };
    },
  });

  return {
    handlers,
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
