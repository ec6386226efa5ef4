import { reportSourceLabels } from '@bandeng/rules';
import { Card, Table, Tag } from 'antd';
import type { Report } from './report-page';

type Row = NonNullable<Report['sources']>[number];

/** Of the district: whose report each unit's numbers are, and for whom the records speak because it has not handed one in. */
export function Sources({ sources }: Pick<Report, 'sources'>) {
  if (sources === null) return null;
  const fromRecords = sources.filter(({ from }) => from === 'records').length;
  return (
    <Card title={<h2 className="card-title">各单位的数字从哪里来</h2>}>
      <p>
        {sources.length - fromRecords} 个单位照它交来的报告，{fromRecords} 个单位还没有交，照系统里的记录算。
      </p>
      <section aria-label="各单位的数字从哪里来">
        <Table<Row>
          rowKey={({ unit }) => unit.id}
          size="small"
          pagination={false}
          dataSource={sources}
          columns={[
            { title: '单位', render: (_, { unit }) => unit.name },
            {
              title: '数字的来源',
              render: (_, { from }) =>
                from === 'report' ? reportSourceLabels[from] : <Tag color="warning">{reportSourceLabels[from]}</Tag>,
            },
          ]}
        />
      </section>
    </Card>
  );
}
