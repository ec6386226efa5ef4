import { canonicalJson } from '@bandeng/rules';
import { sha256 } from '../../../platform/crypto';
import type { ConsultationsDeps } from '../deps';
import type { DecisionRecord } from './decision.repository';

/** An item of a year's list as it stood at some moment. */
export type LoadedDecision = Omit<DecisionRecord, '_id' | 'contentHash' | 'createdBy' | 'revision'> & {
  id: string;
  staffId: string;
};

/** Writes a year's list as it stands; nobody is told of it. */
export async function loadDecisions(deps: ConsultationsDeps, given: readonly LoadedDecision[]): Promise<void> {
  for (const { id, staffId, ...item } of given) {
    if (await deps.decisions.find(id)) continue;
    const contentHash = sha256(canonicalJson({ actor: 'system', id }));
    await deps.transaction(async tx => {
      await deps.decisions.insert({ ...item, _id: id, contentHash, createdBy: staffId, revision: 1 }, tx);
      await deps.audit.add('system', 'decision.loaded', { collection: 'decisions', id }, tx);
    });
  }
}
