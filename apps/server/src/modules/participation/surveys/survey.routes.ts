import type { RouteAnswer } from '@bandeng/contracts/types';
import { sendDownload, XLSX_TYPE } from '../../../http/download';
import { unitsOf, type OfficeActor } from '../../../http/actor';
import { created, defineHandlers } from '../../../http/handlers';
import { AppError } from '../../../platform/errors';
import { discardUnpublished } from '../discard';
import { preparesFor } from '../participation.policy';
import { answerSurvey } from './answer-survey';
import { createSurvey, updateSurvey } from './create-survey';
import type { SurveyDeps } from './deps';
import { publishResult, publishSurvey } from './publish-survey';
import { reviewText, takeText } from './review-text';
import { stateOf } from './survey.policy';
import { presentDetail, presentForDesk, presentStaffText, presentSurveys, presentText } from './survey.presenter';
import type { SurveyRecord } from './survey.repository';
import { describeResult } from './survey-result';

export function surveyHandlers(deps: SurveyDeps) {
  const { surveys, clock } = deps;

  /** One that everybody may read: from its first day on. */
  async function getPublic(id: string): Promise<SurveyRecord> {
    const survey = await surveys.get(id);
    if (stateOf(survey, clock.now()) === 'draft') throw new AppError('survey.not_found');
    return survey;
  }
  async function getAnswered(id: string): Promise<SurveyRecord> {
    const survey = await getPublic(id);
    if (stateOf(survey, clock.now()) !== 'answered') throw new AppError('survey.result_not_yet');
    return survey;
  }
  /** For the unit that runs it; another unit's is not there. */
  async function getOwn(actor: OfficeActor, id: string): Promise<SurveyRecord> {
    const survey = await surveys.get(id);
    if (!preparesFor(actor, survey.unitId)) throw new AppError('survey.not_found');
    return survey;
  }

  return defineHandlers({
    'surveys.list': async ({ query }) => {
      const { items, nextCursor } = await surveys.listPublic(query.state, clock.now(), query);
      return { items: await presentSurveys(deps, items), nextCursor } as RouteAnswer<'surveys.list'>;
    },
    'surveys.get': async ({ actor, params }) =>
      (await presentDetail(deps, actor, await getPublic(params.id))) as RouteAnswer<'surveys.get'>,
    'surveys.answer': async ({ actor, params, body }) => {
      const { response, isNew } = await answerSurvey(deps, actor, { surveyId: params.id, body });
      return created({ receivedAt: response.receivedAt.toISOString(), receipt: response.receipt }, isNew);
    },
    'surveys.result': async ({ params }) => describeResult(deps, await getAnswered(params.id)),
    'surveys.texts': async ({ params, query }) => {
      const { _id } = await getAnswered(params.id);
      const wanted = { review: 'approved', questionId: query.question } as const;
      const { items, nextCursor } = await surveys.listTexts(_id, wanted, query);
      return { items: items.map(presentText), nextCursor };
    },
    'staff.surveys.list': async ({ actor, query }) => {
      const unitIds = unitsOf(actor, 'editor', 'office', 'street');
      if (unitIds.length === 0) return { items: [], nextCursor: null };
      const wanted = { unitIds, state: query.state, now: clock.now() };
      const { items, nextCursor } = await surveys.listForStaff(wanted, query);
      return { items: await presentSurveys(deps, items), nextCursor };
    },
    'staff.surveys.get': async ({ actor, params }) => presentForDesk(deps, actor, await getOwn(actor, params.id)),
    'staff.surveys.create': async ({ actor, body }) => {
      const { survey, isNew } = await createSurvey(deps, actor, body);
      return created(await presentForDesk(deps, actor, survey), isNew);
    },
    'staff.surveys.update': async ({ actor, params, body }) =>
      presentForDesk(deps, actor, await updateSurvey(deps, actor, { id: params.id, body })),
    'staff.surveys.publish': async ({ actor, params }) =>
      presentForDesk(deps, actor, await publishSurvey(deps, actor, params.id)),
    'staff.surveys.discard': ({ actor, params, body }) =>
      discardUnpublished(deps, surveys, 'survey', { actor, ...params, ...body }),
    'staff.surveys.result': async ({ actor, params }) => describeResult(deps, await getOwn(actor, params.id)),
    'staff.surveys.texts': async ({ actor, params, query }) => {
      const survey = await getOwn(actor, params.id);
      const { items, nextCursor } = await surveys.listTexts(survey._id, { review: query.review }, query);
      return { items: items.map(words => presentStaffText(words, survey)), nextCursor };
    },
    'staff.surveys.reviewText': async ({ actor, params: { id, textId }, body }) =>
      presentStaffText(await reviewText(deps, actor, { surveyId: id, textId, body }), await surveys.get(id)),
    'staff.surveys.takeText': async ({ actor, params: { id, textId } }) =>
      presentStaffText(await takeText(deps, actor, { surveyId: id, textId }), await surveys.get(id)),
    'staff.surveys.publishResult': async ({ actor, params, body }) =>
      created(await describeResult(deps, await publishResult(deps, actor, { id: params.id, ...body })), true),
    'staff.surveys.export': async ({ actor, params, ctx }) => {
      const survey = await getOwn(actor, params.id);
      const [result, responses, texts] = await Promise.all([
        describeResult(deps, survey),
        surveys.allResponses(survey._id),
        surveys.allTexts(survey._id),
      ]);
      // Most servers start and stop without writing one: its library is read with the first.
      const { resultXlsx } = await import('./result-xlsx');
      const bytes = await resultXlsx(survey, { result, responses, texts });
      await deps.transaction(tx =>
        deps.audit.add(actor, 'survey.exported', { collection: 'surveys', id: survey._id }, tx),
      );
      sendDownload(ctx, bytes, { name: `问卷结果-${survey.title}.xlsx`, type: XLSX_TYPE });
    },
  });
}
