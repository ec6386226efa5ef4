import type { StaffRole } from '@bandeng/contracts/routes';

/** Where a record is worked on; undefined when it has no page of its own, or none that somebody with these roles may open. */
export function pageOfRecord(
  collection: string,
  id: string,
  roles: readonly { role: StaffRole }[],
): string | undefined {
  const page = PAGES[collection];
  if (!page || (page.roles && !roles.some(({ role }) => page.roles?.includes(role)))) return undefined;
  return `/${page.folder}/${id}`;
}
const PAGES: Readonly<Record<string, { folder: string; roles?: readonly StaffRole[] }>> = {
  informationRequests: { folder: 'information-requests', roles: ['officer', 'head', 'legal', 'supervisor'] },
  consultations: { folder: 'consultations', roles: ['editor', 'office', 'street', 'supervisor'] },
  enquiries: { folder: 'enquiries', roles: ['editor', 'office', 'street', 'supervisor'] },
  opinions: { folder: 'enquiries/opinions', roles: ['editor', 'office', 'street', 'head'] },
  meetings: { folder: 'meetings', roles: ['editor', 'office', 'street'] },
  surveys: { folder: 'surveys', roles: ['editor', 'office', 'street'] },
  gridCampaigns: { folder: 'grid/campaigns', roles: ['street', 'office', 'grid', 'supervisor', 'head'] },
  gridBuildings: { folder: 'grid/buildings', roles: ['street', 'office'] },
  notices: { folder: 'notices' },
  staff: { folder: 'staff', roles: ['admin'] },
};
