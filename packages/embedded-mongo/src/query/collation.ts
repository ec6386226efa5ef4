/** Collations: how the strings of one operation compare, by the rules of English or Chinese instead of by their bytes. */
import { isDoc, type Doc } from '../bson/codec';
import { MongoError, notSupported } from '../errors';
import type { Collate } from '../keys/compare';

const sensitivities: Record<string, Intl.CollatorOptions['sensitivity']> = {
  1: 'base',
  '1 with case': 'case',
  2: 'accent',
  3: 'variant',
};

/** Members whose other values have no counterpart in Intl.Collator. */
const onlyDefaults: Doc = { backwards: false, maxVariable: 'punct' };
/** Node's collator always treats equivalent spellings of one character as equal; the version is told, not asked for. */
const withoutEffect = new Set(['normalization', 'version']);

/** The comparison of a command's or statement's `collation`; undefined: strings compare by their bytes. */
export function collationOf({ collation }: Doc): Collate | undefined {
  if (collation === undefined || collation === null) return undefined;
  if (!isDoc(collation)) throw new MongoError(14, "BSON field 'collation' is the wrong type, expected type 'object'");
  const { locale, strength = 3, caseLevel, caseFirst, numericOrdering, alternate, ...others } = collation;
  if (typeof locale !== 'string') throw new MongoError(40414, "BSON field 'collation.locale' is missing");
  if (locale === 'simple') return undefined;
  const name = `collation ${JSON.stringify(collation)}`;
  const tag = locale.replaceAll('_', '-');
  if (!/^(en|zh)(-[A-Za-z]+)*$/.test(tag)) throw notSupported(name);
  const sensitivity = sensitivities[`${Number(strength)}${caseLevel === true ? ' with case' : ''}`];
  const unknown = Object.keys(others).find(
    member => !withoutEffect.has(member) && others[member] !== onlyDefaults[member],
  );
  if (sensitivity === undefined || unknown !== undefined) throw notSupported(name);
  return new Intl.Collator(tag, {
    sensitivity,
    numeric: numericOrdering === true,
    ignorePunctuation: alternate === 'shifted',
    caseFirst: caseFirst === 'upper' || caseFirst === 'lower' ? caseFirst : 'false',
  }).compare;
}

/** Does a value hold text whose order a collation changes? */
export function holdsText(value: unknown): boolean {
  if (typeof value === 'string') return true;
  if (typeof value !== 'object' || value === null || '_bsontype' in value) return false;
  return Object.values(value).some(holdsText);
}
