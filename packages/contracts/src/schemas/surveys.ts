import { z } from 'zod';
import { limits } from '../routes/limits';
import {
  Abilities,
  ClientId,
  Empty,
  GivenDate,
  Id,
  IdParams,
  Instant,
  LocalDate,
  Nothing,
  Receipt,
  Ref,
  Seen,
  listQuery,
  page,
  text,
} from './common';

export const SURVEY_STATES = ['draft', 'open', 'closed', 'answered'] as const;
export const PUBLIC_SURVEY_STATES = ['open', 'closed', 'answered'] as const;
export const SURVEY_QUESTION_KINDS = ['single', 'multiple', 'scale', 'text', 'longText'] as const;
export const SURVEY_TEXT_REVIEWS = ['waiting', 'approved', 'kept_back'] as const;

/** Of questions and options: made in the console, lasting, and short, because the id of an answer is made with it. */
const PartId = z.string().regex(/^[a-z0-9]{1,12}$/, '编号不对');
const SurveyOption = z.strictObject({ id: PartId, label: text(100) });
const asked = {
  id: PartId,
  title: text(200),
  required: z.boolean(),
  /** Asked only of who chose this option of an earlier question. */
  showIf: z.strictObject({ questionId: PartId, optionId: PartId }).nullable(),
};
const options = z.array(SurveyOption).min(2, '至少两个选项').max(30, '最多 30 个选项');
export const SurveyQuestion = z.discriminatedUnion('kind', [
  z.strictObject({ ...asked, kind: z.literal('single'), options }),
  z.strictObject({
    ...asked,
    kind: z.literal('multiple'),
    options,
    /** So many may be chosen; null: as many as one likes. */
    most: z.number().int('要是整数').min(1, '最少 1').max(30).nullable(),
  }),
  z.strictObject({
    ...asked,
    kind: z.literal('scale'),
    points: z.number().int('要是整数').min(3, '最少 3 格').max(10, '最多 10 格'),
    low: text(20),
    high: text(20),
  }),
  z.strictObject({ ...asked, kind: z.literal('text') }),
  z.strictObject({ ...asked, kind: z.literal('longText') }),
]);

const Survey = z.object({
  id: z.string(),
  title: z.string(),
  unit: Ref,
  state: z.enum(PUBLIC_SURVEY_STATES),
  opensOn: LocalDate,
  closesOn: LocalDate,
  /** 24:00 in Shanghai of `closesOn`. */
  closesAt: Instant,
  resultAt: Instant.nullable(),
  questionCount: z.number().int(),
});
const SurveyDetail = Survey.extend({
  intro: z.string(),
  questions: z.array(SurveyQuestion),
  consultation: Ref.nullable(),
  /** Logged in: whether this account has answered. */
  answered: z.boolean().optional(),
  abilities: Abilities,
});
const states = { state: z.enum(SURVEY_STATES) };
const StaffSurvey = Survey.extend(states);
export const StaffSurveyDetail = SurveyDetail.extend({
  ...states,
  /** Results are split by the answers to this question. */
  groupBy: z.string().nullable(),
  revision: z.number().int(),
  responseCount: z.number().int(),
  /** Words that nobody has looked at yet. */
  waitingTexts: z.number().int(),
});
const SurveyInput = z.strictObject({
  title: text(100),
  intro: text(2_000),
  unitId: Id,
  opensOn: GivenDate,
  closesOn: GivenDate,
  consultationId: Id.nullable().default(null),
  questions: z.array(SurveyQuestion).min(1, '至少一道题').max(limits.surveyQuestions, '题太多了'),
  groupBy: PartId.nullable().default(null),
});

export const SurveyAnswer = z.strictObject({
  questionId: PartId,
  optionIds: z.array(PartId).max(30).optional(),
  points: z.number().int().optional(),
  text: text(2_000).optional(),
});

const count = z.number().int();
const OptionCount = z.object({ id: z.string(), label: z.string(), count, share: z.number() });
export const SurveyResult = z.object({
  surveyId: z.string(),
  title: z.string(),
  unit: Ref,
  opensOn: LocalDate,
  closesOn: LocalDate,
  publishedAt: Instant.nullable(),
  /** What the unit says of it. */
  summary: z.string().nullable(),
  responses: count,
  questions: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      kind: z.enum(SURVEY_QUESTION_KINDS),
      answered: count,
      /** For a scale: its points. */
      options: z.array(OptionCount),
      average: z.number().nullable(),
      groups: z.array(z.object({ label: z.string(), answered: count, options: z.array(OptionCount) })).nullable(),
      /** Why it is not split, where groups were asked for. */
      groupNote: z.string().nullable(),
      /** Words that may be read; they are read by surveys.texts. */
      publicTexts: count,
    }),
  ),
});
const SurveyText = z.object({ id: z.string(), questionId: z.string(), text: z.string() });
const StaffSurveyText = SurveyText.extend({
  questionTitle: z.string(),
  review: z.enum(SURVEY_TEXT_REVIEWS),
  reason: z.string().nullable(),
  /** Numbers, doors or a minor stood in it; they are masked. */
  hasPersonalData: z.boolean(),
  commentId: z.string().nullable(),
});
const TextParams = z.strictObject({ id: Id, textId: Id });

export const surveySchemas = {
  'surveys.list': {
    query: z.strictObject({ ...listQuery, state: z.enum(PUBLIC_SURVEY_STATES).optional() }),
    response: page(Survey),
  },
  'surveys.get': { params: IdParams, query: Empty, response: SurveyDetail },
  'surveys.answer': {
    params: IdParams,
    body: z.strictObject({ id: ClientId, answers: z.array(SurveyAnswer).max(limits.surveyQuestions) }),
    response: z.object({ receivedAt: Instant, receipt: Receipt }),
  },
  'surveys.result': { params: IdParams, query: Empty, response: SurveyResult },
  'surveys.texts': {
    params: IdParams,
    query: z.strictObject({ ...listQuery, question: Id }),
    response: page(SurveyText),
  },
  'staff.surveys.list': {
    query: z.strictObject({ ...listQuery, state: z.enum(SURVEY_STATES).optional() }),
    response: page(StaffSurvey),
  },
  'staff.surveys.get': { params: IdParams, query: Empty, response: StaffSurveyDetail },
  'staff.surveys.create': { body: SurveyInput.extend({ id: ClientId }), response: StaffSurveyDetail },
  /** `revision` as it was read: who was slower looks again. */
  'staff.surveys.update': {
    params: IdParams,
    body: SurveyInput.extend({ revision: count }),
    response: StaffSurveyDetail,
  },
  'staff.surveys.publish': { params: IdParams, response: StaffSurveyDetail },
  'staff.surveys.discard': { params: IdParams, body: Seen, response: Nothing },
  'staff.surveys.result': { params: IdParams, query: Empty, response: SurveyResult },
  'staff.surveys.texts': {
    params: IdParams,
    query: z.strictObject({ ...listQuery, review: z.enum(SURVEY_TEXT_REVIEWS).optional() }),
    response: page(StaffSurveyText),
  },
  'staff.surveys.reviewText': {
    params: TextParams,
    body: z.strictObject({ decision: z.enum(['approved', 'kept_back']), reason: text(200).optional() }),
    response: StaffSurveyText,
  },
  'staff.surveys.takeText': { params: TextParams, response: StaffSurveyText },
  'staff.surveys.publishResult': {
    params: IdParams,
    body: z.strictObject({ summary: text(2_000) }),
    response: SurveyResult,
  },
  'staff.surveys.export': { params: IdParams, query: Empty },
};
