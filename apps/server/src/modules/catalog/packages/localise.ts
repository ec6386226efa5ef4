import type { EntryFields } from '../entry-fields';

/** Words of the district that a catalog comes from, and what they are called here. */
export type LocalWords = Readonly<Record<string, string>>;

/** Every text of an entry with our words for theirs; longer ones first, and nothing is replaced twice. */
export function localiserOf(words: LocalWords): (fields: EntryFields) => EntryFields {
  const theirs = Object.keys(words)
    .filter(word => word !== '' && words[word] !== word)
    .sort((a, b) => b.length - a.length);
  if (theirs.length === 0) return fields => fields;
  const pattern = new RegExp(theirs.map(word => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'), 'g');
  const inText = (text: string) => text.replace(pattern, word => words[word]!);
  const inValue = (value: unknown): unknown => {
    if (typeof value === 'string') return inText(value);
    if (Array.isArray(value)) return value.map(inValue);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, inValue(inner)]));
  };
  return fields => inValue(fields) as EntryFields;
}
