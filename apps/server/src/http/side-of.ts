import { unitsOf, type Actor } from './actor';

/**
 * How somebody stands to what these units have to do: `keeps` does it, for one of them; `oversees` sees to it that it is done:
 * supervision, and the office of the whole district; null when it is none of their business. What is nobody's is the district's.
 */
export function sideOf(actor: Pick<Actor, 'roles'>, unitIds: readonly string[]): 'keeps' | 'oversees' | null {
  const isFor = (units: readonly string[] | 'all') => units === 'all' || unitIds.some(id => units.includes(id));
  const office = unitsOf(actor, 'office');
  if (isFor(unitsOf(actor, 'editor', 'street')) || (office !== 'all' && isFor(office))) return 'keeps';
  return isFor(unitsOf(actor, 'office', 'supervisor')) ? 'oversees' : null;
}
