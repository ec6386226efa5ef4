/** Collations: how the strings of one operation compare, by the rules of English or Chinese instead of by their bytes. */
import { isDoc, type Doc } from '../bson/codec';
import { MongoError, notSupported } from '../errors';
import type { Collate } from '../keys/compare';

const sensitivities: Intl.CollatorOptions['sensitivity'][] = ['base', 'accent', 'variant'];

/** The comparison of a command's or statement's `collation`; undefined: strings compare by their bytes. */
export function collationOf({ collation }: Doc): Collate | undefined {
  if (collation === undefined || collation === null) return undefined;
  if (!isDoc(collation)) throw new MongoError(14, "BSON field 'collation' is the wrong type, expected type 'object'");
  const { locale, strength = 3, ...others } = collation;
  if (typeof locale !== 'string') throw new MongoError(40414, "BSON field 'collation.locale' is missing");
  if (locale === 'simple') return undefined;
  const tag = locale.replaceAll('_', '-');
  const sensitivity = sensitivities[Number(strength) - 1];
  if (!/^(en|zh)(-[A-Za-z]+)*$/.test(tag) || sensitivity === undefined || Object.keys(others).length > 0)
    throw notSupported(`collation ${JSON.stringify(collation)}`);
  return new Intl.Collator(tag, { sensitivity }).compare;
}

/** Does a value hold text whose order a collation changes? */
export function holdsText(value: unknown): boolean {
  if (typeof value === 'string') return true;
  if (typeof value !== 'object' || value === null || '_bsontype' in value) return false;
  return Object.values(value).some(holdsText);
}
