import type { HandedOn, RouteAnswer, RouteInput } from '@bandeng/contracts/types';
import { maskName, maskPhone } from '@bandeng/rules';
import { hasRoleForUnit, unitsOf, type OfficeActor } from '../../../http/actor';
import { AppError } from '../../../platform/errors';
import type { WaitingTask } from '../../../platform/module';
import type { InformationRequestsDeps } from '../deps';
import { isHandler } from '../information-request.policy';
import { HANDED_ON, type ContactField, type HandedOnRecord } from './handed-on.repository';

async function getReadable(deps: InformationRequestsDeps, actor: OfficeActor, id: string): Promise<HandedOnRecord> {
  const record = await deps.handedOn.get(id);
  if (!isHandler(actor, record)) throw new AppError('handed_on.not_found');
  return record;
}

export async function describeHandedOn(
  deps: InformationRequestsDeps,
  actor: OfficeActor,
  record: HandedOnRecord,
): Promise<HandedOn> {
  const unit = await deps.organization.findUnit(record.unitId);
  return present(deps, actor, record, unit?.name ?? '');
}

export const getHandedOn = async (deps: InformationRequestsDeps, actor: OfficeActor, id: string): Promise<HandedOn> =>
  describeHandedOn(deps, actor, await getReadable(deps, actor, id));

export async function listHandedOn(
  deps: InformationRequestsDeps,
  actor: OfficeActor,
  { state, ...query }: RouteInput<'staff.handedOn.list'>['query'],
): Promise<RouteAnswer<'staff.handedOn.list'>> {
  const unitIds = unitsOf(actor, 'officer', 'head', 'legal', 'supervisor');
  const { items, nextCursor } = await deps.handedOn.list({ unitIds, state }, query);
  const units = await deps.organization.findUnits([...new Set(items.map(({ unitId }) => unitId))]);
  return { items: items.map(record => present(deps, actor, record, units.get(record.unitId)?.name ?? '')), nextCursor };
}

const reveals = (actor: OfficeActor, { unitId }: HandedOnRecord): boolean =>
  hasRoleForUnit(actor, unitId, 'officer', 'head');

export async function mayRevealHandedOn(
  { handedOn }: InformationRequestsDeps,
  actor: OfficeActor,
  id: string,
): Promise<boolean> {
  const record = await handedOn.find(id);
  return record !== null && reveals(actor, record);
}

/** Shows whom to call to who has to; the reason is sealed into the audit, under the record, for the person has no account. */
export async function revealHandedOn(
  deps: InformationRequestsDeps,
  actor: OfficeActor,
  { id, field, reason }: { id: string; field: ContactField; reason: string },
): Promise<{ value: string }> {
  const record = await getReadable(deps, actor, id);
  if (!reveals(actor, record)) throw new AppError('handed_on.not_found');
  const value = await deps.personKeys.sealUnlessForgotten(id, reason, { collection: 'audit', id, field: 'reason' });
  const sealed = value !== null && { sealedReason: { personId: id, value } };
  await deps.transaction(tx =>
    deps.audit.add(actor, 'handed-on.revealed', { collection: HANDED_ON, id, fields: [field], ...sealed }, tx),
  );
  return { value: deps.handedOn.open(record, field) ?? '' };
}

/** On the desks of those who call: what has waited longest first. */
export async function listWaitingHandedOn(
  deps: InformationRequestsDeps,
  actor: OfficeActor,
  limit: number,
): Promise<WaitingTask[]> {
  const unitIds = unitsOf(actor, 'officer');
  if (unitIds.length === 0) return [];
  const { items } = await deps.handedOn.list({ unitIds, state: 'waiting' }, { limit });
  const units = await deps.organization.findUnits([...new Set(items.map(({ unitId }) => unitId))]);
  return items.map(({ _id, wanted, unitId, receivedAt, confirmBy }) => ({
    ...{ kind: 'handedOn', recordId: _id, title: wanted, note: `网格员转交 · ${units.get(unitId)?.name ?? ''}` },
    ...{ step: '给本人打电话核实，登记成申请', since: receivedAt.toISOString(), dueOn: confirmBy },
  }));
}

function present(
  { handedOn }: InformationRequestsDeps,
  actor: OfficeActor,
  record: HandedOnRecord,
  unitName: string,
): HandedOn {
  const { _id: id, wanted, method, unitId, state, heardOn, receivedAt, confirmBy, request, closing } = record;
  const [name, phone] = [handedOn.open(record, 'name'), handedOn.open(record, 'phone')];
  const isWaiting = state === 'waiting';
  return {
    ...{ id, wanted, method, unit: { id: unitId, name: unitName }, state, heardOn },
    receivedAt: receivedAt.toISOString(),
    confirmBy: confirmBy || null,
    contact: { name: name && maskName(name, 'person'), phone: phone && maskPhone(phone) },
    ...{ request, closing: closing && { reason: closing.reason, note: closing.note, on: closing.on } },
    abilities: {
      end: isWaiting && hasRoleForUnit(actor, unitId, 'officer'),
      reveal: reveals(actor, record),
    },
  };
}
