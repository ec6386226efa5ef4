/**
 * The one JSON text of a value, for hashing: keys sorted by UTF-16 code units, no white space, strings and numbers as
 * ECMAScript writes them (RFC 8785). Members that are `undefined` are left out.
 * Throws TypeError on what JSON cannot say exactly: NaN, infinities, bigints, functions, undefined in a list, half surrogate
 * pairs, and objects that are not plain (a Date must be made a string first).
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return quote(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError('canonical JSON: not a finite number');
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${Array.from(value, canonicalJson).join(',')}]`;
  if (isPlainObject(value)) {
    const members = Object.keys(value)
      .filter(key => value[key] !== undefined)
      .sort()
      .map(key => `${quote(key)}:${canonicalJson(value[key])}`);
    return `{${members.join(',')}}`;
  }
  throw new TypeError(`canonical JSON: cannot write ${typeof value}`);
}

function quote(text: string): string {
  // In a Unicode pattern only a surrogate that stands alone matches.
  if (/[\uD800-\uDFFF]/u.test(text)) {
    throw new TypeError('canonical JSON: half of a surrogate pair');
  }
  return JSON.stringify(text);
}

/** Objects of another realm (a test's sandbox) are plain too, so the prototype is judged by its own prototype. */
function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
