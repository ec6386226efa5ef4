import { useQuery } from '@tanstack/react-query';
import { Breadcrumb, Segmented } from 'antd';
import { Link } from 'react-router';
import { api } from '../../lib/http';
import { useFilters } from '../../lib/use-filters';
import { ExportList } from '../../ui/export-list';
import { Notice } from '../../ui/notice';
import { Page } from '../../ui/page';
import { Loaded } from '../../ui/state';
import { CoverageBars } from './coverage-bars';
import { CoverageChoice } from './coverage-choice';
import { CoverageMap } from './coverage-map';
import { AreaLink } from './coverage-place';
import { CoverageSum } from './coverage-sum';
import { CoverageTable } from './coverage-table';
import { Rooms } from './rooms';
import { useGridAreas } from './use-grid-areas';
import { coverageOf, useTitleOf, type Asked, type Coverage } from './use-coverage';
import './grid.css';

const VIEWS = [
  { value: 'table', label: '表' },
  { value: 'bars', label: '条' },
  { value: 'map', label: '格子图' },
];

/** What the address asks for; the newest campaign when it asks for nothing. */
function useAsked(): { asked: Asked | undefined; isNone: boolean } {
  const filters = useFilters();
  const [campaign, notice, consultation] = ['campaign', 'notice', 'consultation'].map(name => filters.get(name));
  const isGiven = [campaign, notice, consultation].some(Boolean);
  const { data } = useQuery({
    queryKey: ['grid-campaigns', 'first'],
    enabled: !isGiven,
    queryFn: () => api.call('staff.grid.campaigns.list', { query: { limit: 1 } }),
  });
  const first = campaign ?? data?.items[0]?.id;
  const isNone = !isGiven && data?.items.length === 0;
  if (notice !== undefined) return { asked: { notice }, isNone };
  if (consultation !== undefined) return { asked: { consultation }, isNone };
  return { asked: first === undefined ? undefined : { campaign: first }, isNone };
}

/** 覆盖: where a campaign, a notice or a draft was brought to, level by level down to the building. */
export function CoveragePage() {
  const filters = useFilters();
  const { asked, isNone } = useAsked();
  const about = useTitleOf(asked);
  const area = filters.get('area');
  return (
    <Page
      title="覆盖"
      note={about ? `“${about.title}”送到了哪里` : '一个任务或者一份内容送到了哪里'}
      actions={<Rooms here="/grid/coverage" />}
      isWide
    >
      <div className="filters">
        <CoverageChoice asked={asked} title={about?.title} />
        <Segmented
          aria-label="怎么看"
          options={VIEWS}
          value={filters.get('view') ?? 'table'}
          onChange={view => filters.set({ view })}
        />
        {asked && <ExportList table="grid-coverage" query={{ ...asked, area }} />}
      </div>
      {isNone && (
        <Notice
          title="还没有入户任务"
          action={
            <Link to="/grid" className="task-go">
              去布置一个
            </Link>
          }
        >
          也可以在上面找一份公开信息或者草案，看它送到了哪里。
        </Notice>
      )}
      {asked && <Whole key={area} asked={asked} area={area} target={about?.target} />}
    </Page>
  );
}

function Whole({ asked, area, target }: { asked: Asked; area: string | undefined; target: number | undefined }) {
  const query = useQuery(coverageOf(asked, area));
  const filters = useFilters();
  const view = filters.get('view');
  return (
    <Loaded query={query}>
      {coverage => (
        <div className="stack">
          <Way coverage={coverage} />
          <CoverageSum coverage={coverage} target={target} />
          {coverage.items.length === 0 && (
            <Notice title={`${coverage.area.name}还没有门`}>先在「楼和门」里导入，再看送到了多少。</Notice>
          )}
          {coverage.items.length > 0 && view === 'bars' && <CoverageBars rows={coverage.items} target={target} />}
          {coverage.items.length > 0 && view === 'map' && <CoverageMap asked={asked} coverage={coverage} />}
          {coverage.items.length > 0 && view !== 'bars' && view !== 'map' && <CoverageTable rows={coverage.items} />}
        </div>
      )}
    </Loaded>
  );
}

/** The way from the district down to what one looks at. */
function Way({ coverage: { path, area } }: { coverage: Coverage }) {
  const { options } = useGridAreas();
  // What lies above one's own areas is said, and not led to.
  const mayRead = (id: string) => options.some(({ value }) => value === id);
  return (
    <Breadcrumb
      aria-label="看的是哪里"
      items={[
        ...path.map(place => ({ title: mayRead(place.id) ? <AreaLink {...place} /> : place.name })),
        { title: <strong>{area.name}</strong> },
      ]}
    />
  );
}
