/** YYYY-MM-DD in Shanghai. */
export type LocalDate = string;
/** ISO 8601, UTC. */
export type Instant = string;
/** `domainId/一级事项/…/name`: names one catalog entry over all editions. */
export type EntryKey = string;
