import type { FormRow } from '@bandeng/rules';
import './annual.css';

/** A table of the national layout, as it is printed. */
export function FormTable({ form, label }: { form: readonly FormRow[]; label: string }) {
  return (
    <section className="form-table" aria-label={label} tabIndex={0}>
      <table>
        <tbody>
          {form.map((cells, row) => (
            <tr key={row}>
              {cells.map(({ text, columns, rows, isHead }, at) => {
                const Cell = isHead ? 'th' : 'td';
                return (
                  <Cell key={at} colSpan={columns} rowSpan={rows}>
                    {text}
                  </Cell>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
