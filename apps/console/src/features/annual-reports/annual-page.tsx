import type { RouteAnswer } from '@bandeng/contracts/types';
import { useQuery } from '@tanstack/react-query';
import { InputNumber, Tabs } from 'antd';
import { api } from '../../lib/http';
import { useAccount } from '../../lib/session';
import { useFilters } from '../../lib/use-filters';
import { useUnits } from '../../lib/use-places';
import { ChoiceFilter } from '../../ui/filters';
import { Page } from '../../ui/page';
import { Loaded } from '../../ui/state';
import { Faults } from './faults';
import { FigureCases } from './figure-cases';
import { RequestFigures } from './request-figures';
import { TableFour } from './table-four';
import { TableThree } from './table-three';
import { WhoHandedIn } from './who-handed-in';

export type AnnualTable = RouteAnswer<'staff.annualReport.requests'>;

interface TableProps {
  year: number;
  unit: string | undefined;
}
const TABLES: Readonly<Record<string, { label: string; Component: (props: TableProps) => React.ReactNode }>> = {
  three: { label: '表三 申请', Component: CountedRequests },
  four: { label: '表四 复议和诉讼', Component: TableFour },
  times: { label: '按时和用时', Component: RequestFigures },
  who: { label: '谁交了报告', Component: WhoHandedIn },
};

/** The tables of the annual report as the records stand; every figure opens what is behind it. */
export function AnnualPage() {
  const filters = useFilters();
  const year = Number(filters.get('year') ?? new Date().getFullYear());
  const unit = filters.get('unit');
  const table = filters.get('table') ?? 'three';
  const nothing = { figure: undefined, column: undefined, kind: undefined, result: undefined, of: undefined };
  return (
    <Page isWide title="年度报告" note={`${year} 年，按现在的办件和登记算，点一个数字看后面是什么`}>
      <div className="filters">
        <InputNumber
          aria-label="哪一年"
          min={2008}
          max={2100}
          precision={0}
          value={year}
          onChange={value => value !== null && filters.set({ ...nothing, year: String(value) })}
        />
        <UnitFilter />
      </div>
      <Tabs
        activeKey={table}
        onChange={key => filters.set({ ...nothing, table: key })}
        destroyOnHidden
        items={Object.entries(TABLES).map(([key, { label, Component }]) => ({
          key,
          label,
          children: <Component year={year} unit={unit} />,
        }))}
      />
    </Page>
  );
}

function CountedRequests({ year, unit }: TableProps) {
  const filters = useFilters();
  const query = useQuery({
    queryKey: ['annual-report', year, unit],
    queryFn: () => api.call('staff.annualReport.requests', { query: { year: String(year), unit } }),
  });
  return (
    <Loaded query={query}>
      {table => (
        <div className="stack">
          <Faults faults={table.faults} holds="勾稽关系成立：第一项加第二项，等于第三项加第四项；各列相加等于总计。" />
          <TableThree table={table} open={(of, inColumn) => filters.set({ figure: of, column: inColumn })} />
          <ChosenCases table={table} />
        </div>
      )}
    </Loaded>
  );
}

/** The cases of the figure that the address names; none when it names none of the table. */
function ChosenCases({ table: { year, lines, columns } }: { table: AnnualTable }) {
  const filters = useFilters();
  const line = lines.find(({ figure }) => figure === filters.get('figure'));
  const column = columns.find(one => one.column === filters.get('column'));
  if (!line) return null;
  return (
    <FigureCases
      title={column ? `${line.label} · ${column.label}` : line.label}
      query={{ year: String(year), unit: filters.get('unit'), figure: line.figure, column: column?.column }}
    />
  );
}

/** Of the whole district, or of one of its units; who has one unit only has nothing to choose. */
function UnitFilter() {
  const isDistrict = useAccount().roles.some(({ unitId, areaId }) => unitId === null && areaId === null);
  const { options } = useUnits();
  if (!isDistrict) return null;
  return <ChoiceFilter width={220} choice={{ name: 'unit', label: '单位', all: '全区', options }} />;
}
