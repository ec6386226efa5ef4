import type { RouteAnswer } from '@bandeng/contracts/types';
import { useQuery } from '@tanstack/react-query';
import { Alert, InputNumber } from 'antd';
import { api } from '../../lib/http';
import { useFilters } from '../../lib/use-filters';
import { useUnits } from '../../lib/use-places';
import { useAccount } from '../../lib/session';
import { ChoiceFilter } from '../../ui/filters';
import { Page } from '../../ui/page';
import { Loaded } from '../../ui/state';
import { FigureCases } from './figure-cases';
import { TableThree } from './table-three';

export type AnnualTable = RouteAnswer<'staff.annualReport.requests'>;

/** Table three of the annual report from the cases as they stand; every figure opens its cases. */
export function AnnualPage() {
  const filters = useFilters();
  const year = Number(filters.get('year') ?? new Date().getFullYear());
  const unit = filters.get('unit');
  const query = useQuery({
    queryKey: ['annual-report', year, unit],
    queryFn: () => api.call('staff.annualReport.requests', { query: { year: String(year), unit } }),
  });
  return (
    <Page
      isWide
      title="年度报告"
      note={`表三：${year} 年收到和处理政府信息公开申请的情况，按现在的办件算，点一个数字看是哪些申请`}
    >
      <div className="filters">
        <InputNumber
          aria-label="哪一年"
          min={2008}
          max={2100}
          precision={0}
          value={year}
          onChange={value =>
            value !== null && filters.set({ year: String(value), figure: undefined, column: undefined })
          }
        />
        <UnitFilter />
      </div>
      <Loaded query={query}>
        {table => (
          <div className="stack">
            <Faults faults={table.faults} />
            <TableThree table={table} open={(of, inColumn) => filters.set({ figure: of, column: inColumn })} />
            <ChosenCases table={table} />
          </div>
        )}
      </Loaded>
    </Page>
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

function Faults({ faults }: { faults: readonly string[] }) {
  if (faults.length === 0)
    return <p className="quiet">勾稽关系成立：第一项加第二项，等于第三项加第四项；各列相加等于总计。</p>;
  return <Alert type="error" showIcon title="勾稽关系不成立" description={faults.join('；')} />;
}
