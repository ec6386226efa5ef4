import type { Asked, RouteAnswer } from '@bandeng/contracts/types';
import config from '../../../../../../config/grid.json';
import { addDays } from '@bandeng/rules';
import type { OfficeActor } from '../../../http/actor';
import { startOfShanghaiDate } from '../../../platform/clock';
import type { Became } from '../../../platform/module';
import type { PageQuery } from '../../../platform/paging';
import type { GridDeps } from '../deps';
import { buildingsOf } from '../make-pack';
import type { OnBehalfRecord } from '../visit.model';
import { whatBecame } from './became';
import type { AssignmentRecord } from '../walk.repository';
import { keyOfBuilding, keyOfWorker } from './tell-key';

const daysAgo = ({ clock }: GridDeps, days: number): Date => startOfShanghaiDate(addDays(clock.today(), -days));

/** What this worker took down lately, and what became of it. */
export async function listAsked(
  deps: GridDeps,
  { staffId }: OfficeActor,
  query: PageQuery,
): Promise<RouteAnswer<'grid.asked'>> {
  const page = await deps.visits.listOnBehalfOf(staffId, daysAgo(deps, config.askedDays), query);
  const became = await whatBecame(deps, page.items);
  const items = page.items.flatMap(record => present(record, became.get(record._id), staffId) ?? []);
  return { ...page, items };
}

/**
 * Answers that whoever walks there today has to bring to a door: a task stays with the grid when somebody else walks it. A page may be
 * short or empty with more behind it: what has no answer yet is left out.
 */
export async function listToTell(
  deps: GridDeps,
  { staffId }: OfficeActor,
  query: PageQuery,
): Promise<RouteAnswer<'grid.toTell'>> {
  const walked = await deps.walks.listAssigned(staffId, deps.clock.today());
  const places = await Promise.all(walked.map(assignment => keysOf(deps, assignment)));
  const keys = [...new Set([...places.flat(), keyOfWorker(staffId)])];
  const page = await deps.visits.listUntold(keys, daysAgo(deps, config.tellWithinDays), query);
  const became = await whatBecame(deps, page.items);
  const items = page.items.flatMap(record => {
    const what = became.get(record._id);
    return what?.answer && !what.isOver ? (present(record, what, staffId) ?? []) : [];
  });
  return { ...page, items };
}

/** Who walks a part of an area has its buildings, and nothing of the rest. */
async function keysOf(deps: GridDeps, assignment: AssignmentRecord): Promise<string[]> {
  if (!assignment.part) return [assignment.areaId];
  return (await buildingsOf(deps, assignment)).map(({ _id }) => keyOfBuilding(_id));
}

function present(record: OnBehalfRecord, became: Became | undefined, reader: string): Asked | undefined {
  if (!became) return undefined;
  const { _id: id, kind, doorId, on, tells, staffId } = record;
  const { title, words, stateText, answer, isOver } = became;
  const last = tells.at(-1);
  return {
    ...{ id, kind, doorId, on, title, stateText },
    // Taken over by whoever said it: what they are answered is theirs to read.
    answer: isOver ? null : answer,
    words: staffId === reader ? words : null,
    told: last ? { how: last.how, on: last.on } : null,
  };
}
