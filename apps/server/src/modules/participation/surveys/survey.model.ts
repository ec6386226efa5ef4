import type { SURVEY_TEXT_REVIEWS } from '@bandeng/contracts/schemas';
import type { Receipt } from '@bandeng/contracts/types';
import type { SurveyAnswer, SurveyQuestion, SurveyTally } from '@bandeng/rules';
import { Schema, type Connection } from 'mongoose';

/** What was published as the result: frozen, because the numbers are those of that moment. */
export interface SurveyResultRecord {
  summary: string;
  tally: SurveyTally;
  publishedBy: string;
}

export interface SurveyRecord {
  _id: string;
  /** Who asked for it and with what: a repeat of the call gives this record, another call with its id does not. */
  contentHash: string;
  createdBy: string;
  createdAt: Date;
  title: string;
  intro: string;
  unitId: string;
  opensOn: string;
  closesOn: string;
  /** 00:00 in Shanghai of `opensOn`, and 24:00 of `closesOn`: open and closed follow from them and the clock. */
  opensAt: Date;
  closesAt: Date;
  /** Words people write may be taken into its pool. */
  consultationId: string | null;
  questions: SurveyQuestion[];
  groupBy: string | null;
  /** Null while it is a draft of the unit. */
  publishedAt: Date | null;
  /** Thrown away before anybody else saw it: in no list, and not there for whoever asks for it. */
  discardedAt?: Date | null;
  resultAt: Date | null;
  result: SurveyResultRecord | null;
  /** `all` once published, `answered` too with its result. Empty for a draft. */
  facets: string[];
  revision: number;
}

/** One filled-in 问卷. It does not say whose it is, and nothing else does. */
export interface SurveyResponseRecord {
  /** Made by the client. */
  _id: string;
  surveyId: string;
  contentHash: string;
  /** Choices and points; words lie in their own records. */
  answers: SurveyAnswer[];
  receivedAt: Date;
  receipt: Receipt;
}

export type TextReview = (typeof SURVEY_TEXT_REVIEWS)[number];

/** What somebody wrote in answer to one question. */
export interface SurveyTextRecord {
  /** responseId.questionId */
  _id: string;
  surveyId: string;
  questionId: string;
  text: string;
  createdAt: Date;
  review: TextReview;
  reason: string | null;
  keptBackAt: Date | null;
  /** The comment it became in the linked consultation. */
  commentId: string | null;
}

/** That an account has answered: the id is a keyed hash of survey and account, and leads to no answer. */
export interface SurveyTurnRecord {
  _id: string;
  surveyId: string;
  /** When the survey ends; not when it was answered, which would lead to the answer. */
  until: Date;
}

const text = { type: String, required: true } as const;
const nullable = { type: String, default: null };
const date = { type: Date, required: true } as const;
const mixed = Schema.Types.Mixed;

export function defineSurveyModels(database: Connection) {
  const survey = new Schema<SurveyRecord>(
    {
      _id: String,
      contentHash: text,
      createdBy: text,
      createdAt: date,
      title: text,
      intro: text,
      unitId: text,
      opensOn: text,
      closesOn: text,
      opensAt: date,
      closesAt: date,
      consultationId: nullable,
      questions: { type: [mixed], required: true } as never,
      groupBy: nullable,
      publishedAt: { type: Date, default: null },
      discardedAt: { type: Date, default: null },
      resultAt: { type: Date, default: null },
      result: { type: mixed, default: null },
      facets: [String],
      revision: { type: Number, required: true },
    },
    { versionKey: false, collection: 'surveys', minimize: false },
  );
  // The three sorts of the public list: newest, by end of the window, by result.
  survey.index({ facets: 1, opensAt: -1, _id: -1 });
  survey.index({ facets: 1, closesAt: 1, _id: 1 });
  survey.index({ facets: 1, resultAt: -1, _id: -1 });
  survey.index({ createdAt: -1, _id: -1 });
  survey.index({ consultationId: 1 });
  survey.index({ unitId: 1, createdAt: -1, _id: -1 });

  const response = new Schema<SurveyResponseRecord>(
    {
      _id: String,
      surveyId: text,
      contentHash: text,
      answers: { type: [mixed], required: true } as never,
      receivedAt: date,
      receipt: { type: mixed, required: true } as never,
    },
    { versionKey: false, collection: 'surveyResponses', minimize: false },
  );
  response.index({ surveyId: 1, _id: 1 });

  const words = new Schema<SurveyTextRecord>(
    {
      _id: String,
      surveyId: text,
      questionId: text,
      text,
      createdAt: date,
      review: text as never,
      reason: nullable,
      keptBackAt: { type: Date, default: null },
      commentId: nullable,
    },
    { versionKey: false, collection: 'surveyTexts' },
  );
  words.index({ surveyId: 1, review: 1, questionId: 1, _id: 1 });
  words.index({ surveyId: 1, _id: 1 });
  // For config/retention.json, as that of the turns.
  words.index({ createdAt: 1 });

  const turn = new Schema<SurveyTurnRecord>(
    { _id: String, surveyId: text, until: date },
    { versionKey: false, collection: 'surveyTurns' },
  );
  turn.index({ until: 1 });

  return {
    surveys: database.model<SurveyRecord>('Survey', survey),
    responses: database.model<SurveyResponseRecord>('SurveyResponse', response),
    texts: database.model<SurveyTextRecord>('SurveyText', words),
    turns: database.model<SurveyTurnRecord>('SurveyTurn', turn),
  };
}
