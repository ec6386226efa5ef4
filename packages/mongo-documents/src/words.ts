/** A set of names, written as one text. */
export function words(text: string): Set<string> {
  return new Set(text.split(/\s+/));
}
