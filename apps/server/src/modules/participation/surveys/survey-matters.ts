import { MOST_COMPANIONS, type ListOfConsultations, type MatterSource, type PublicRecord } from '../../matters';
import { preparesFor } from '../participation.policy';
import type { SurveyDeps } from './deps';
import { stateOf } from './survey.policy';
import type { SurveyRecord } from './survey.repository';

/** Questionnaires for 一件事的经过. */
export const surveyMatterSource = ({ surveys, clock }: SurveyDeps): MatterSource => ({
  listPublic: async ids => tellPublic(await surveys.findMany(ids), clock.now()),
  findForStaff: async (id, actor) => {
    const survey = await surveys.find(id);
    if (!survey) return null;
    const { title, unitId, consultationId } = survey;
    const mayLink = preparesFor(actor, unitId);
    if (!mayLink && stateOf(survey, clock.now()) === 'draft') return null;
    const kin = consultationId === null ? [] : [{ kind: 'consultation' as const, id: consultationId }];
    return { title, unitId, stage: 'decision', mayLink, kin };
  },
});

export const surveysOfConsultations =
  ({ surveys, clock }: SurveyDeps): ListOfConsultations =>
  async consultationIds =>
    tellPublic(await surveys.listOfConsultations(consultationIds, MOST_COMPANIONS), clock.now());

const tellPublic = (surveys: readonly SurveyRecord[], now: Date): PublicRecord[] =>
  surveys
    .filter(survey => stateOf(survey, now) !== 'draft')
    .map(survey => {
      const { _id: id, title, unitId, consultationId, opensAt, closesAt, closesOn, resultAt } = survey;
      const state = stateOf(survey, now);
      return {
        ...{ kind: 'survey', id, title, unitId, consultationId, stage: null },
        steps: [
          { text: '问卷开始答', at: opensAt },
          ...(closesAt <= now ? [{ text: '问卷截止', at: closesAt }] : []),
          ...(state === 'answered' && resultAt ? [{ text: '问卷结果公布', at: resultAt }] : []),
        ],
        next: state === 'open' ? [{ text: '问卷截止', on: closesOn }] : [],
      };
    });
