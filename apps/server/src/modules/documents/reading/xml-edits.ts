import type { XmlElement } from './xml';

/** A change of a text: what stands from `start` to `end` becomes `text`. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

export const cut = ({ start, end }: XmlElement): Edit => ({ start, end, text: '' });
export const cutContent = ({ innerStart, innerEnd }: XmlElement, text = ''): Edit => ({
  start: innerStart,
  end: innerEnd,
  text,
});
/** The element goes, what is in it stays. */
export const unwrap = ({ start, innerStart, innerEnd, end }: XmlElement): Edit[] => [
  { start, end: innerStart, text: '' },
  { start: innerEnd, end, text: '' },
];

/** The text with all edits made; what lies within another edit is gone with it. Everything else stays byte for byte. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (edit.start < at) continue;
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}
