import type { Domain } from '@bandeng/contracts/types';

/** What residents open most comes first (mock 04); what nobody opened yet keeps the order of the document. */
export const byOpens = (domains: readonly Domain[]): Domain[] =>
  [...domains].sort((a, b) => b.readCount - a.readCount || a.order - b.order);
