import type { Became } from '../../../platform/module';
import type { OnBehalfRecord } from '../visit.model';
import type { GridDeps } from '../deps';

/** Asks the modules where the words are; what is gone there is left out. */
export async function whatBecame(
  { consultations, enquiries, requests }: GridDeps,
  records: readonly OnBehalfRecord[],
): Promise<Map<string, Became>> {
  const idsOf = (wanted: OnBehalfRecord['kind']) => records.filter(({ kind }) => kind === wanted).map(({ _id }) => _id);
  const found = await Promise.all([
    consultations.whatBecame(idsOf('comment')),
    enquiries.whatBecame(idsOf('enquiry')),
    requests.whatBecame(idsOf('request')),
  ]);
  return new Map(found.flatMap(ofKind => [...ofKind]));
}
