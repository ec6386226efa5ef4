import type { StaffMember } from '@bandeng/contracts/types';
import { ROLE_NAMES } from '../../lib/role-names';
import { useAreas, useUnits } from '../../lib/use-places';

/** Each role with what it is for. */
export function MemberRoles({ member }: { member: StaffMember }) {
  const units = useUnits();
  const areas = useAreas();
  return (
    <ul className="plain-list">
      {member.roles.map(({ role, unitId, areaId }) => (
        <li key={`${role}:${unitId}:${areaId}`}>
          {ROLE_NAMES[role]}
          <span className="quiet">
            {' · '}
            {unitId !== null ? units.nameOf(unitId) : areaId !== null ? areas.nameOf(areaId) : '全区'}
          </span>
        </li>
      ))}
    </ul>
  );
}
