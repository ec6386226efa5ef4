import type { StaffRole } from '@bandeng/contracts/routes';
import { useAccount } from './session';
import { useUnits } from './use-places';

const PUBLISHERS: readonly StaffRole[] = ['editor', 'office', 'street'];

/** The units this person may act for in one of these roles (publish, unless said): the own ones, or all of the district. */
export function useOwnUnits(as: readonly StaffRole[] = PUBLISHERS): { value: string; label: string }[] {
  const { roles } = useAccount();
  const { options } = useUnits();
  const mine = roles.filter(({ role }) => as.includes(role));
  if (mine.some(({ unitId, areaId }) => unitId === null && areaId === null)) return options;
  return options.filter(({ value }) => mine.some(({ unitId }) => unitId === value));
}
