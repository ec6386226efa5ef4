import { invalidField } from '../../platform/errors';
import type { NewConsultation } from './build-consultation';
import type { ConsultationRecord } from './consultation.repository';
import type { ConsultationsDeps } from './deps';

/** Attachments, and the pictures and files inside the background. */
export const filesOf = ({
  attachmentIds,
  background,
}: Pick<ConsultationRecord, 'attachmentIds' | 'background'>): string[] => [
  ...attachmentIds,
  ...background.flatMap(block => (block.type === 'image' || block.type === 'file' ? [block.fileId] : [])),
];

/** Throws request.invalid when it names what is not there. */
export async function assertReferences(deps: ConsultationsDeps, input: Omit<NewConsultation, 'id'>): Promise<void> {
  const [units, areas, domains] = await Promise.all([
    deps.organization.findUnits([input.unitId]),
    deps.organization.findAreas(input.areaIds),
    deps.catalog.domainNames(),
  ]);
  if (!units.has(input.unitId)) throw invalidField('unitId', '没有这个单位，请从列表里选。');
  if (input.areaIds.some(id => !areas.has(id))) throw invalidField('areaIds', '没有这个地方，请从列表里选。');
  if (input.domainIds.some(id => !domains.has(id))) throw invalidField('domainIds', '没有这个领域，请从列表里选。');
  if (input.draft.kind === 'clauses') {
    const ids = input.draft.clauses.map(clause => clause.id);
    if (new Set(ids).size < ids.length) throw invalidField('draft.clauses', '有两条用了同一个编号。');
  }
}
