import { TEXT_REVIEW_LABELS as REVIEW_NAMES } from '@bandeng/contracts/routes';
import type { RouteCall, StaffSurvey } from '@bandeng/contracts/types';

export { REVIEW_NAMES };
export { SURVEY_STATE_LABELS as STATE_NAMES } from '@bandeng/contracts/routes';

export type SurveyState = StaffSurvey['state'];
export type Question = StaffSurvey['questions'][number];
export type SurveyContent = Omit<RouteCall<'staff.surveys.create'>['body'], 'id'>;
export type TextReview = NonNullable<NonNullable<RouteCall<'staff.surveys.texts'>['query']>['review']>;

export const KIND_NAMES: Readonly<Record<Question['kind'], string>> = {
  single: '单选',
  multiple: '多选',
  scale: '打分',
  text: '写一句',
  longText: '写一段',
};

export const isReview = (value: string | undefined): value is TextReview =>
  value !== undefined && value in REVIEW_NAMES;
