import type { ParticipationDeps } from '../deps';
import type { SurveyRepository } from './survey.repository';

export type SurveyDeps = ParticipationDeps & { surveys: SurveyRepository };
