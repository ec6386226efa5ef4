/** A string, or a number with all of its digits: strings are matched so that digits inside them are left alone. */
const STRING_OR_NUMBER = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/**
 * JSON.parse, but an integer that a double cannot hold comes out as a string.
 * WeChat numbers its messages beyond 2^53 (`msgid`), and the last digits decide which message is meant.
 * @throws SyntaxError as JSON.parse does
 */
export function parseBigJson(text: string): unknown {
  const kept = text.replace(STRING_OR_NUMBER, token => {
    const isBigInteger = /^-?\d{16,}$/.test(token) && !Number.isSafeInteger(Number(token));
    return isBigInteger ? `"${token}"` : token;
  });
  return JSON.parse(kept) as unknown;
}

/** The value as an object with unknown fields, or null. */
export function asObject(value: unknown): Record<string, unknown> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null;
}

/** The value as text: strings as they are, numbers written out, anything else empty. */
export function asText(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

/** The value as a whole number, from a number or from its digits; null for anything else. */
export function asInteger(value: unknown): number | null {
  const text = asText(value);
  return /^-?\d{1,15}$/.test(text) ? Number(text) : null;
}
