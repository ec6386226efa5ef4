/** The element of an array that made a filter match: what $ means in projections and updates. */
import { isDoc, type Doc } from '../bson/codec';
import type { ExpressionOptions } from './mingo';
import { createMatcher, elementMatcher } from './matcher';
import type { Test } from './operators';
import { isOperatorDoc } from './paths';

/** The number of the first element that meets a condition which the filter has on the array; -1: there is none. */
export function matchedElement(filter: Doc, doc: Doc, path: string, options: ExpressionOptions): number {
  const array = path.split('.').reduce<unknown>((at, part) => (isDoc(at) ? at[part] : undefined), doc);
  if (!Array.isArray(array)) return -1;
  const numbers = elementTests(filter, path, options).map(test => array.findIndex(test));
  return numbers.find(number => number >= 0) ?? -1;
}

function elementTests(filter: Doc, path: string, options: ExpressionOptions): Test[] {
  return Object.entries(filter).flatMap(([name, value]) => {
    if ((name === '$and' || name === '$or') && Array.isArray(value))
      return value.flatMap(item => elementTests(item as Doc, path, options));
    if (name.startsWith(`${path}.`))
      return [createMatcher({ [name.slice(path.length + 1).replace(/^\d+\./, '')]: value }, options)];
    if (name !== path) return [];
    if (!isOperatorDoc(value)) return [elementMatcher({ $eq: value }, options)];
    return [elementMatcher('$elemMatch' in value ? value.$elemMatch : value, options)];
  });
}
