import { HIDDEN_FIGURES_LABELS, REACH_CHANNEL_LABELS } from '@bandeng/contracts/routes';
import type { CoverageRow } from '@bandeng/contracts/types';
import { Table } from 'antd';
import { optionsOf } from '../../lib/options-of';
import { CoveragePlace } from './coverage-place';

const notSaid = (): string => '不显示';
const why = ({ hidden: reason }: CoverageRow) => HIDDEN_FIGURES_LABELS[reason ?? 'few'];
type Figures = NonNullable<CoverageRow['figures']>;
const figure = (
  title: string,
  of: (figures: Figures) => string | number,
  sayHidden: (row: CoverageRow) => string = notSaid,
) => ({
  title,
  align: 'right' as const,
  render: (_: unknown, row: CoverageRow) =>
    row.figures === null ? <span className="quiet">{sayHidden(row)}</span> : of(row.figures),
});

/** A row a place of the level below. */
export function CoverageTable({ rows }: { rows: CoverageRow[] }) {
  return (
    <section aria-label="覆盖，一处一行">
      <Table<CoverageRow>
        rowKey={({ place }) => place.id}
        size="middle"
        pagination={false}
        dataSource={rows}
        scroll={{ x: 'max-content' }}
        columns={[
          { title: '地方', render: (_, row) => <CoveragePlace row={row} /> },
          {
            title: '楼',
            align: 'right',
            render: (_, { isBuilding, buildings, figures }) => {
              if (figures === null) return <span className="quiet">{isBuilding ? notSaid() : buildings}</span>;
              const { buildingsReached } = figures;
              if (isBuilding) return buildingsReached > 0 ? '送到过' : '还没去';
              return `${buildingsReached} / ${buildings}`;
            },
          },
          figure('户', ({ doors }) => doors, why),
          figure('送到', ({ reached }) => reached),
          figure('送到百分之几', ({ percent }) => (percent === null ? '' : `${percent}%`)),
          figure('打分表', ({ points }) => `${points} 分`),
          ...optionsOf(REACH_CHANNEL_LABELS).map(({ value, label }) =>
            figure(label, ({ channels }) => channels[value]),
          ),
          {
            title: '公示栏张贴',
            align: 'right' as const,
            render: (_: unknown, { isBuilding, posters: { hung, buildings } }: CoverageRow) =>
              hung > 0 && (isBuilding ? `${hung} 张` : `${hung} 张，${buildings} 栋楼`),
          },
          figure('扫码打开', ({ opens }) => (opens === null ? '' : `${opens} 次`)),
        ]}
      />
    </section>
  );
}
