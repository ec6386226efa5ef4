import { maskScanned, scanText } from '@bandeng/rules';
import type { FieldFault } from '../../platform/errors';

const WHOEVER_ASKED = '申请人';

/** The text with whoever asked called so, and what looks like personal data masked: where an officer begins. */
export const withoutNames = (text: string, identifying: readonly string[]): string =>
  identifying.reduce((words, name) => words.replaceAll(name, WHOEVER_ASKED), maskScanned(text));

/** What in these words, by their field, must not come out. */
export const namesIn = (words: Readonly<Record<string, string>>, identifying: readonly string[]): FieldFault[] =>
  Object.entries(words).flatMap(([path, text]) => [
    ...scanText(text).map(({ masked }) => ({ path, message: `这里还有没遮住的：${masked}` })),
    ...(identifying.some(name => text.includes(name)) ? [{ path, message: '这里有申请人的姓名或者联系方式' }] : []),
  ]);
