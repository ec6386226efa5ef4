import { unitsOf, type Actor } from './actor';
import { AppError } from '../platform/errors';

/** The units whose figures this member may read, or one of them; unit.not_found for any other. */
export function readableUnits(actor: Actor, unit: string | undefined): readonly string[] | 'all' {
  const own = unitsOf(actor, 'officer', 'head', 'legal', 'supervisor');
  if (unit === undefined) return own;
  if (own !== 'all' && !own.includes(unit)) throw new AppError('unit.not_found');
  return [unit];
}
