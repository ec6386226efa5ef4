import { dutyOf, isCalendarDuty } from '@bandeng/rules';
import type { OfficeActor } from '../../http/actor';
import { sideOf } from '../../http/side-of';
import { startOfShanghaiDate } from '../../platform/clock';
import type { WaitingTask } from '../../platform/module';
import type { DutyEntry } from './catalog.repository';
import type { CatalogDeps } from './deps';
import { publicationsOf } from './read-entries';

/** An entry with periods that are over, unpublished, and past their day. */
export interface OverdueEntry extends Pick<DutyEntry, 'entryId' | 'name' | 'publisherUnitIds'> {
  /** The last of them. */
  label: string;
  dueOn: string;
  count: number;
}

/** More late entries of one unit than these stand as one line: the desk is for what is done next. */
const MOST_LINES = 3;
const NAMED = 3;

/** Every entry in force that is published actively and has a period that is late. */
export async function readOverdueEntries(deps: CatalogDeps): Promise<OverdueEntry[]> {
  const today = deps.clock.today();
  const entries = (await deps.catalog.listDuties()).filter(
    ({ attribute, timeLimitsText }) => attribute === 'active' && isCalendarDuty(timeLimitsText, today),
  );
  const publications = await publicationsOf(deps, entries);
  return entries.flatMap(({ entryId, name, publisherUnitIds, timeLimitsText }) => {
    const duty = dutyOf(timeLimitsText, publications.get(entryId) ?? [], today);
    const overdue = duty?.periods.filter(({ state }) => state === 'overdue') ?? [];
    const last = overdue.at(-1);
    return last
      ? [{ ...{ entryId, name, publisherUnitIds }, label: last.label, dueOn: last.dueOn, count: overdue.length }]
      : [];
  });
}

/** Late entries on the desk of who publishes them, one by one while they are few; unit by unit on the desk of who looks after those. */
export function waitingDuties(
  overdue: readonly OverdueEntry[],
  units: ReadonlyMap<string, string>,
  actor: OfficeActor,
): WaitingTask[] {
  const byUnit = new Map<string, OverdueEntry[]>();
  for (const entry of overdue) {
    // An entry of several units is one thing to do, for the first of them that is this actor's.
    const unitId = entry.publisherUnitIds.find(id => sideOf(actor, [id]) !== null);
    if (unitId !== undefined) byUnit.set(unitId, [...(byUnit.get(unitId) ?? []), entry]);
  }
  return [...byUnit].flatMap(([unitId, entries]) =>
    sideOf(actor, [unitId]) === 'keeps' && entries.length <= MOST_LINES
      ? entries.map(taskOfEntry)
      : [taskOfUnit({ id: unitId, name: units.get(unitId) ?? unitId }, entries, sideOf(actor, [unitId]))],
  );
}

function taskOfEntry({ entryId, name, label, dueOn, count }: OverdueEntry): WaitingTask {
  return {
    kind: 'duty',
    recordId: entryId,
    title: `${name}（${label}）`,
    note: `标准目录 · ${count > 1 ? `连这一期有 ${count} 期没公开` : '过了时限没公开'}`,
    step: '公开这一期',
    since: startOfShanghaiDate(dueOn).toISOString(),
    dueOn,
  };
}

function taskOfUnit(
  unit: { id: string; name: string },
  entries: readonly OverdueEntry[],
  side: ReturnType<typeof sideOf>,
): WaitingTask {
  const dueOn = entries.map(entry => entry.dueOn).sort()[0]!;
  const names = entries.slice(0, NAMED).map(({ name, label }) => `${name}（${label}）`);
  return {
    kind: 'duties',
    recordId: unit.id,
    title: `${unit.name}：${entries.length} 个事项到期没公开`,
    note: `标准目录 · ${names.join('、')}${entries.length > NAMED ? ' 等' : ''}`,
    step: side === 'keeps' ? '一项一项公开' : '督促公开',
    since: startOfShanghaiDate(dueOn).toISOString(),
    dueOn,
  };
}
