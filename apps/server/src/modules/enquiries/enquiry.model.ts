import type { EnquiryAnswer, EnquirySummary, Receipt } from '@bandeng/contracts/types';
import type { EnquiryEvent, EnquiryStatus, LocalDate } from '@bandeng/rules';
import { Schema, type Connection } from 'mongoose';

/** One fact, with who brought it about and what they said. */
export interface EnquiryFact {
  at: Date;
  /** `proxy`: a grid worker, for whoever asks; never who that was. */
  by: 'author' | 'proxy' | 'hotline' | 'office';
  /** The unit that did it, when the office did. */
  unitId: string | null;
  fact: EnquiryEvent;
  note: string | null;
}

export interface AnswerRecord {
  outcome: EnquiryAnswer['outcome'];
  text: string;
  plannedOn: LocalDate | null;
  unitId: string;
  draftedAt: Date;
  draftedBy: string;
  /** Null while it waits for the review. */
  answeredAt: Date | null;
}

interface RatingRecord {
  result: number;
  process: number;
  text: string | null;
  at: Date;
}

interface PublicationRecord extends Pick<AnswerRecord, 'outcome' | 'plannedOn' | 'unitId'> {
  title: string;
  question: string;
  answer: string;
  photoIds: string[];
  answeredAt: Date;
  at: Date;
}

interface ReportRecord {
  id: string;
  accountId: string;
  reason: string;
  at: Date;
}

/** What the city reports of a month of its hotline, in hundredths of a percent. */
export interface HotlineMonthRecord {
  /** 2026-11. */
  _id: string;
  onTime: number;
  result: number;
  process: number;
  source: string;
  enteredBy: string;
  enteredAt: Date;
}

export interface EnquiryConversionOffer {
  id: string;
  at: Date;
  staffId: string;
  note: string;
  /** Missing while they have not said; agreed by the request they made. */
  answer?: { at: Date; isAgreed: boolean };
}

/** How a message and requests for information became one another, and what its office proposed. */
export interface EnquiryConversion {
  /** The request that it was made of, and the one that took its place. */
  from: string | null;
  to: string | null;
  offers: EnquiryConversionOffer[];
}

/** A message of 网上民声. Status and dates are derived from `events` at every change, never set by hand. */
export interface EnquiryRecord {
  _id: string;
  number: string;
  /** Null once the account was closed. */
  accountId: string | null;
  contentHash: string;
  /** Null for what came from the hotline: the city gave its own. */
  receipt: Receipt | null;
  hotline: { ticket: string; direction: 'from' | 'to' } | null;
  /** Taken down at a door for whoever asks, on this day. Missing in messages of an older version. */
  onBehalf?: { heardOn: LocalDate } | null;
  kind: EnquirySummary['kind'];
  title: string;
  body: string;
  place: { areaId: string; path: string[]; note: string | null } | null;
  photoIds: string[];
  publicConsent: boolean;
  /** Sealed; null when it was not given or its time is over. */
  contact: { name: string | null; phone: string | null };
  /** Who takes it in, hands it on and looks at the answer. */
  unitId: string;
  mainUnitId: string | null;
  jointUnitIds: string[];
  /** All that have to do with it: they read it. */
  unitIds: string[];
  status: EnquiryStatus;
  submittedAt: Date;
  dueOn: LocalDate;
  provisional: boolean;
  /** The day by which somebody of the office acts; empty when nobody has to. */
  actBy: string;
  events: EnquiryFact[];
  contributions: { id: string; unitId: string; staffId: string; at: Date; text: string }[];
  answer: AnswerRecord | null;
  earlierAnswers: AnswerRecord[];
  rating: RatingRecord | null;
  /** The masked words, with what else is said of the answer they are of: after it was opened again there may be another. */
  publication: PublicationRecord | null;
  isPublic: boolean;
  /** Among the questions that are often asked: an act of the office. */
  isFaq: boolean;
  publishedAt: Date | null;
  /** Reports that nobody has settled; gone when somebody has. */
  reports: ReportRecord[];
  /** Taken out of what everybody reads; its author may have it looked at once more. */
  hidden: { reason: string; at: Date; appeal: string | null } | null;
  /** Since when a report or an appeal waits to be looked at. */
  lookFrom: Date | null;
  /** Missing in messages of an older version. */
  conversion?: EnquiryConversion | null;
  /** For config/retention.json. */
  endedAt: Date | null;
  /** The next day on which the unit is reminded before the last; empty when there is none. And the last such day. */
  remindOn: string;
  remindedOn: string | null;
  /** The last day on which somebody was reminded that it is due. */
  chasedOn: string | null;
  revision: number;
}

const text = { type: String, required: true };
const nullable = { type: String, default: null };
const date = { type: Date, required: true };
const later = { type: Date, default: null };
const mixed = { type: Schema.Types.Mixed, default: null };
const list = { type: [Schema.Types.Mixed], default: [] } as never;

export function defineEnquiryModels(database: Connection) {
  const schema = new Schema<EnquiryRecord>(
    {
      ...{ _id: String, number: text, accountId: nullable, contentHash: text, kind: text, title: text, body: text },
      receipt: mixed,
      hotline: mixed,
      onBehalf: mixed,
      place: mixed,
      photoIds: [String],
      publicConsent: { type: Boolean, required: true },
      contact: { name: nullable, phone: nullable },
      unitId: text,
      mainUnitId: nullable,
      jointUnitIds: [String],
      unitIds: [String],
      status: text,
      submittedAt: date,
      dueOn: text,
      provisional: { type: Boolean, required: true },
      actBy: { type: String, default: '' },
      events: list,
      contributions: list,
      answer: mixed,
      earlierAnswers: list,
      rating: mixed,
      publication: mixed,
      isPublic: { type: Boolean, required: true },
      isFaq: { type: Boolean, required: true },
      publishedAt: later,
      reports: list,
      hidden: mixed,
      lookFrom: later,
      conversion: mixed,
      endedAt: later,
      remindOn: { type: String, default: '' },
      remindedOn: nullable,
      chasedOn: nullable,
      revision: { type: Number, required: true },
    },
    { versionKey: false, collection: 'enquiries', minimize: false },
  );
  schema.index({ number: 1 }, { unique: true });
  schema.index({ accountId: 1, submittedAt: -1, _id: -1 });
  schema.index({ submittedAt: -1, _id: -1 });
  schema.index({ status: 1, submittedAt: -1, _id: -1 });
  schema.index({ unitIds: 1, submittedAt: -1, _id: -1 });
  schema.index({ unitIds: 1, status: 1, submittedAt: -1, _id: -1 });
  schema.index({ actBy: 1, _id: 1 });
  schema.index({ unitIds: 1, actBy: 1, _id: 1 });
  schema.index({ status: 1, actBy: 1, _id: 1 });
  schema.index({ isPublic: 1, publishedAt: -1, _id: -1 });
  schema.index({ isPublic: 1, kind: 1, publishedAt: -1, _id: -1 });
  schema.index({ isPublic: 1, isFaq: 1, publishedAt: -1, _id: -1 });
  schema.index({ isPublic: 1, _id: 1 });
  schema.index({ unitIds: 1, lookFrom: 1, _id: 1 });
  schema.index({ lookFrom: 1, _id: 1 });
  schema.index({ 'reports.accountId': 1 });
  schema.index({ 'hotline.ticket': 1, _id: 1 });
  schema.index({ remindOn: 1 });
  schema.index({ endedAt: 1 });

  const series = new Schema<{ _id: string; last: number }>(
    { _id: String, last: { type: Number, required: true } },
    { versionKey: false, collection: 'enquirySeries' },
  );
  const rate = { type: Number, required: true };
  const month = new Schema<HotlineMonthRecord>(
    { _id: String, onTime: rate, result: rate, process: rate, source: text, enteredBy: text, enteredAt: date },
    { versionKey: false, collection: 'hotlineMonths' },
  );
  return {
    months: database.model<HotlineMonthRecord>('HotlineMonth', month),
    enquiries: database.model<EnquiryRecord>('Enquiry', schema),
    series: database.model<{ _id: string; last: number }>('EnquirySeries', series),
  };
}
