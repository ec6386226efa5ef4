import type { StaffRole } from '@bandeng/contracts/routes';
import { sideOf } from './side-of';

const who = (role: StaffRole, unitId: string | null = null) => ({ roles: [{ role, unitId, areaId: null }] });

describe('side of', () => {
  it.each([
    ['an editor of one of them', who('editor', 'housing'), 'keeps'],
    ['a street of another unit', who('street', 'liuying'), null],
    ['the office of one of them', who('office', 'housing'), 'keeps'],
    ['the office of the district', who('office'), 'oversees'],
    ['supervision of the district', who('supervisor'), 'oversees'],
    ['supervision of another unit', who('supervisor', 'finance'), null],
    ['an auditor', who('auditor'), null],
  ])('what two units have to do: %s', (_, actor, side) => expect(sideOf(actor, ['housing', 'education'])).toBe(side));

  it('what is nobody’s -> the district’s, no unit’s', () => {
    expect(sideOf(who('office'), [])).toBe('oversees');
    expect(sideOf(who('editor', 'housing'), [])).toBeNull();
  });
});
