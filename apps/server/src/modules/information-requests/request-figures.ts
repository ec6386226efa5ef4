import type { RouteAnswer, RouteInput } from '@bandeng/contracts/types';
import { countRequestFigures, figuresOfCase, periodDays, type FigureCase } from '@bandeng/rules';
import type { Actor } from '../../http/actor';
import { readableUnits } from '../../http/readable-units';
import type { InformationRequestsDeps } from './deps';
import type { CountedRequest } from './information-request.repository';
import { summarizePage } from './read-information-request';

/** Figures of a year, a quarter or a month: all readable units together, then each that has a case in it. */
export async function readRequestFigures(
  deps: InformationRequestsDeps,
  actor: Actor,
  { year, period, unit }: RouteInput<'staff.requestFigures.get'>['query'],
): Promise<RouteAnswer<'staff.requestFigures.get'>> {
  const records = await deps.requests.listOfYear(readableUnits(actor, unit), year);
  const days = periodDays(year, period);
  const ofUnit = new Map<string, FigureCase[]>();
  for (const record of records) {
    const one = figureCaseOf(record);
    if (figuresOfCase(one, days).length === 0) continue;
    const known = ofUnit.get(record.unitId);
    if (known) known.push(one);
    else ofUnit.set(record.unitId, [one]);
  }
  const units = await deps.organization.findUnits([...ofUnit.keys()]);
  const lines = [...ofUnit]
    .map(([id, cases]) => ({ unit: { id, name: units.get(id)?.name ?? id }, ...countRequestFigures(cases, days) }))
    .sort((a, b) => b.counts.received - a.counts.received || (a.unit.id < b.unit.id ? -1 : 1));
  const together = { unit: null, ...countRequestFigures([...ofUnit.values()].flat(), days) };
  const suggestions = unit === undefined ? await deps.suggestionUses.count(days) : null;
  return { year, period, suggestions, lines: [together, ...lines] };
}

/** The cases behind one of them, by their numbers, the newest first. */
export async function listCasesOfRequestFigure(
  deps: InformationRequestsDeps,
  actor: Actor,
  query: RouteInput<'staff.requestFigures.cases'>['query'],
): Promise<RouteAnswer<'staff.requestFigures.cases'>> {
  const { year, period, unit, figure, cursor, limit } = query;
  const list = `staff.requestFigures.cases:${year}:${period}:${unit ?? ''}:${figure}`;
  const after = cursor === undefined ? undefined : String(deps.cursors.decode(list, cursor)[0]);
  const days = periodDays(year, period);
  const counted = (await deps.requests.listOfYear(readableUnits(actor, unit), year))
    .filter(record => figuresOfCase(figureCaseOf(record), days).includes(figure))
    .filter(({ number }) => after === undefined || number < after)
    .sort((a, b) => (a.number < b.number ? 1 : -1));
  const shown = counted.slice(0, limit);
  const found = new Map((await deps.requests.listByIds(shown.map(({ _id }) => _id))).map(one => [one._id, one]));
  const { items } = await summarizePage(deps, {
    items: shown.flatMap(({ _id }) => found.get(_id) ?? []),
    nextCursor: null,
  });
  const last = shown.at(-1);
  return { items, nextCursor: last && counted.length > limit ? deps.cursors.encode(list, [last.number]) : null };
}

function figureCaseOf({ receivedOn, endedOn, dueOn, events }: CountedRequest): FigureCase {
  const has = (type: CountedRequest['events'][number]['fact']['type']) => events.some(({ fact }) => fact.type === type);
  const isAnswered = has('decided');
  return {
    receivedOn,
    endedOn: endedOn === '' ? null : endedOn,
    isAnswered,
    isLate: isAnswered && dueOn !== null && endedOn > dueOn,
    isExtended: has('extended'),
    isCorrected: has('correctionAsked'),
  };
}
