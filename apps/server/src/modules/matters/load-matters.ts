import { canonicalJson } from '@bandeng/rules';
import { sha256 } from '../../platform/crypto';
import type { MattersDeps } from './deps';
import { COLLECTION } from './keep-matters';
import type { MemberKey, Stage } from './matter-source';
import { keyOf } from './matter.repository';

/** A matter with its members as it stood at some moment. */
export interface LoadedMatter {
  id: string;
  name: string;
  unitId: string;
  staffId: string;
  at: Date;
  members: readonly (MemberKey & { stage: Stage })[];
}

/** Writes matters as they stand; nobody is told of it. */
export async function loadMatters(deps: MattersDeps, given: readonly LoadedMatter[]): Promise<void> {
  for (const { id, name, unitId, staffId, at, members } of given) {
    if (await deps.matters.find(id)) continue;
    const contentHash = sha256(canonicalJson({ actor: 'system', id }));
    await deps.transaction(async tx => {
      const record = { _id: id, contentHash, createdBy: staffId, createdAt: at, name, unitId, revision: 1 };
      await deps.matters.insert(record, tx);
      for (const { stage, ...key } of members)
        await deps.matters.putMember(
          { _id: keyOf(key), kind: key.kind, recordId: key.id, matterId: id, stage, linkedAt: at },
          tx,
        );
      await deps.audit.add('system', 'matter.loaded', { collection: COLLECTION, id }, tx);
    });
  }
}
