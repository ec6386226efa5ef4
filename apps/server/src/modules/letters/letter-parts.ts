import type { LetterText } from '@bandeng/contracts/types';
import { formatChineseDate, verificationText } from '@bandeng/rules';

/** A letter as it stands on paper, in the order of its lines (GB/T 9704 without its red head, which the office's own paper has). */
export type LetterPart = {
  kind: 'mark' | 'unit' | 'title' | 'number' | 'addressee' | 'line' | 'signature' | 'foot';
  text: string;
};

/** It stays unsealed until a scan with the seal takes its place: only that is delivered. */
const UNSEALED = '未盖章：盖章以前不送达';

/** @param checkCode null of a sheet that is signed by hand and belongs to a delivery: 送达回证 */
export function letterParts(text: LetterText, checkCode: string | null): LetterPart[] {
  const lines = [...text.paragraphs, ...(text.remedy === null ? [] : [text.remedy])];
  return [
    ...(checkCode === null ? [] : [{ kind: 'mark', text: UNSEALED } as const]),
    { kind: 'unit', text: text.unit },
    { kind: 'title', text: text.title },
    ...(text.number === null ? [] : [{ kind: 'number', text: text.number } as const]),
    { kind: 'addressee', text: `${text.addressee}：` },
    // What an officer typed in several lines are several paragraphs.
    ...lines.flatMap(line => line.split('\n').map(part => ({ kind: 'line', text: part.trim() }) as const)),
    ...(text.contact === null ? [] : [{ kind: 'line', text: `${text.contact}。` } as const]),
    { kind: 'signature', text: text.unit },
    { kind: 'signature', text: formatChineseDate(text.madeOn) },
    ...(checkCode === null
      ? []
      : [
          {
            kind: 'foot',
            text: `核验码：${verificationText(checkCode)}。在本机关的政务公开小程序里选“核验文书”，可以核对这份文书的真假。`,
          } as const,
        ]),
  ];
}
