import type { EntryChange } from '@bandeng/contracts/types';

/** Columns that differ, old above new. */
export function FieldChanges({ fields }: { fields: EntryChange['fields'] }) {
  return (
    <dl className="fields">
      {fields.map(({ field, label, before, after }) => (
        <div key={field}>
          <dt>{label}</dt>
          <dd>
            {before !== null && <del className="prose before">{before}</del>}
            {after !== null && <ins className="prose after">{after}</ins>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
