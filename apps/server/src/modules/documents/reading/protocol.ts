import type { Block } from '@bandeng/contracts/schemas';
import type { PageBox, PagePicture } from './pdf-pages';
import type { RefusalCode } from './refusal';
import type { DocumentScan, ReadableFormat } from './scan-document';

/** A picture of a document; its block names it by `key` until it is stored. */
export interface DocumentPicture {
  key: string;
  name: string;
  bytes: Uint8Array;
}

export interface DocumentBlocks {
  blocks: Block[];
  pictures: DocumentPicture[];
  /** Text of a PDF; null for the others, whose text is in their blocks. */
  text: string | null;
  /** What was left out or assumed, as sentences. */
  warnings: string[];
}

/** What the thread can do, and what it answers to each. */
export interface Work {
  scan: DocumentScan;
  import: DocumentBlocks;
  clean: Uint8Array;
  measure: { pages: number };
  draw: PagePicture;
  redact: { pages: number; pdf: Uint8Array };
  words: { text: string };
}
/** What some of it has to be told beside the document. */
export interface WorkInput extends Record<WorkName, unknown> {
  scan: undefined;
  import: undefined;
  clean: undefined;
  measure: undefined;
  draw: { page: number };
  redact: { boxes: readonly PageBox[] };
  words: undefined;
}
export type WorkName = keyof Work;

export interface Task<N extends WorkName = WorkName> {
  id: number;
  work: N;
  format: ReadableFormat;
  bytes: Uint8Array;
  input: WorkInput[N];
}

/** `fault` is for the log: what went wrong in reading, when it was no refusal of ours. */
export type Answer = { id: number } & (
  { result: Work[WorkName] } | { refusal: RefusalCode; fault?: string | undefined }
);
