/** What one document from outside may cost. */
export const documentLimits = {
  /** As uploads are (contracts, limits.fileBytes). */
  bytes: 20 * 1_048_576,
  zip: { entries: 5_000, entryBytes: 96 * 1_048_576, totalBytes: 192 * 1_048_576, ratio: 150 },
  /** Elements of XML that lie in one another, and all of one part. */
  depth: 256,
  elements: 3_000_000,
  cells: 1_000_000,
  pages: 2_000,
  /** Text that is kept of a PDF. */
  text: 1_000_000,
  pictures: 200,
  /** Of a paper that is drawn page by page, and of one page. */
  redaction: { pages: 60, pixels: 4_500_000 },
  /** Of the thread that reads one document at a time. */
  memoryMb: 768,
  milliseconds: 45_000,
  /** Documents that wait for their turn in this process. */
  waiting: 40,
  /** The thread is kept this long for the next one. */
  idleMs: 20_000,
} as const;
