import type { StaffAnswer } from '@bandeng/contracts/types';
import { hasRoleForUnit, type Actor, type OfficeActor } from '../../http/actor';
import type { AnswerRecord } from './answer.model';
import type { AnswerDeps, AnsweredCase } from './deps';
import { presentKinds } from './read-answers';
import { withoutNames } from './without-names';

/** Who answers requests of a unit says which of its answers everybody reads. */
export const publishesAnswers = (actor: Actor, { unitId }: Pick<AnsweredCase, 'unitId'>): boolean =>
  hasRoleForUnit(actor, unitId, 'officer');

const QUESTION_LENGTH = 2_000;

/** The words an officer begins with: those of the case, without names. */
function draftOf({ content, text, identifying }: AnsweredCase): StaffAnswer['words'] {
  const question = [content.name, content.description].filter(Boolean).join('\n');
  return {
    title: withoutNames(content.name, identifying),
    question: withoutNames(question, identifying).slice(0, QUESTION_LENGTH),
    answer: withoutNames(text, identifying),
  };
}

/** What is public of a case, or what would be to begin with; with what its files hold that must not go out. */
export async function describeStaffAnswer(
  deps: AnswerDeps,
  actor: OfficeActor,
  answered: AnsweredCase,
): Promise<StaffAnswer> {
  const record = await deps.answers.findOfRequest(answered.id);
  const [units, files, scans, names] = await Promise.all([
    deps.organization.findUnits([answered.unitId]),
    deps.files.describe(answered.attachmentIds),
    deps.documents.scanFiles(answered.attachmentIds),
    deps.identity.findStaffNames(record?.takenBack ? [record.takenBack.by] : []),
  ]);
  const scanOf = new Map(scans.map(scan => [scan.fileId, scan]));
  const isOfficer = publishesAnswers(actor, answered);
  return {
    ...{ requestId: answered.id, number: answered.number, decidedOn: answered.decidedOn },
    words: record ? wordsOf(record) : draftOf(answered),
    kinds: presentKinds(answered.kinds),
    unit: { id: answered.unitId, name: units.get(answered.unitId)?.name ?? '' },
    files: files.map(file => ({
      file,
      finds: (scanOf.get(file.id)?.hits ?? []).map(({ place, masked }) => `${place}：${masked}`),
      unreadable: scanOf.get(file.id)?.unreadable ?? [],
      isPublic: record?.files.some(({ sourceId }) => sourceId === file.id) ?? false,
    })),
    state: record === null ? 'none' : record.isPublic ? 'public' : 'taken_back',
    publicId: record?.isPublic ? record._id : null,
    publishedAt: record?.publishedAt.toISOString() ?? null,
    takenBack: record?.takenBack
      ? { ...record.takenBack, at: record.takenBack.at.toISOString(), by: names.get(record.takenBack.by) ?? '' }
      : null,
    abilities: { publish: isOfficer, takeBack: isOfficer && record?.isPublic === true },
  };
}

const wordsOf = ({ title, question, answer }: AnswerRecord): StaffAnswer['words'] => ({ title, question, answer });
