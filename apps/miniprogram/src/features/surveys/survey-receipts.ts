import type { Receipt } from '@bandeng/contracts/types';
import { readStored, writeStored } from '@/lib/storage';

/** Nobody but this phone knows which answer was mine: so its receipt is kept here. */
export const receiptOf = (surveyId: string): Receipt | undefined =>
  readStored<Record<string, Receipt>>('survey-receipts')?.[surveyId];

export function keepReceipt(surveyId: string, receipt: Receipt): void {
  writeStored('survey-receipts', { ...readStored<Record<string, Receipt>>('survey-receipts'), [surveyId]: receipt });
}
