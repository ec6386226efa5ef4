import type { RouteInput } from '@bandeng/contracts/types';
import { canonicalJson, questionFaults, addDays } from '@bandeng/rules';
import { actorLabel, type OfficeActor } from '../../../http/actor';
import { startOfShanghaiDate } from '../../../platform/clock';
import { sha256 } from '../../../platform/crypto';
import { AppError, invalidField } from '../../../platform/errors';
import { isDuplicateKey } from '../../../platform/transaction';
import { preparesFor } from '../participation.policy';
import type { SurveyDeps } from './deps';
import type { SurveyRecord } from './survey.repository';

export type NewSurvey = RouteInput<'staff.surveys.create'>['body'];
type SurveyContent = Omit<NewSurvey, 'id'>;

/** Longer than this nobody remembers what was asked. */
const MOST_DAYS = 184;

/** Drafts a 问卷; nobody else sees it until it is published. The same id and content again gives the same record. */
export async function createSurvey(
  deps: SurveyDeps,
  actor: OfficeActor,
  input: NewSurvey,
): Promise<{ survey: SurveyRecord; isNew: boolean }> {
  if (!preparesFor(actor, input.unitId)) throw new AppError('auth.forbidden');
  const contentHash = sha256(canonicalJson({ actor: actorLabel(actor), input }));
  const existing = await deps.surveys.find(input.id);
  if (existing) return { survey: sameOrConflict(existing, contentHash), isNew: false };
  await assertContent(deps, actor, input);
  const given = { contentHash, createdBy: actor.staffId, createdAt: deps.clock.now() };
  const survey = buildSurvey(input, given);
  try {
    await deps.transaction(async tx => {
      await deps.surveys.insert(survey, tx);
      await deps.audit.add(actor, 'survey.created', { collection: 'surveys', id: survey._id, to: 'draft' }, tx);
    });
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    return { survey: sameOrConflict(await deps.surveys.get(input.id), contentHash), isNew: false };
  }
  return { survey, isNew: true };
}

function sameOrConflict(existing: SurveyRecord, contentHash: string): SurveyRecord {
  if (existing.contentHash !== contentHash) throw new AppError('id.conflict');
  return existing;
}

/** Changes a draft. Throws survey.state once it is published, survey.changed when somebody else was quicker. */
export async function updateSurvey(
  deps: SurveyDeps,
  actor: OfficeActor,
  { id, body: { revision, ...content } }: { id: string; body: RouteInput<'staff.surveys.update'>['body'] },
): Promise<SurveyRecord> {
  await assertContent(deps, actor, content);
  return deps.transaction(async tx => {
    const survey = await deps.surveys.get(id, tx);
    if (!preparesFor(actor, survey.unitId)) throw new AppError('survey.not_found');
    if (!preparesFor(actor, content.unitId)) throw new AppError('auth.forbidden');
    if (survey.publishedAt !== null) throw new AppError('survey.state');
    if (survey.revision !== revision) throw new AppError('survey.changed');
    const set = contentOf(content);
    await deps.surveys.update(id, set, tx);
    await deps.audit.add(actor, 'survey.edited', { collection: 'surveys', id, fields: Object.keys(set) }, tx);
    return { ...survey, ...set, revision: revision + 1 };
  });
}

async function assertContent(deps: SurveyDeps, actor: OfficeActor, content: SurveyContent): Promise<void> {
  const { questions, groupBy, unitId, consultationId, opensOn, closesOn } = content;
  const faults = questionFaults(questions, groupBy);
  if (faults.length > 0) throw new AppError('request.invalid', { errors: faults });
  if (closesOn < opensOn) throw invalidField('closesOn', '最后一天不能比第一天早。');
  if (closesOn > addDays(opensOn, MOST_DAYS)) throw invalidField('closesOn', '一份问卷最多开半年。');
  if (!(await deps.organization.findUnits([unitId])).has(unitId))
    throw invalidField('unitId', '没有这个单位，请从列表里选。');
  if (consultationId !== null && !(await deps.consultations.isReadable(consultationId, actor)))
    throw new AppError('consultation.not_found');
}

export const windowOf = ({ opensOn, closesOn }: Pick<SurveyRecord, 'opensOn' | 'closesOn'>) => ({
  opensOn,
  closesOn,
  opensAt: startOfShanghaiDate(opensOn),
  closesAt: startOfShanghaiDate(addDays(closesOn, 1)),
});

const contentOf = ({ title, intro, unitId, consultationId, questions, groupBy, ...window }: SurveyContent) => ({
  title,
  intro,
  unitId,
  consultationId,
  questions,
  groupBy,
  ...windowOf(window),
});

export const buildSurvey = (
  { id, ...content }: NewSurvey,
  given: Pick<SurveyRecord, 'contentHash' | 'createdBy' | 'createdAt'>,
): SurveyRecord => ({
  _id: id,
  ...given,
  ...contentOf(content),
  publishedAt: null,
  resultAt: null,
  result: null,
  facets: [],
  revision: 1,
});
