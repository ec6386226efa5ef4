import type { ReadableFormat } from './reading/scan-document';

const FORMATS: Readonly<Record<string, ReadableFormat>> = {
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
};

/** By the type that was found in the content; null for what we cannot read: pictures, doc, xls, wps, et, ofd, pptx, sound. */
export const formatOf = ({ type }: { type: string }): ReadableFormat | null => FORMATS[type] ?? null;
