import type { DemoSurvey } from '../../../../config/demo';
import type { LoadedSurvey } from '../modules/participation';
import { startOfShanghaiDate } from '../platform/clock';
import { demoUuid } from './demo-ids';

export function loadedSurvey(demo: DemoSurvey, staffId: string): LoadedSurvey {
  const { key, consultation, responses, result, ...input } = demo;
  return {
    survey: {
      ...input,
      id: demoUuid('survey', key),
      consultationId: consultation === null ? null : demoUuid('consultation', consultation),
    },
    staffId,
    createdAt: startOfShanghaiDate(demo.opensOn),
    responses: responses.map(({ key: response, answers, receivedAt }) => ({
      id: demoUuid('survey-response', response),
      answers,
      receivedAt: new Date(receivedAt),
    })),
    result: result && { publishedAt: new Date(result.publishedAt), summary: result.summary },
  };
}
