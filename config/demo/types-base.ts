/** YYYY-MM-DD in Shanghai. */
export type LocalDate = string;
/** ISO 8601, UTC. */
export type Instant = string;
/** `domainId/一级事项/…/name`: names one catalog entry over all editions. */
export type EntryKey = string;

export interface DemoInline {
  text: string;
  href?: string;
  strong?: boolean;
}
export type DemoBlock =
  | { type: 'heading'; level: 2 | 3; text: string }
  | { type: 'paragraph'; children: DemoInline[] }
  | { type: 'list'; ordered: boolean; items: string[] }
  | { type: 'table'; caption?: string; head: string[]; rows: string[][] }
  | { type: 'quote'; text: string };

export type DemoEditField = 'content' | 'timeLimits' | 'publisher' | 'office' | 'channels' | 'basis' | 'audience';
/** A change of one column of one entry. Channels are codes joined by a comma, basis one title a line. */
