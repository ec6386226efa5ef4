import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildApiReference } from './api-reference';
import { errors, routes } from './routes';

const KEPT = join(__dirname, '../../../docs/api/README.md');

describe('docs/api', () => {
  it('page in the repository: routes or errors changed since -> stale (npm run docs:api writes it anew)', () => {
    expect(readFileSync(KEPT, 'utf8')).toBe(buildApiReference());
  });

  it('page: every call stands in one table row, every error code in one', () => {
    const rows = buildApiReference()
      .split('\n')
      .filter(line => line.startsWith('| `'));
    for (const { method, path } of Object.values(routes))
      expect(rows.filter(line => line.startsWith(`| \`${method} ${path}\` |`))).toHaveLength(1);
    for (const code of Object.keys(errors))
      expect(rows.filter(line => line.startsWith(`| \`${code}\` |`))).toHaveLength(1);
  });

  it('page: a table row has as many cells as its head', () => {
    const cells = (line: string) => line.replace(/\\\|/g, '').split('|').length;
    for (const table of buildApiReference()
      .split('\n\n')
      .filter(part => part.startsWith('| '))) {
      const [head = '', ...rows] = table.trim().split('\n');
      expect(rows.filter(line => cells(line) !== cells(head))).toEqual([]);
    }
  });
});
