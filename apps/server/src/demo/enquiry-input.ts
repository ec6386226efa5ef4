import type { DemoEnquiry, DemoEnquiryStep } from '../../../../config/demo';
import type { OfficeActor } from '../http/actor';
import type { LoadedEnquiry, LoadedEnquiryStep } from '../modules/enquiries';
import { demoUuid } from './demo-ids';
import { residentActor } from './request-input';

const wholeDistrict = (staffId: string, role: 'office' | 'editor'): OfficeActor => ({
  ...{ kind: 'staff', accountId: staffId, staffId, sessionId: 'demo-load' },
  roles: [{ role, unitId: null, areaId: null }],
});

function stepOf(step: DemoEnquiryStep): LoadedEnquiryStep {
  const at = new Date(step.at);
  if (step.kind === 'publish') return { kind: 'publish', at, body: { ...step.body, photoIds: [] } };
  return { ...step, at };
}

export function loadedEnquiry(
  { key, kind, title, body, areaId, where, publicConsent, submittedAt, steps }: DemoEnquiry,
  given: { accountId: string; officeId: string; editorId: string },
): LoadedEnquiry {
  return {
    input: {
      ...{ id: demoUuid('enquiry', key), kind, title, body, publicConsent, photoIds: [], contact: {} },
      ...(areaId !== null && { place: { areaId, note: where } }),
    },
    submittedAt: new Date(submittedAt),
    steps: steps.map(stepOf),
    author: residentActor(given.accountId),
    office: wholeDistrict(given.officeId, 'office'),
    editor: wholeDistrict(given.editorId, 'editor'),
  };
}
