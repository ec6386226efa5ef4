import type { OfficeActor } from '../../../http/actor';
import { shanghaiDate } from '../../../platform/clock';
import { AppError, invalidField } from '../../../platform/errors';
import { preparesFor, publishesFor } from '../participation.policy';
import { windowOf } from './create-survey';
import type { SurveyDeps } from './deps';
import { stateOf } from './survey.policy';
import { SCHEDULED, type SurveyRecord } from './survey.repository';
import { tallyOf } from './survey-result';

/** So many at a time; the rest a minute later. */
const AT_ONCE = 50;

async function getForPublishing(
  deps: SurveyDeps,
  actor: OfficeActor,
  id: string,
  tx: Parameters<SurveyDeps['surveys']['get']>[1],
): Promise<SurveyRecord> {
  const survey = await deps.surveys.get(id, tx);
  if (!preparesFor(actor, survey.unitId)) throw new AppError('survey.not_found');
  if (!publishesFor(actor, survey.unitId)) throw new AppError('auth.forbidden');
  return survey;
}

/** Puts a draft before the public from its first day on; its questions are frozen. The window begins today when that day has passed. */
export function publishSurvey(deps: SurveyDeps, actor: OfficeActor, id: string): Promise<SurveyRecord> {
  return deps.transaction(async tx => {
    const survey = await getForPublishing(deps, actor, id, tx);
    if (survey.publishedAt !== null) throw new AppError('survey.state');
    const now = deps.clock.now();
    const today = shanghaiDate(now);
    if (survey.closesOn < today) throw invalidField('closesOn', '最后一天已经过了，先改日期再发布。');
    const opensOn = survey.opensOn < today ? today : survey.opensOn;
    const isOpen = opensOn <= today;
    const facets = isOpen ? ['all'] : ['all', SCHEDULED];
    const set = { ...windowOf({ opensOn, closesOn: survey.closesOn }), publishedAt: now, facets };
    await deps.surveys.update(id, set, tx);
    const to = isOpen ? 'open' : 'scheduled';
    const subject = { collection: 'surveys', id, fields: Object.keys(set), from: 'draft', to };
    await deps.audit.add(actor, 'survey.published', subject, tx);
    await deps.outbox.add(
      { name: isOpen ? 'survey.opened' : 'survey.published', surveyId: id, unitId: survey.unitId },
      tx,
    );
    return { ...survey, ...set, revision: survey.revision + 1 };
  });
}

/** On the first day of those that were published ahead of it: now everybody sees them, and whoever follows is told. */
export async function announceSurveys(deps: SurveyDeps): Promise<void> {
  for (const { _id } of await deps.surveys.listToAnnounce(deps.clock.now(), AT_ONCE)) {
    await deps.transaction(async tx => {
      const survey = await deps.surveys.get(_id, tx);
      if (!survey.facets.includes(SCHEDULED)) return;
      await deps.surveys.update(_id, { facets: survey.facets.filter(facet => facet !== SCHEDULED) }, tx);
      const subject = { collection: 'surveys', id: _id, from: 'scheduled', to: 'open' };
      await deps.audit.add('system', 'survey.opened', subject, tx);
      await deps.outbox.add({ name: 'survey.opened', surveyId: _id, unitId: survey.unitId }, tx);
    });
  }
}

/**
 * Publishes numbers and words together, once, and freezes the numbers. Everything written has been looked at before.
 * Throws survey.state, survey.texts_waiting.
 */
export function publishResult(
  deps: SurveyDeps,
  actor: OfficeActor,
  { id, summary }: { id: string; summary: string },
): Promise<SurveyRecord> {
  return deps.transaction(async tx => {
    const survey = await getForPublishing(deps, actor, id, tx);
    const now = deps.clock.now();
    if (stateOf(survey, now) !== 'closed') throw new AppError('survey.state');
    const waiting = await deps.surveys.countTexts(id, { review: 'waiting' }, tx);
    if (waiting > 0) throw new AppError('survey.texts_waiting', { data: { waiting } });
    const tally = tallyOf(survey, await deps.surveys.allResponses(id, tx));
    const result = { summary, tally, publishedBy: actor.staffId };
    const set = { result, resultAt: now, facets: ['all', 'answered'] };
    await deps.surveys.update(id, set, tx);
    const subject = { collection: 'surveys', id, fields: Object.keys(set), from: 'closed', to: 'answered' };
    await deps.audit.add(actor, 'survey.answered', subject, tx);
    await deps.outbox.add({ name: 'survey.answered', surveyId: id, unitId: survey.unitId }, tx);
    return { ...survey, ...set, revision: survey.revision + 1 };
  });
}
