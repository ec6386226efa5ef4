import type { RouteInput } from '@bandeng/contracts/types';
import { canonicalJson } from '@bandeng/rules';
import { hasRoleForUnit, type OfficeActor } from '../../http/actor';
import { sha256 } from '../../platform/crypto';
import { AppError, invalidField } from '../../platform/errors';
import { isDuplicateKey, type Tx } from '../../platform/transaction';
import type { MattersDeps } from './deps';
import type { MemberKey, StaffRecord } from './matter-source';
import { keyOf, MOST_MEMBERS, type MatterRecord } from './matter.repository';

export const COLLECTION = 'matters';

export const keepsMatter = (actor: OfficeActor, unitId: string): boolean =>
  hasRoleForUnit(actor, unitId, 'editor', 'office', 'street');

/** A name under which what is made public of one thing is put together; nobody else sees it before something in it is public. */
export async function createMatter(
  deps: MattersDeps,
  actor: OfficeActor,
  { id, ...input }: RouteInput<'staff.matters.create'>['body'],
): Promise<{ matter: MatterRecord; isNew: boolean }> {
  if (!keepsMatter(actor, input.unitId)) throw new AppError('auth.forbidden');
  const contentHash = sha256(canonicalJson({ actor: actor.staffId, id, input }));
  const again = async () => {
    const existing = await deps.matters.find(id);
    if (existing && existing.contentHash !== contentHash) throw new AppError('id.conflict');
    return existing;
  };
  const existing = await again();
  if (existing) return { matter: existing, isNew: false };
  if (!(await deps.organization.findUnits([input.unitId])).has(input.unitId))
    throw invalidField('unitId', '没有这个单位，请从列表里选。');
  const createdAt = deps.clock.now();
  const matter: MatterRecord = { _id: id, contentHash, createdBy: actor.staffId, createdAt, ...input, revision: 1 };
  try {
    await deps.transaction(async tx => {
      await deps.matters.insert(matter, tx);
      await note(deps, actor, { act: 'created', matterId: id }, tx);
    });
  } catch (error) {
    const made = isDuplicateKey(error) ? await again() : null;
    if (!made) throw error;
    return { matter: made, isNew: false };
  }
  return { matter, isNew: true };
}

export async function renameMatter(
  deps: MattersDeps,
  actor: OfficeActor,
  { id, body: { name, revision } }: { id: string; body: RouteInput<'staff.matters.rename'>['body'] },
): Promise<MatterRecord> {
  return deps.transaction(async tx => {
    const matter = await deps.matters.get(id, tx);
    if (!keepsMatter(actor, matter.unitId)) throw new AppError('auth.forbidden');
    if (matter.revision !== revision) throw new AppError('matter.changed');
    await deps.matters.update(id, { name }, tx);
    await note(deps, actor, { act: 'renamed', matterId: id, fields: ['name'] }, tx);
    return { ...matter, name, revision: revision + 1 };
  });
}

/** Puts a record into a matter, out of the one it was in. Throws record.not_found, matter.not_found, matter.full. */
export async function linkToMatter(
  deps: MattersDeps,
  actor: OfficeActor,
  key: MemberKey,
  { matterId, stage }: RouteInput<'staff.matterMembers.put'>['body'],
): Promise<void> {
  const record = await getOwnRecord(deps, actor, key);
  const standsAt = stage ?? record.stage ?? (key.kind === 'notice' ? undefined : 'decision');
  if (standsAt === undefined) throw invalidField('stage', '这条信息没有写五公开的阶段，请选一个。');
  await deps.transaction(async tx => {
    await deps.matters.get(matterId, tx);
    const before = await deps.matters.findMember(key, tx);
    if (before?.matterId === matterId && before.stage === standsAt) return;
    if (before?.matterId !== matterId && (await deps.matters.countMembers(matterId, tx)) >= MOST_MEMBERS)
      throw new AppError('matter.full');
    await deps.matters.putMember(
      {
        ...{ _id: keyOf(key), kind: key.kind, recordId: key.id, matterId, stage: standsAt },
        linkedAt: before?.matterId === matterId ? before.linkedAt : deps.clock.now(),
      },
      tx,
    );
    for (const changed of new Set([matterId, before?.matterId ?? matterId])) await deps.matters.update(changed, {}, tx);
    if (before && before.matterId !== matterId)
      await note(deps, actor, { act: 'unlinked', matterId: before.matterId, fields: [keyOf(key)] }, tx);
    await note(deps, actor, { act: 'linked', matterId, fields: [keyOf(key)] }, tx);
  });
}

/** Takes a record out of its matter; one that is in none stays so. */
export async function unlinkFromMatter(deps: MattersDeps, actor: OfficeActor, key: MemberKey): Promise<void> {
  await getOwnRecord(deps, actor, key);
  await deps.transaction(async tx => {
    const member = await deps.matters.findMember(key, tx);
    if (!member) return;
    await deps.matters.deleteMember(key, tx);
    await deps.matters.update(member.matterId, {}, tx);
    await note(deps, actor, { act: 'unlinked', matterId: member.matterId, fields: [keyOf(key)] }, tx);
  });
}

/** For who decides about it; a record this actor may not know of is not there. */
async function getOwnRecord(deps: MattersDeps, actor: OfficeActor, { kind, id }: MemberKey): Promise<StaffRecord> {
  const record = await deps.sources[kind].findForStaff(id, actor);
  if (!record) throw new AppError('record.not_found');
  if (!record.mayLink) throw new AppError('auth.forbidden');
  return record;
}

async function note(
  deps: MattersDeps,
  actor: OfficeActor,
  {
    act,
    matterId,
    fields = [],
  }: { act: 'created' | 'renamed' | 'linked' | 'unlinked'; matterId: string; fields?: string[] },
  tx: Tx,
): Promise<void> {
  await deps.audit.add(actor, `matter.${act}`, { collection: COLLECTION, id: matterId, fields }, tx);
  await deps.outbox.add({ name: `matter.${act}`, matterId }, tx);
}
