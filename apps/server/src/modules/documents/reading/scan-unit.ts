/** A piece of a document to be scanned, and where a person finds it. */
export interface ScanUnit {
  /** In Chinese, such as 正文第 12 段. */
  place: string;
  text?: string;
  /** Another reading of what was scanned already: what was found there is not told again. */
  isAgain?: boolean;
  /** A table instead of a text; `placeOf` names its cells. */
  table?: { rows: string[][]; caption: string; placeOf(row: number, column: number): string };
}

/** What is in a document, and what in it yields no text, each as a Chinese sentence. */
export interface ScannableText {
  units: ScanUnit[];
  unreadable: string[];
}
