import { Alert } from 'antd';

interface Props {
  title: string;
  /** Row 0: of the whole file. */
  problems: readonly { sheet: string; row: number; message: string }[];
}

/** What is wrong with a workbook, row by row. */
export const RowProblems = ({ title, problems }: Props) => (
  <Alert
    type="error"
    showIcon
    title={title}
    description={
      <ul>
        {problems.map(({ sheet, row, message }) => (
          <li key={`${sheet}:${row}:${message}`}>{row > 0 ? `${sheet} 第 ${row} 行：${message}` : message}</li>
        ))}
      </ul>
    }
  />
);
