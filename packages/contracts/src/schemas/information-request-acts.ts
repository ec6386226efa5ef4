import { z } from 'zod';
import { REPLY_KINDS } from '../routes/decision-kinds';
import { limits } from '../routes/limits';
import { ClientId, Empty, GivenDate, Id, IdParams, Instant, LocalDate, text } from './common';
import { ENQUIRY_KINDS } from './enquiries';
import {
  CONSULTED,
  GROUND_FINDINGS,
  OPINIONS,
  REDACTION_GROUNDS,
  SEARCH_RESULTS,
  TELLING_WAYS,
  TRIAGE_NATURES,
  WizardAnswers,
} from './information-request-parts';
import { InformationRequest, REQUEST_STATUSES, RequestContent } from './information-requests';

/** In parts of the page, from its upper left. */
const part = z.number().min(0).max(1);
const ground = z.enum(REDACTION_GROUNDS);

/** What happens to a request on its way: others are asked, reasons, fees, searches. */
export const informationRequestActSchemas = {
  /** 说明理由 (Art. 35). */
  'informationRequests.explain': {
    params: IdParams,
    body: z.strictObject({ text: text(2_000) }),
    response: InformationRequest,
  },
  /** What the applicant of such a request does afterwards comes the same way: written down with its day. */
  'staff.informationRequests.recordApplicantStep': {
    params: IdParams,
    body: z.discriminatedUnion('step', [
      z.strictObject({ step: z.literal('corrected'), id: ClientId, on: GivenDate, content: RequestContent }),
      z.strictObject({ step: z.literal('explained'), on: GivenDate, text: text(2_000) }),
      z.strictObject({ step: z.literal('withdrawn'), on: GivenDate, reason: text(200).optional() }),
    ]),
    response: InformationRequest,
  },
  /** Proposes that it goes on as a message of 网上民声; the applicant decides. */
  'staff.informationRequests.offerConversion': {
    params: IdParams,
    body: z.strictObject({
      id: ClientId,
      nature: z.enum(TRIAGE_NATURES),
      kind: z.enum(ENQUIRY_KINDS),
      note: text(500),
    }),
    response: InformationRequest,
  },
  'informationRequests.answerConversion': {
    params: IdParams,
    body: z.strictObject({ offerId: Id, isAgreed: z.boolean() }),
    response: InformationRequest,
  },
  /** What the same applicant asked of this office before, the most alike first: for a person to look at. */
  'staff.informationRequests.earlier': {
    params: IdParams,
    query: Empty,
    response: z.object({
      /** This one included; `pages` of what was given. */
      counts: z.object({ month: z.number().int(), year: z.number().int(), pages: z.number().int() }),
      items: z.array(
        z.object({
          id: z.string(),
          number: z.string(),
          name: z.string(),
          submittedAt: Instant,
          status: z.enum(REQUEST_STATUSES),
          statusText: z.string(),
          answeredOn: LocalDate.nullable(),
          kinds: z.array(z.object({ kind: z.string(), label: z.string(), article: z.string() })),
          pages: z.number().int(),
          /** A whole percentage. */
          likeness: z.number().int(),
        }),
      ),
    }),
  },
  'staff.informationRequests.recordGround': {
    params: IdParams,
    body: z.strictObject({
      id: ClientId,
      finding: z.enum(GROUND_FINDINGS),
      caseIds: z.array(Id).min(1, '先选出是哪几件以前的申请').max(50),
      note: text(500),
    }),
    response: InformationRequest,
  },
  /** 一事一申请: what stays in this case, and what becomes cases of their own with the same day of receipt. */
  'staff.informationRequests.split': {
    params: IdParams,
    body: z.strictObject({
      stays: RequestContent,
      parts: z
        .array(z.strictObject({ id: ClientId, content: RequestContent }))
        .min(1, '至少拆出一件')
        .max(9, '最多拆出 9 件'),
      reason: text(300),
    }),
    response: InformationRequest,
  },
  /** It goes on in another case of the same applicant, that was received no later. */
  'staff.informationRequests.merge': {
    params: IdParams,
    body: z.strictObject({ into: text(40), reason: text(300) }),
    response: InformationRequest,
  },
  /** An applicant without an account was told that the case was split or merged: the day, and by which way. */
  'staff.informationRequests.recordTold': {
    params: IdParams,
    body: z.strictObject({ id: ClientId, on: GivenDate, way: z.enum(TELLING_WAYS), note: text(300).optional() }),
    response: InformationRequest,
  },
  'informationRequests.answerFee': {
    params: IdParams,
    body: z.discriminatedUnion('isAccepted', [
      z.strictObject({ isAccepted: z.literal(true) }),
      z.strictObject({ isAccepted: z.literal(false), reason: text(1_000) }),
    ]),
    response: InformationRequest,
  },
  'staff.informationRequests.answerFeeDispute': {
    params: IdParams,
    body: z.strictObject({ isKept: z.boolean(), text: text(1_000) }),
    response: InformationRequest,
  },
  'staff.informationRequests.consult': {
    params: IdParams,
    body: z.strictObject({ id: ClientId, kind: z.enum(CONSULTED), name: text(100), question: text(1_000) }),
    response: InformationRequest,
  },
  /** What is learnt of a letter: the day it arrived, or the answer; both may be of an earlier day. */
  'staff.informationRequests.recordConsultation': {
    params: z.strictObject({ id: Id, consultationId: Id }),
    body: z.discriminatedUnion('step', [
      z.strictObject({ step: z.literal('served'), on: GivenDate }),
      z.strictObject({ step: z.literal('answered'), on: GivenDate, opinion: z.enum(OPINIONS), text: text(2_000) }),
    ]),
    response: InformationRequest,
  },
  'staff.informationRequests.askReasons': {
    params: IdParams,
    body: z.strictObject({ items: text(1_000), deadline: GivenDate }),
    response: InformationRequest,
  },
  'staff.informationRequests.delay': {
    params: IdParams,
    body: z.strictObject({ workingDays: z.number().int().min(1).max(60, '最多 60 个工作日'), reason: text(500) }),
    response: InformationRequest,
  },
  /** One way of counting for one answer; by items the server counts the applicant's of the month itself. */
  'staff.informationRequests.noticeFee': {
    params: IdParams,
    body: z.discriminatedUnion('basis', [
      z.strictObject({ basis: z.literal('items'), howToPay: text(300) }),
      z.strictObject({ basis: z.literal('pages'), pages: z.number().int().min(1).max(100_000), howToPay: text(300) }),
    ]),
    response: InformationRequest,
  },
  'staff.informationRequests.recordPayment': {
    params: IdParams,
    body: z.strictObject({ on: GivenDate }),
    response: InformationRequest,
  },
  'staff.informationRequests.recordSearch': {
    params: IdParams,
    body: z.strictObject({
      id: ClientId,
      place: text(200),
      words: text(200),
      result: z.enum(SEARCH_RESULTS),
      note: text(500).optional(),
    }),
    response: InformationRequest,
  },
  'staff.informationRequests.confer': {
    params: IdParams,
    body: z.strictObject({
      id: ClientId,
      on: GivenDate,
      topic: text(200),
      members: z
        .array(z.strictObject({ name: text(40), role: text(60), opinion: text(1_000) }))
        .min(1)
        .max(20),
      conclusion: text(2_000),
    }),
    response: InformationRequest,
  },
  'staff.informationRequests.propose': {
    params: IdParams,
    body: z.strictObject({
      id: ClientId,
      kinds: z.array(z.enum(REPLY_KINDS)).min(1).max(5),
      /** 核实的情况, and the office with the power to correct: only for a correction of one's own record (Art. 41). */
      findings: text(2_000).optional(),
      agency: text(100).optional(),
      text: text(5_000),
      attachmentIds: z.array(Id).max(limits.attachmentsPerRequest).default([]),
      noticeIds: z.array(Id).max(20).default([]),
      answers: WizardAnswers.default({}),
    }),
    response: InformationRequest,
  },
  /** Taken back by who proposed it, before anybody else signed. */
  'staff.informationRequests.recall': {
    params: IdParams,
    body: z.strictObject({ proposalId: Id }),
    response: InformationRequest,
  },
  /** What the legal adviser found. */
  'staff.informationRequests.review': {
    params: IdParams,
    body: z.strictObject({ proposalId: Id, isAgreed: z.boolean(), note: text(1_000) }),
    response: InformationRequest,
  },
  /** The head’s signature: only this makes the answer one. Sent back, it says why. */
  'staff.informationRequests.decide': {
    params: IdParams,
    body: z.discriminatedUnion('isApproved', [
      z.strictObject({ proposalId: Id, isApproved: z.literal(true), note: text(1_000).optional() }),
      z.strictObject({ proposalId: Id, isApproved: z.literal(false), note: text(1_000) }),
    ]),
    response: InformationRequest,
  },
  'staff.informationRequests.addPaper': {
    params: IdParams,
    body: z.strictObject({ fileId: Id }),
    response: InformationRequest,
  },
  /** A page as a picture, of a paper or of what was made of it. */
  'staff.informationRequests.drawPaper': {
    params: z.strictObject({ id: Id, fileId: Id, page: z.coerce.number().int().min(1).max(1_000) }),
    query: Empty,
    response: z.object({
      pages: z.number().int(),
      width: z.number().int(),
      height: z.number().int(),
      /** JPEG as a data address. */
      picture: z.string(),
    }),
  },
  'staff.informationRequests.redactPaper': {
    params: z.strictObject({ id: Id, fileId: Id }),
    body: z.strictObject({
      id: ClientId,
      boxes: z
        .array(
          z.strictObject({
            page: z.number().int().min(1).max(1_000),
            x: part,
            y: part,
            width: part.positive('要有宽度'),
            height: part.positive('要有高度'),
            ground,
          }),
        )
        .min(1, '先画出要遮的地方')
        .max(500),
    }),
    response: InformationRequest,
  },
  /** A text whose places are removed, as a PDF that can go out; what it said stays sealed in the case. */
  'staff.informationRequests.redactText': {
    params: IdParams,
    body: z.strictObject({
      id: ClientId,
      title: text(100),
      text: text(20_000),
      marks: z
        .array(z.strictObject({ from: z.number().int().min(0), to: z.number().int().min(1), ground }))
        .min(1, '先选出要遮的地方')
        .max(500),
    }),
    response: InformationRequest,
  },
};
