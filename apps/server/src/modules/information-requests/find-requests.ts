import type { FoundRecord } from '@bandeng/contracts/types';
import { unitsOf, type OfficeActor } from '../../http/actor';
import type { InformationRequestsDeps } from './deps';
import type { InformationRequestRecord } from './information-request.model';

/** By number, or by the applicant's name or numbers (over keyed hashes), of the units whose requests this member handles. */
export async function findRequests(
  { requests, organization }: InformationRequestsDeps,
  actor: OfficeActor,
  { words, limit }: { words: string; limit: number },
): Promise<FoundRecord[]> {
  const unitIds = unitsOf(actor, 'officer', 'head', 'legal', 'supervisor');
  if (unitIds.length === 0) return [];
  const [numbered, ofApplicant] = await Promise.all([
    requests.listByNumber(words, unitIds, limit),
    requests.listForStaff({ unitIds, applicant: words }, { limit }),
  ]);
  const found = new Map<string, InformationRequestRecord>(
    [...numbered, ...ofApplicant.items].map(record => [record._id, record]),
  );
  const records = [...found.values()].slice(0, limit);
  const units = await organization.findUnits([...new Set(records.map(({ unitId }) => unitId))]);
  return records.map(({ _id, number, content, unitId }) => ({
    kind: 'request',
    id: _id,
    title: content.name,
    note: [number, units.get(unitId)?.name].filter(Boolean).join(' · '),
  }));
}
