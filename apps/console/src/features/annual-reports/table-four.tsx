import type { RouteAnswer } from '@bandeng/contracts/types';
import { useQuery } from '@tanstack/react-query';
import { Table } from 'antd';
import { api } from '../../lib/http';
import { useFilters } from '../../lib/use-filters';
import { Loaded } from '../../ui/state';
import { Faults } from './faults';
import { Figure } from './figure';
import { RemedyCases } from './remedy-cases';

type Answer = RouteAnswer<'staff.annualReport.remedies'>;
type Block = Answer['blocks'][number];

/** Table four: reviews and lawsuits, block by block, from the register on the cases. */
export function TableFour({ year, unit }: { year: number; unit: string | undefined }) {
  const query = useQuery({
    queryKey: ['annual-report', 'remedies', year, unit],
    queryFn: () => api.call('staff.annualReport.remedies', { query: { year: String(year), unit } }),
  });
  return (
    <Loaded query={query}>
      {table => (
        <div className="stack">
          <Faults faults={table.faults} holds="勾稽关系成立：每一类的四种结果相加等于总计。" />
          <Numbers table={table} />
          <Chosen table={table} unit={unit} />
        </div>
      )}
    </Loaded>
  );
}

function Numbers({ table: { blocks, results } }: { table: Answer }) {
  const filters = useFilters();
  const open = (kind: string, result: string | undefined) => filters.set({ kind, result });
  return (
    <section aria-label="表四">
      <Table<Block>
        rowKey="kind"
        size="small"
        bordered
        pagination={false}
        dataSource={blocks}
        scroll={{ x: 'max-content' }}
        columns={[
          { title: '项目', width: 480, render: (_, { label }) => <div className="line-label">{label}</div> },
          ...results.map(({ result, label }) => ({
            title: label,
            align: 'right' as const,
            render: (_: unknown, block: Block) => (
              <Figure
                value={block.byResult[result] ?? 0}
                label={`${block.label}，${label}`}
                open={() => open(block.kind, result)}
              />
            ),
          })),
          {
            title: '总计',
            align: 'right',
            render: (_, { kind, label, total }) => (
              <Figure value={total} label={`${label}，总计`} open={() => open(kind, undefined)} />
            ),
          },
        ]}
      />
    </section>
  );
}

/** The reviews and lawsuits of the figure that the address names; none when it names none of the table. */
function Chosen({ table: { year, blocks, results }, unit }: { table: Answer; unit: string | undefined }) {
  const filters = useFilters();
  const block = blocks.find(({ kind }) => kind === filters.get('kind'));
  const result = results.find(one => one.result === filters.get('result'));
  if (!block) return null;
  return (
    <RemedyCases
      title={result ? `${block.label} · ${result.label}` : block.label}
      query={{ year: String(year), unit, kind: block.kind, result: result?.result }}
    />
  );
}
