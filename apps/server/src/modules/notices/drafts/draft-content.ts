import type { DraftContent } from '@bandeng/contracts/schemas';
import { canonicalJson } from '@bandeng/rules';
import { sha256 } from '../../../platform/crypto';

/** What a signature is over. */
export const draftHashOf = (content: DraftContent): string => sha256(canonicalJson(content));

/** Files that the body shows or offers, and those beside it. */
export const filesOfDraft = ({ body, attachmentIds }: Pick<DraftContent, 'body' | 'attachmentIds'>): string[] => [
  ...new Set([...body.flatMap(block => ('fileId' in block ? [block.fileId] : [])), ...attachmentIds]),
];
