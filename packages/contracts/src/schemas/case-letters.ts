import { z } from 'zod';
import { Attachment, ClientId, Empty, GivenDate, Id, IdParams, Instant, LocalDate, text } from './common';
import { DELIVERY_METHODS } from './information-requests';

/** 未盖章; 已盖章; 已送达; 作废. */
export const LETTER_STATES = ['final', 'sealed', 'delivered', 'void'] as const;
/** 送去盖章了; 不盖; 没有盖成. */
export const SEAL_ORDER_STATES = ['waiting', 'refused', 'failed'] as const;
const LETTER_FORMATS = ['pdf', 'docx'] as const;

const Kind = z.object({ id: z.string(), name: z.string(), to: z.enum(['applicant', 'thirdParty', 'agency']) });
const Facts = z.record(z.string().regex(/^[a-z][A-Za-z]{1,40}$/), z.string().max(2_000));
/** What a letter hangs on: `code@event`, as `due` of the list says it. */
const Key = z.string().regex(/^[a-z_]{1,40}@[A-Za-z_:0-9-]{1,80}$/, '没有这份文书');

/** A letter with its facts in it; nothing in it can be missing. */
export const LetterText = z.object({
  unit: z.string(),
  title: z.string(),
  number: z.string().nullable(),
  addressee: z.string(),
  paragraphs: z.array(z.string()),
  remedy: z.string().nullable(),
  /** With whom one can speak. */
  contact: z.string().nullable(),
  madeOn: LocalDate,
});

/** One way out, with its proof; place, receipt and note only for who may read the letter. */
const LetterDelivery = z.object({
  id: z.string(),
  method: z.enum(DELIVERY_METHODS),
  on: LocalDate,
  place: z.string().nullable(),
  receipt: z.string().nullable(),
  note: z.string().nullable(),
  /** 送达回证 as it came back signed. */
  proof: z.object({ fileId: z.string(), on: LocalDate, sha256: z.string() }).nullable(),
  /** 送达回证 is for what went from hand to hand or by post. */
  abilities: z.object({ record: z.boolean(), prove: z.boolean() }),
});

/** A letter of a case, without its words. */
export const Letter = z.object({
  id: z.string(),
  key: z.string(),
  kind: Kind,
  number: z.string().nullable(),
  madeOn: LocalDate,
  madeBy: z.string(),
  state: z.enum(LETTER_STATES),
  /** Of the unsealed PDF. */
  pdfSha256: z.string(),
  checkCode: z.string(),
  voided: z.object({ on: LocalDate, reason: z.string() }).nullable(),
  /** The scan with the seal; only this is delivered. */
  sealed: z.object({ fileId: z.string(), on: LocalDate, sha256: z.string() }).nullable(),
  /** What became of sending it to the e-seal service; null when it was not sent, or is sealed. */
  sealOrder: z.object({ state: z.enum(SEAL_ORDER_STATES), on: LocalDate, reason: z.string().nullable() }).nullable(),
  deliveries: z.array(LetterDelivery),
  deliveredOn: LocalDate.nullable(),
  /** When the applicant first read it on the phone. */
  firstReadAt: Instant.nullable(),
  /** An answer that went out after the last day of the clock. */
  isLate: z.boolean(),
  abilities: z.record(z.string(), z.boolean()),
});

const DeliveryParams = z.strictObject({ id: Id, deliveryId: Id });

/** A letter that the case calls for and that is not made yet. */
const DueLetter = z.object({ key: z.string(), kind: Kind, on: LocalDate });

const LetterDraft = z.object({
  key: z.string(),
  kind: Kind,
  isNumbered: z.boolean(),
  articles: z.array(z.string()),
  remedy: z.object({
    kind: z.enum(['review_first', 'either', 'none']),
    source: z.string(),
    toConfirm: z.string().nullable(),
  }),
  fields: z.array(
    z.object({
      fact: z.string(),
      label: z.string(),
      kind: z.enum(['text', 'date']),
      isNeeded: z.boolean(),
      value: z.string(),
    }),
  ),
  missing: z.array(z.string()),
  /** As it will be, but for its number; null while something is missing. */
  text: LetterText.nullable(),
});

export const letterSchemas = {
  'staff.letters.list': {
    params: IdParams,
    query: Empty,
    response: z.object({ due: z.array(DueLetter), items: z.array(Letter), mayMake: z.boolean() }),
  },
  'staff.letters.draft': {
    params: IdParams,
    /** What the officer says otherwise than the record, or beyond it. */
    body: z.strictObject({ key: Key, facts: Facts.default({}) }),
    response: LetterDraft,
  },
  'staff.letters.create': {
    params: IdParams,
    body: z.strictObject({ id: ClientId, key: Key, facts: Facts.default({}) }),
    response: Letter,
  },
  'staff.letters.file': {
    params: IdParams,
    query: z.strictObject({ format: z.enum(LETTER_FORMATS).default('pdf') }),
  },
  'staff.letters.void': {
    params: IdParams,
    body: z.strictObject({ reason: text(300) }),
    response: Letter,
  },
  'staff.letters.seal': {
    params: IdParams,
    /** A PDF that the officer uploaded before. */
    body: z.strictObject({ fileId: Id }),
    response: Letter,
  },
  'staff.letters.orderSeal': { params: IdParams, body: Empty, response: Letter },
  'staff.letters.deliver': {
    params: IdParams,
    body: z.strictObject({
      id: ClientId,
      method: z.enum(DELIVERY_METHODS),
      /** The day it arrived; by the mini-program, today. */
      on: GivenDate,
      /** Where it was handed over, or sent to. */
      place: text(200).optional(),
      /** Number of the registered letter, or of the receipt that was signed. */
      receipt: text(60).optional(),
      note: text(300).optional(),
    }),
    response: Letter,
  },
  /** 送达回证 of one delivery (X04), to be printed and signed. */
  'staff.letters.deliveryRecord': {
    params: DeliveryParams,
    query: z.strictObject({ format: z.enum(LETTER_FORMATS).default('pdf') }),
  },
  'staff.letters.proveDelivery': {
    params: DeliveryParams,
    /** A scan or a photo that the officer uploaded before; a better one takes its place. */
    body: z.strictObject({ fileId: Id }),
    response: Letter,
  },
  'informationRequests.letters': {
    params: IdParams,
    query: Empty,
    response: z.object({
      items: z.array(
        z.object({
          id: z.string(),
          title: z.string(),
          number: z.string().nullable(),
          deliveredOn: LocalDate,
          firstReadAt: Instant.nullable(),
        }),
      ),
    }),
  },
  /** Reading is an act: the first time is kept as the proof of delivery. */
  'letters.open': {
    params: IdParams,
    response: z.object({
      id: z.string(),
      requestId: z.string(),
      text: LetterText,
      checkCode: z.string(),
      file: Attachment.nullable(),
      deliveredOn: LocalDate,
      firstReadAt: Instant,
    }),
  },
  'letters.check': {
    params: z.strictObject({ code: z.string().regex(/^[0-9A-Za-z -]{8,40}$/, '核验码不对') }),
    query: Empty,
    response: z.object({
      known: z.boolean(),
      unit: z.string().nullable(),
      title: z.string().nullable(),
      number: z.string().nullable(),
      madeOn: LocalDate.nullable(),
      state: z.enum(LETTER_STATES).nullable(),
      /** Of the file as it went out: the sealed scan where there is one. */
      sha256: z.string().nullable(),
    }),
  },
};
