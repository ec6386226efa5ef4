import { FIELD_LABELS } from '@bandeng/contracts/routes';
import type { EntryFieldName } from '@bandeng/contracts/schemas';
import type { EntryChange } from '@bandeng/contracts/types';
import { squeeze } from '../sheets/sheet';
import type { ListRow } from './parse-list';

const LABELS = { name: '事项名称', code: '编码', category: '类别', basis: '依据', unitText: '实施主体' } as const;

/** The columns of an item that say something else. */
export function rowChanges(before: ListRow | null, after: ListRow | null) {
  return (Object.keys(LABELS) as (keyof ListRow)[]).flatMap(column => {
    const change = { label: LABELS[column], before: before?.[column] ?? null, after: after?.[column] ?? null };
    return change.before === change.after ? [] : [change];
  });
}

const lawsOf = (text: string | null): string[] => [...new Set(text?.match(/《[^》]+》/g) ?? [])];
const namesLaw = (line: string, law: string): boolean => squeeze(line).includes(squeeze(law));

/**
 * What an item that changed asks of an entry, as far as it can be said by rule: laws that the item no longer names go, those it names
 * now come; its name and its office are rewritten where the entry repeats them. A person decides.
 */
export function proposeEdits(
  before: ListRow,
  after: ListRow,
  entry: { name: string; basis: readonly string[]; publisherText: string },
): EntryChange['fields'] {
  const edits: EntryChange['fields'] = [];
  const propose = (field: EntryFieldName, from: string, to: string) => {
    if (from !== to && to !== '') edits.push({ field, label: FIELD_LABELS[field], before: from, after: to });
  };
  if (before.name !== after.name) propose('name', entry.name, entry.name.replaceAll(before.name, after.name));
  const [was, is] = [lawsOf(before.basis), lawsOf(after.basis)];
  const gone = was.filter(law => !is.includes(law));
  const come = is.filter(law => !was.includes(law));
  const kept = entry.basis.filter(line => !gone.some(law => namesLaw(line, law)));
  const added = come.filter(law => !kept.some(line => namesLaw(line, law)));
  propose('basis', entry.basis.join('\n'), [...kept, ...added].join('\n'));
  if (before.unitText && after.unitText && before.unitText !== after.unitText)
    propose('publisher', entry.publisherText, entry.publisherText.replaceAll(before.unitText, after.unitText));
  return edits;
}
