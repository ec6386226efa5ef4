import type { ImportResult } from '@bandeng/contracts/types';
import { Card, Table } from 'antd';
import { ImportChanges } from './import-changes';

/** What was read: what is wrong by sheet, row and column, what was left out, and what it would change. */
export function ImportReport({ result }: { result: ImportResult }) {
  const { problems, notes, domains, entryCount, skipped, comparison } = result;
  return (
    <>
      <Card title={<h2 className="card-title">{problems.length > 0 ? `${problems.length} 处有问题` : '没有问题'}</h2>}>
        <p>
          读懂了 {domains.length} 个领域 {entryCount} 项{skipped > 0 && `，${skipped} 行没有读懂`}。
        </p>
        {notes.length > 0 && (
          <ul>
            {notes.map(note => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        )}
        {problems.length > 0 && (
          <Table
            aria-label="有问题的地方"
            rowKey={({ sheet, row, column, message }) => `${sheet}:${row}:${column}:${message}`}
            size="small"
            dataSource={problems}
            pagination={problems.length > 50 && { pageSize: 50, showSizeChanger: false }}
            columns={[
              { title: '工作表', dataIndex: 'sheet' },
              { title: '第几行', dataIndex: 'row' },
              { title: '哪一栏', render: (_, { column }) => column ?? '整行' },
              { title: '怎么了', dataIndex: 'message' },
            ]}
          />
        )}
      </Card>
      {comparison && <ImportChanges result={result} comparison={comparison} />}
    </>
  );
}
