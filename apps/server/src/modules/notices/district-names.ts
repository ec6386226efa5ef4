import type { HolidayCalendar } from '@bandeng/rules';
import type { Platform } from '../../platform/platform';
import type { NoticePorts } from './deps';

type Named = { name: string };
export interface DistrictNames {
  units: ReadonlyMap<string, Named>;
  areas: ReadonlyMap<string, Named>;
  calendar: HolidayCalendar;
}
export type NamesOf = (wanted: {
  unitIds: readonly string[];
  areaIds: readonly string[];
  /** Read just now for the same answer. */
  version?: string | undefined;
}) => Promise<DistrictNames>;

/** Names of units and areas and the calendar of working days, for lists of notices: each read once as long as the district stays as it is. */
export function createNamesOf(
  { versions, holidays }: Pick<Platform, 'versions' | 'holidays'>,
  { organization }: Pick<NoticePorts, 'organization'>,
): NamesOf {
  const current = versions.keep(async () => ({
    units: new Map<string, Named>(),
    areas: new Map<string, Named>(),
    calendar: await holidays.calendar({ isFresh: true }),
  }));

  async function learn(
    known: Map<string, Named>,
    ids: readonly string[],
    find: (ids: readonly string[]) => Promise<ReadonlyMap<string, Named>>,
  ): Promise<void> {
    const unknown = [...new Set(ids)].filter(id => !known.has(id));
    if (unknown.length === 0) return;
    for (const [id, { name }] of await find(unknown)) known.set(id, { name });
  }

  return async ({ unitIds, areaIds, version }) => {
    const names = await current(version);
    await Promise.all([
      learn(names.units, unitIds, organization.findUnits),
      learn(names.areas, areaIds, organization.findAreas),
    ]);
    return names;
  };
}
