import type { DemoEnquiry, DemoEnquiryStep } from '../../../../config/demo';
import type { OfficeActor } from '../http/actor';
import type { LoadedEnquiry, LoadedEnquiryStep } from '../modules/enquiries';
import { demoUuid } from './demo-ids';
import { residentActor } from './request-input';

/** Somebody of the staff who acts for the whole district. */
export const wholeDistrict = (staffId: string, role: 'office' | 'editor'): OfficeActor => ({
  ...{ kind: 'staff', accountId: staffId, staffId, sessionId: 'demo-load' },
  roles: [{ role, unitId: null, areaId: null }],
});

function stepOf(step: DemoEnquiryStep, key: string): LoadedEnquiryStep {
  const at = new Date(step.at);
  if (step.kind === 'offerConversion')
    return { kind: 'offerConversion', at, body: { id: demoUuid('conversion', key), note: step.note } };
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
    steps: steps.map(step => stepOf(step, key)),
    author: residentActor(given.accountId),
    office: wholeDistrict(given.officeId, 'office'),
    editor: wholeDistrict(given.editorId, 'editor'),
  };
}
