import type { DELIVERY_METHODS, LETTER_STATES, SEAL_ORDER_STATES } from '@bandeng/contracts/schemas';
import { Schema, type Connection, type Model } from 'mongoose';

export interface StoredDelivery {
  id: string;
  method: (typeof DELIVERY_METHODS)[number];
  on: string;
  /** What follows may be missing in deliveries of an older version. */
  place?: string | null;
  proof?: { fileId: string; sha256: string; at: string; by: string } | null;
  receipt: string | null;
  note: string | null;
  at: string;
  by: string;
}

export interface SealOrder {
  /** The service knows the order by it: sent again, it is the same order. */
  id: string;
  at: Date;
  by: string;
  state: (typeof SEAL_ORDER_STATES)[number];
  reason: string | null;
  /** Tries in a row that had no answer. */
  tries: number;
  nextAt: Date | null;
}

export interface LetterRecord {
  _id: string;
  requestId: string;
  unitId: string;
  accountId: string;
  /** `code@event` (rules: lettersOfCase). */
  key: string;
  /** Request and key while it stands: one letter for one thing. A void one gives its place free. */
  slot: string;
  code: string;
  title: string;
  /** Which wording it was written with; 0 is that of config/letters. */
  wording: number;
  to: 'applicant' | 'thirdParty' | 'agency';
  number: string | null;
  madeOn: string;
  madeAt: Date;
  madeBy: string;
  /** Keyed hash of what the officer sent: tells a repeat from a conflict. */
  contentHash: string;
  /** Over every fact of the letter, keyed; printed on it. */
  checkCode: string;
  /** Its words (LetterText) as JSON, sealed; empty once the time of config/retention.json is over. */
  content: string;
  /** The unsealed PDF as it was made, in base64, sealed: an old letter stays as it was. */
  pdf: string;
  pdfSha256: string;
  state: (typeof LETTER_STATES)[number];
  voided: { at: Date; by: string; reason: string } | null;
  sealed: { fileId: string; sha256: string; at: Date; by: string } | null;
  /** On its way to the e-seal service, or what came of it; null once it is sealed. `nextAt` is null when nothing is awaited. */
  sealOrder: SealOrder | null;
  /** StoredDelivery[] as JSON, sealed: a note may name who took it; empty when there is none. */
  deliveries: string;
  deliveredOn: string | null;
  firstReadAt: Date | null;
  revision: number;
}

const text = { type: String, required: true };
const mixed = { type: Schema.Types.Mixed, default: null };

export function createLetterModel(database: Connection): Model<LetterRecord> {
  const schema = new Schema<LetterRecord>(
    {
      _id: String,
      requestId: text,
      unitId: text,
      // Empty when the request came to the counter.
      accountId: { type: String, default: '' },
      key: text,
      slot: text,
      code: text,
      title: text,
      wording: { type: Number, default: 0 },
      to: text,
      number: { type: String, default: null },
      madeOn: text,
      madeAt: { type: Date, required: true },
      madeBy: text,
      contentHash: text,
      checkCode: text,
      content: { type: String, default: '' },
      pdf: { type: String, default: '' },
      pdfSha256: text,
      state: text,
      voided: mixed,
      sealed: mixed,
      sealOrder: mixed,
      deliveries: { type: String, default: '' },
      deliveredOn: { type: String, default: null },
      firstReadAt: { type: Date, default: null },
      revision: { type: Number, required: true },
    },
    { versionKey: false, collection: 'letters', minimize: false },
  );
  schema.index({ slot: 1 }, { unique: true });
  schema.index({ checkCode: 1 }, { unique: true });
  schema.index({ requestId: 1, madeAt: 1, _id: 1 });
  schema.index({ accountId: 1, madeAt: -1, _id: -1 });
  schema.index({ madeAt: 1 });
  schema.index({ 'sealOrder.nextAt': 1 });
  return database.model<LetterRecord>('Letter', schema);
}
