import { HIDDEN_FIGURES_LABELS } from '@bandeng/contracts/routes';
import type { CoverageRow } from '@bandeng/contracts/types';
import { CoveragePlace } from './coverage-place';
import { Bar } from './progress';

/** A bar a place, its words beside it. */
export function CoverageBars({ rows, target }: { rows: CoverageRow[]; target: number | undefined }) {
  return (
    <ul className="grid-bars" aria-label="覆盖，一处一条">
      {rows.map(row => (
        <li key={row.place.id}>
          <CoveragePlace row={row} />
          {row.figures === null || row.figures.percent === null ? (
            <>
              <div className="grid-bar is-unknown" aria-hidden />
              <span className="quiet">{row.hidden === null ? '还没有门' : HIDDEN_FIGURES_LABELS[row.hidden]}</span>
            </>
          ) : (
            <>
              <Bar percent={row.figures.percent} target={target} />
              <span>
                <strong>{row.figures.percent}%</strong>{' '}
                <span className="quiet">{`${row.figures.doors} 户送到 ${row.figures.reached} 户`}</span>
              </span>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
