import { Table } from 'antd';
import type { AnnualTable } from './annual-page';
import { Figure } from './figure';
import './annual.css';

type Line = AnnualTable['lines'][number];
type Column = AnnualTable['columns'][number]['column'];

interface Props {
  table: AnnualTable;
  /** Shows the cases of a figure, of all columns or of one. */
  open: (figure: Line['figure'], column: Column | undefined) => void;
}

/** The form as it is published: six kinds of applicants and their sum, line by line. */
export function TableThree({ table: { columns, lines }, open }: Props) {
  const cell = ({ figure, label }: Line, value: number, column?: { column: Column; label: string }) => (
    <Figure value={value} label={`${label}，${column?.label ?? '总计'}`} open={() => open(figure, column?.column)} />
  );
  return (
    <section aria-label="表三">
      <Table<Line>
        rowKey="figure"
        size="small"
        bordered
        pagination={false}
        dataSource={lines}
        scroll={{ x: 'max-content' }}
        columns={[
          {
            title: '项目',
            width: 480,
            render: (_, { label }) => <div className="line-label">{label}</div>,
          },
          ...columns.map(column => ({
            title: column.label,
            align: 'right' as const,
            render: (_: unknown, line: Line) => cell(line, line.byColumn[column.column], column),
          })),
          { title: '总计', align: 'right', render: (_, line) => cell(line, line.total) },
        ]}
      />
    </section>
  );
}
