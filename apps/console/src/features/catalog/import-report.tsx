import type { ImportResult } from '@bandeng/contracts/types';
import { Card } from 'antd';
import { ImportChanges } from './import-changes';
import { ImportProblems } from './import-problems';

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
        <ImportProblems problems={problems} pageSize={50} />
      </Card>
      {comparison && <ImportChanges result={result} comparison={comparison} />}
    </>
  );
}
