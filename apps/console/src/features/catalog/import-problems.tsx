import type { ImportResult } from '@bandeng/contracts/types';
import { Table } from 'antd';

/** What is wrong in a workbook, by sheet, row and column; nothing when nothing is. */
export function ImportProblems({ problems, pageSize }: { problems: ImportResult['problems']; pageSize: number }) {
  if (problems.length === 0) return null;
  return (
    <Table
      aria-label="有问题的地方"
      rowKey={({ sheet, row, column, message }) => `${sheet}:${row}:${column}:${message}`}
      size="small"
      dataSource={problems}
      pagination={problems.length > pageSize && { pageSize, showSizeChanger: false }}
      columns={[
        { title: '工作表', dataIndex: 'sheet' },
        { title: '第几行', dataIndex: 'row' },
        { title: '哪一栏', render: (_, { column }) => column ?? '整行' },
        { title: '怎么了', dataIndex: 'message' },
      ]}
    />
  );
}
