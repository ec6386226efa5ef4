import type { RouteInput, Subscription } from '@bandeng/contracts/types';
import { canonicalJson } from '@bandeng/rules';
import type { ResidentActor } from '../../http/actor';
import { sha256 } from '../../platform/crypto';
import { AppError, invalidField } from '../../platform/errors';
import type { NotificationsDeps } from './deps';
import type { SubscriptionKind, SubscriptionRecord, Template } from './notification.model';

async function withNames(
  deps: NotificationsDeps,
  records: readonly Pick<SubscriptionRecord, 'kind' | 'targetId'>[],
): Promise<Subscription[]> {
  const kinds = [...new Set(records.map(record => record.kind))];
  const names = new Map<SubscriptionKind, Map<string, string>>();
  for (const kind of kinds) {
    names.set(
      kind,
      await deps.nameOf(
        kind,
        records.filter(record => record.kind === kind).map(record => record.targetId),
      ),
    );
  }
  return records.flatMap(({ kind, targetId }) => {
    const name = names.get(kind)?.get(targetId);
    return name === undefined ? [] : [{ kind, id: targetId, name }];
  });
}

export async function getSubscriptions(deps: NotificationsDeps, actor: ResidentActor) {
  const [records, credits] = await Promise.all([
    deps.subscriptions.listOf(actor.accountId),
    deps.subscriptions.creditsOf(actor.accountId),
  ]);
  return {
    items: await withNames(deps, records),
    credits: credits as Record<string, number>,
    templateIds: deps.templateIds as Record<string, string>,
  };
}

/** Replaces what a person is told of; something that is not there cannot be subscribed to. */
export async function putSubscriptions(
  deps: NotificationsDeps,
  actor: ResidentActor,
  { items }: RouteInput<'me.subscriptions.put'>['body'],
): Promise<{ items: Subscription[] }> {
  const wanted = new Map(items.map(item => [`${item.kind}:${item.id}`, item]));
  const records = [...wanted].map(([target, { kind, id }]) => ({
    _id: `${actor.accountId}:${target}`,
    accountId: actor.accountId,
    kind,
    targetId: id,
    target,
  }));
  const named = await withNames(deps, records);
  const missing = records.find(record => !named.some(item => item.kind === record.kind && item.id === record.targetId));
  if (missing) throw invalidField('items', `没有“${missing.targetId}”，不能订阅。`);
  await deps.transaction(tx => deps.subscriptions.replaceOf(actor.accountId, records, tx));
  return { items: named };
}

/** Counts what requestSubscribeMessage answered: one credit for each accepted template, once for each answer's id. */
export async function addCredits(
  deps: NotificationsDeps,
  actor: ResidentActor,
  body: RouteInput<'me.subscriptionCredits.add'>['body'],
): Promise<{ credits: Record<string, number> }> {
  const nameById = new Map(Object.entries(deps.templateIds).map(([name, id]) => [id, name as Template]));
  const contentHash = sha256(canonicalJson(body.answers));
  await deps.transaction(async tx => {
    const existing = await deps.subscriptions.findAnswer(body.id, tx);
    if (existing) {
      if (existing.accountId !== actor.accountId || existing.contentHash !== contentHash)
        throw new AppError('id.conflict');
      return;
    }
    await deps.subscriptions.insertAnswer(
      { _id: body.id, accountId: actor.accountId, contentHash, at: deps.clock.now() },
      tx,
    );
    for (const [templateId, answer] of Object.entries(body.answers)) {
      const template = nameById.get(templateId);
      if (template && answer === 'accept') await deps.subscriptions.addCredit(actor.accountId, template, tx);
    }
  });
  return { credits: (await deps.subscriptions.creditsOf(actor.accountId)) as Record<string, number> };
}
