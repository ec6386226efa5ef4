import type { GridRecord } from '@bandeng/contracts/types';
import { addWorkingDays, canonicalJson, type LocalDate } from '@bandeng/rules';
import config from '../../../../../../config/grid.json';
import district from '../../../../../../config/district.json';
import type { OfficeActor } from '../../../http/actor';
import { AppError } from '../../../platform/errors';
import type { InformationRequestsDeps } from '../deps';
import { HANDED_ON } from './handed-on.repository';

/** What a grid worker took down for somebody who wants information; of the worker nothing goes in. */
export interface HandOn extends Pick<Extract<GridRecord, { kind: 'request' }>, 'id' | 'wanted' | 'method' | 'contact'> {
  /** From the district down to where they were spoken to. */
  lineage: readonly string[];
  heardOn: LocalDate;
}

/** Lays it on the desk of the office that will call them. The same id and content again changes nothing. */
export async function handOnRequest(
  deps: InformationRequestsDeps,
  actor: OfficeActor,
  { lineage, ...input }: HandOn,
): Promise<void> {
  const { id, wanted, method, contact, heardOn } = input;
  const contentHash = deps.blindIndex.of('handed-on', canonicalJson({ ...input, actor: actor.staffId }));
  const existing = await deps.handedOn.find(id);
  if (existing && existing.contentHash !== contentHash) throw new AppError('id.conflict');
  if (existing) return;
  const [unitId, calendar] = [await unitFor(deps, lineage), await deps.holidays.calendar()];
  await deps.transaction(async tx => {
    await deps.handedOn.insert(
      {
        ...{ _id: id, contentHash, wanted, method, unitId, state: 'waiting', heardOn },
        contact: {
          name: deps.handedOn.seal(id, 'name', contact.name),
          phone: deps.handedOn.seal(id, 'phone', contact.phone),
        },
        receivedAt: deps.clock.now(),
        confirmBy: addWorkingDays(deps.clock.today(), config.confirmWorkingDays, calendar).date,
        ...{ chasedOn: null, request: null, closing: null, endedAt: null, revision: 1 },
      },
      tx,
    );
    await deps.audit.add(actor, 'handed-on.received', { collection: HANDED_ON, id, to: 'waiting' }, tx);
    await deps.outbox.add({ name: 'handed-on.received', handedOnId: id, on: deps.clock.today() }, tx);
  });
}

/** The office of where they live, a street or a town, when it takes requests; else the district's information office (Art. 4). */
async function unitFor({ organization }: InformationRequestsDeps, lineage: readonly string[]): Promise<string> {
  const units = await organization.listAllUnits();
  const near = units.filter(
    ({ areaId, takesRequests, closedOn }) =>
      takesRequests && !closedOn && areaId !== null && areaId !== district.areaId && lineage.includes(areaId),
  );
  return near[0]?._id ?? district.informationOfficeUnitId;
}
