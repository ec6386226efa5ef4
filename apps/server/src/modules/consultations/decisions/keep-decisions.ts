import type { RouteInput } from '@bandeng/contracts/types';
import { canonicalJson } from '@bandeng/rules';
import type { OfficeActor } from '../../../http/actor';
import { sha256 } from '../../../platform/crypto';
import { AppError, invalidField } from '../../../platform/errors';
import { isDuplicateKey, type Tx } from '../../../platform/transaction';
import type { ConsultationsDeps } from '../deps';
import type { DecisionRecord } from './decision.repository';

type Input = Omit<RouteInput<'staff.decisions.create'>['body'], 'id'>;

/** Puts an item on the list of its year; nobody else sees it until it is published. */
export async function createDecision(
  deps: ConsultationsDeps,
  actor: OfficeActor,
  { id, ...input }: RouteInput<'staff.decisions.create'>['body'],
): Promise<{ record: DecisionRecord; isNew: boolean }> {
  const contentHash = sha256(canonicalJson({ actor: actor.staffId, id, input }));
  const again = async () => {
    const existing = await deps.decisions.find(id);
    if (existing && existing.contentHash !== contentHash) throw new AppError('id.conflict');
    return existing;
  };
  const existing = await again();
  if (existing) return { record: existing, isNew: false };
  await assertReferences(deps, input);
  const record: DecisionRecord = {
    ...{ _id: id, contentHash, createdBy: actor.staffId, createdAt: deps.clock.now() },
    ...input,
    ...{ publishedAt: null, conclusion: null, revision: 1 },
  };
  try {
    await deps.transaction(async tx => {
      await deps.decisions.insert(record, tx);
      await note(deps, actor, 'decision.created', record, tx);
    });
  } catch (error) {
    const made = isDuplicateKey(error) ? await again() : null;
    if (!made) throw error;
    return { record: made, isNew: false };
  }
  return { record, isNew: true };
}

/** Writes an item anew. What is published stays on the list of its year. */
export async function updateDecision(
  deps: ConsultationsDeps,
  actor: OfficeActor,
  { id, body: { revision, ...input } }: { id: string; body: RouteInput<'staff.decisions.update'>['body'] },
): Promise<DecisionRecord> {
  await assertReferences(deps, input);
  return change(deps, actor, { id, action: 'decision.updated' }, record => {
    if (record.revision !== revision) throw new AppError('decision.changed');
    if (record.conclusion !== null) throw new AppError('decision.state');
    if (record.publishedAt !== null && record.year !== input.year)
      throw invalidField('year', '公布了的事项不能挪到别的年份，请结掉它，在新的一年另列。');
    return input;
  });
}

/** For everybody from now on. */
export const publishDecision = (deps: ConsultationsDeps, actor: OfficeActor, id: string): Promise<DecisionRecord> =>
  change(deps, actor, { id, action: 'decision.published' }, record => {
    if (record.publishedAt !== null) throw new AppError('decision.state');
    return { publishedAt: deps.clock.now() };
  });

/** What became of it in the end: the decision with its number, or why it is not pursued. */
export const concludeDecision = (
  deps: ConsultationsDeps,
  actor: OfficeActor,
  { id, body }: { id: string; body: RouteInput<'staff.decisions.conclude'>['body'] },
): Promise<DecisionRecord> =>
  change(deps, actor, { id, action: 'decision.concluded' }, record => {
    if (record.publishedAt === null || record.conclusion !== null) throw new AppError('decision.state');
    if (body.on > deps.clock.today()) throw invalidField('on', '这一天还没到。');
    return { conclusion: body };
  });

async function change(
  deps: ConsultationsDeps,
  actor: OfficeActor,
  { id, action }: { id: string; action: string },
  decide: (record: DecisionRecord) => Partial<DecisionRecord>,
): Promise<DecisionRecord> {
  return deps.transaction(async tx => {
    const record = await deps.decisions.get(id, tx);
    const set = decide(record);
    await deps.decisions.update(id, set, tx);
    const changed = { ...record, ...set, revision: record.revision + 1 };
    await note(deps, actor, action, changed, tx, Object.keys(set));
    return changed;
  });
}

async function note(
  deps: ConsultationsDeps,
  actor: OfficeActor,
  action: string,
  { _id: id, year }: DecisionRecord,
  tx: Tx,
  fields: string[] = [],
): Promise<void> {
  await deps.audit.add(actor, action, { collection: 'decisions', id, fields }, tx);
  await deps.outbox.add({ name: action, decisionId: id, year }, tx);
}

async function assertReferences(deps: ConsultationsDeps, { unitId, consultationIds }: Input): Promise<void> {
  const [units, consultations] = await Promise.all([
    deps.organization.findUnits([unitId]),
    deps.consultations.findOutlines(consultationIds),
  ]);
  if (!units.has(unitId)) throw invalidField('unitId', '没有这个单位，请从列表里选。');
  if (consultationIds.some(id => !consultations.has(id)))
    throw invalidField('consultationIds', '没有这次征集，请从列表里选。');
}
