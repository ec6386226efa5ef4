import type { RouteCall, StaffSurvey } from '@bandeng/contracts/types';

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

export const REVIEW_NAMES: Readonly<Record<TextReview, string>> = {
  waiting: '还没看',
  approved: '可以公开',
  kept_back: '不公开',
};
export const isReview = (value: string | undefined): value is TextReview =>
  value !== undefined && value in REVIEW_NAMES;
