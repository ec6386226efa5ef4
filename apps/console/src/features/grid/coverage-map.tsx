import { HIDDEN_FIGURES_LABELS } from '@bandeng/contracts/routes';
import type { CoverageRow } from '@bandeng/contracts/types';
import { useQueries } from '@tanstack/react-query';
import { CoveragePlace } from './coverage-place';
import { coverageOf, type Asked, type Coverage } from './use-coverage';

/** So many places are drawn with what is in them; of more, only the places themselves. */
const MOST_OPENED = 12;
const STEPS = [
  { from: 95, shade: 4, label: '95% 以上' },
  { from: 70, shade: 3, label: '70% 到 95%' },
  { from: 40, shade: 2, label: '40% 到 70%' },
  { from: 0.1, shade: 1, label: '不到 40%' },
  { from: 0, shade: 0, label: '还没有' },
] as const;

const shadeOf = (percent: number): number => STEPS.find(({ from }) => percent >= from)?.shade ?? 0;

/**
 * The hierarchy as boxes: a place a box, in it a cell for each of its parts, as wide as it has doors. Where things lie is not drawn. Each
 * cell has its number; the shade only repeats it.
 */
export function CoverageMap({ asked, coverage: { items } }: { asked: Asked; coverage: Coverage }) {
  const places = items.filter(({ isBuilding }) => !isBuilding);
  const opened = places.length <= MOST_OPENED ? places : [];
  const inside = useQueries({ queries: opened.map(({ place }) => coverageOf(asked, place.id)) });
  return (
    <section aria-label="覆盖，格子图" className="stack">
      <ul className="grid-legend" aria-label="深浅是什么意思">
        {STEPS.map(({ shade, label }) => (
          <li key={shade}>
            <span className={`grid-swatch shade-${shade}`} aria-hidden /> {label}
          </li>
        ))}
        <li>
          <span className="grid-swatch is-unknown" aria-hidden /> {HIDDEN_FIGURES_LABELS.few}，或者能推算出它，不显示
        </li>
      </ul>
      {opened.length === 0 ? (
        <Cells rows={items} />
      ) : (
        opened.map((row, at) => (
          <div key={row.place.id} className="grid-block">
            <div className="grid-block-head">
              <CoveragePlace row={row} /> <span className="quiet">{said(row)}</span>
            </div>
            {inside[at]?.data ? <Cells rows={inside[at].data.items} /> : <p className="quiet">正在读</p>}
          </div>
        ))
      )}
    </section>
  );
}

function Cells({ rows }: { rows: readonly CoverageRow[] }) {
  return (
    <ul className="grid-cells">
      {rows.map(row => {
        const { place, figures, hidden } = row;
        const shade = figures === null ? 'is-unknown' : `shade-${shadeOf(figures.percent ?? 0)}`;
        // Below five doors not even its width says how many.
        const size = figures === null ? 5 : Math.max(5, figures.doors);
        return (
          <li key={place.id} className={`grid-cell ${shade}`} style={{ flexGrow: size, flexBasis: size * 6 }}>
            <CoveragePlace row={row} />
            <strong>{figures === null ? HIDDEN_FIGURES_LABELS[hidden ?? 'few'] : `${figures.percent ?? 0}%`}</strong>
            {figures !== null && <span>{`${figures.reached} / ${figures.doors} 户`}</span>}
          </li>
        );
      })}
    </ul>
  );
}

const said = ({ figures, hidden }: CoverageRow): string =>
  figures === null
    ? HIDDEN_FIGURES_LABELS[hidden ?? 'few']
    : `${figures.doors} 户送到 ${figures.reached} 户，${figures.percent ?? 0}%`;
