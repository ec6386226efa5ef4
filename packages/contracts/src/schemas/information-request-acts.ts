import { z } from 'zod';
import { DECISION_KINDS } from '../routes/decision-kinds';
import { limits } from '../routes/limits';
import { ClientId, GivenDate, Id, IdParams, text } from './common';
import { CONSULTED, OPINIONS, SEARCH_RESULTS, WizardAnswers } from './information-request-parts';
import { InformationRequest } from './information-requests';

/** What happens to a request on its way: others are asked, reasons, fees, searches. */
export const informationRequestActSchemas = {
  /** 说明理由 (Art. 35). */
  'informationRequests.explain': {
    params: IdParams,
    body: z.strictObject({ text: text(2_000) }),
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
      kinds: z.array(z.enum(DECISION_KINDS)).min(1).max(5),
      text: text(5_000),
      attachmentIds: z.array(Id).max(limits.attachmentsPerRequest).default([]),
      noticeIds: z.array(Id).max(20).default([]),
      answers: WizardAnswers.default({}),
    }),
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
};
