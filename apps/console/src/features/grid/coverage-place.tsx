import type { CoverageRow } from '@bandeng/contracts/types';
import { Link, useSearchParams } from 'react-router';

/** An area that can be gone into: what is asked, and how it is shown, stays. */
export function AreaLink({ id, name }: { id: string; name: string }) {
  const [params] = useSearchParams();
  const next = new URLSearchParams(params);
  next.set('area', id);
  return (
    <Link className="record-link" to={`/grid/coverage?${next.toString()}`}>
      {name}
    </Link>
  );
}

/** A building is the end of the way. */
export function CoveragePlace({ row: { place, isBuilding } }: { row: CoverageRow }) {
  return isBuilding ? <>{place.name}</> : <AreaLink {...place} />;
}
