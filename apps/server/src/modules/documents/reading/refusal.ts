import type { ErrorCode } from '@bandeng/contracts/routes';

/** Why a document is not read; the words for people are in contracts/errors. */
export type RefusalCode = Extract<ErrorCode, `document.${string}`>;

export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    options?: ErrorOptions,
  ) {
    super(code, options);
  }
}
