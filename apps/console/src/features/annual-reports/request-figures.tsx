import type { RouteAnswer } from '@bandeng/contracts/types';
import { figurePeriods, requestFigures, type FigurePeriod, type RequestFigure } from '@bandeng/rules';
import { useQuery } from '@tanstack/react-query';
import { Select, Table } from 'antd';
import { api } from '../../lib/http';
import { useFilters } from '../../lib/use-filters';
import { Loaded } from '../../ui/state';
import { PeriodCases } from './figure-cases';
import { Figure } from './figure';

type Answer = RouteAnswer<'staff.requestFigures.get'>;
type Line = Answer['lines'][number];

const FIGURES = Object.keys(requestFigures) as RequestFigure[];
const RATES = { onTime: '按时率', extended: '延期率', corrected: '补正率' } as const;

function sayPeriod(period: FigurePeriod): string {
  if (period === 'year') return '全年';
  return period.startsWith('q') ? `第${'一二三四'[Number(period[1]) - 1]}季度` : `${period.slice(1)} 月`;
}
const percent = (rate: number | null): string => (rate === null ? '' : `${rate}%`);

/** On-time rate, days, extensions and corrections of a year, a quarter or a month, unit by unit. */
export function RequestFigures({ year, unit }: { year: number; unit: string | undefined }) {
  const filters = useFilters();
  const period = figurePeriods.find(one => one === filters.get('period')) ?? 'year';
  const query = useQuery({
    queryKey: ['request-figures', year, period, unit],
    queryFn: () => api.call('staff.requestFigures.get', { query: { year: String(year), period, unit } }),
  });
  return (
    <div className="stack">
      <Select<FigurePeriod>
        aria-label="哪一段时间"
        style={{ width: 160 }}
        value={period}
        onChange={value => filters.set({ period: value, figure: undefined, of: undefined })}
        options={figurePeriods.map(value => ({ value, label: sayPeriod(value) }))}
      />
      <Loaded query={query}>
        {({ lines, suggestions }) => (
          <>
            <Lines lines={lines} />
            <Chosen lines={lines} year={year} period={period} unit={unit} />
            {suggestions && <Suggestions {...suggestions} />}
          </>
        )}
      </Loaded>
      <p className="quiet">三个率都是占答复了的；用时是从收到到答复的自然日，停表的日子也在里面。</p>
    </div>
  );
}

/** The first line, all units together, has no unit of its own. */
const ALL = 'all';
const nameOf = ({ unit }: Line): string => unit?.name ?? '合计';

function Lines({ lines }: { lines: readonly Line[] }) {
  const filters = useFilters();
  return (
    <section aria-label="按时和用时">
      <Table<Line>
        rowKey={({ unit }) => unit?.id ?? ALL}
        size="small"
        bordered
        pagination={false}
        dataSource={lines}
        scroll={{ x: 'max-content' }}
        columns={[
          { title: '单位', render: (_, line) => nameOf(line) },
          ...FIGURES.map(figure => ({
            title: requestFigures[figure],
            align: 'right' as const,
            render: (_: unknown, line: Line) => (
              <Figure
                value={line.counts[figure] ?? 0}
                label={`${nameOf(line)}，${requestFigures[figure]}`}
                open={() => filters.set({ figure, of: line.unit?.id ?? ALL })}
              />
            ),
          })),
          ...(Object.keys(RATES) as (keyof typeof RATES)[]).map(rate => ({
            title: RATES[rate],
            align: 'right' as const,
            render: (_: unknown, { rates }: Line) => percent(rates[rate]),
          })),
          { title: '平均天数', align: 'right', render: (_, { days }) => days?.mean },
          { title: '中位天数', align: 'right', render: (_, { days }) => days?.median },
        ]}
      />
    </section>
  );
}

/** Whether what exists already kept anybody from asking for it; counted on the phone's form, of nobody. */
const Suggestions = ({ shown, opened, found, filed }: NonNullable<Answer['suggestions']>) => (
  <p>
    申请之前看到已公开内容的有 {shown} 次：打开看的 {opened} 次，找到了不再申请的 {found} 次，接着申请的 {filed} 次。
  </p>
);

interface ChosenProps {
  lines: readonly Line[];
  year: number;
  period: FigurePeriod;
  unit: string | undefined;
}

/** The requests of the figure that the address names. */
function Chosen({ lines, year, period, unit }: ChosenProps) {
  const filters = useFilters();
  const figure = FIGURES.find(one => one === filters.get('figure'));
  const line = lines.find(one => (one.unit?.id ?? ALL) === filters.get('of'));
  if (!figure || !line) return null;
  return (
    <PeriodCases
      title={`${nameOf(line)} · ${requestFigures[figure]}`}
      query={{ year: String(year), period, unit: line.unit?.id ?? unit, figure }}
    />
  );
}
