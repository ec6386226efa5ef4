import { createHashRouter, type RouteObject } from 'react-router';
import { NoSuchPage, PageFault } from './ui/page-fault';
import { requestPages } from './request-pages';
import { Shell } from './features/identity/shell';

/** Every page is a chunk of its own. */
const pages: RouteObject[] = [
  ...requestPages,
  { path: '*', Component: NoSuchPage },
  { index: true, lazy: async () => ({ Component: (await import('./features/desk/desk-page')).DeskPage }) },
  {
    path: 'enquiries',
    lazy: async () => ({ Component: (await import('./features/enquiries/enquiries-page')).EnquiriesPage }),
  },
  {
    path: 'enquiries/hotline',
    lazy: async () => ({ Component: (await import('./features/enquiries/hotline-page')).HotlinePage }),
  },
  {
    path: 'enquiries/duty',
    lazy: async () => ({ Component: (await import('./features/duty/duty-page')).DutyPage }),
  },
  {
    path: 'enquiries/opinions/:id?',
    lazy: async () => ({ Component: (await import('./features/opinions/opinions-room')).OpinionsRoom }),
  },
  {
    path: 'enquiries/:id',
    lazy: async () => ({ Component: (await import('./features/enquiries/enquiry-page')).EnquiryPage }),
  },
  {
    path: 'consultations',
    lazy: async () => ({
      Component: (await import('./features/consultations/consultations-page')).ConsultationsPage,
    }),
  },
  {
    path: 'consultations/new',
    lazy: async () => ({
      Component: (await import('./features/consultations/new-consultation-page')).NewConsultationPage,
    }),
  },
  {
    path: 'consultations/:id/edit',
    lazy: async () => ({
      Component: (await import('./features/consultations/edit-consultation-page')).EditConsultationPage,
    }),
  },
  {
    path: 'consultations/:id/revise',
    lazy: async () => ({
      Component: (await import('./features/consultations/revise-page')).RevisePage,
    }),
  },
  {
    path: 'consultations/:id',
    lazy: async () => ({
      Component: (await import('./features/consultations/consultation-page')).ConsultationPage,
    }),
  },
  {
    path: 'assigned-comments',
    lazy: async () => ({
      Component: (await import('./features/consultations/assigned-page')).AssignedPage,
    }),
  },
  {
    path: 'decisions',
    lazy: async () => ({
      Component: (await import('./features/consultations/decisions-page')).DecisionsPage,
    }),
  },
  { path: 'matters', lazy: async () => ({ Component: (await import('./features/matters/matters-page')).MattersPage }) },
  {
    path: 'matters/:id',
    lazy: async () => ({ Component: (await import('./features/matters/matter-page')).MatterPage }),
  },
  {
    path: 'surveys',
    lazy: async () => ({ Component: (await import('./features/surveys/surveys-page')).SurveysPage }),
  },
  {
    path: 'surveys/new',
    lazy: async () => ({ Component: (await import('./features/surveys/survey-form-page')).SurveyFormPage }),
  },
  {
    path: 'surveys/:id/edit',
    lazy: async () => ({ Component: (await import('./features/surveys/survey-form-page')).SurveyFormPage }),
  },
  {
    path: 'surveys/:id',
    lazy: async () => ({ Component: (await import('./features/surveys/survey-page')).SurveyPage }),
  },
  {
    path: 'meetings',
    lazy: async () => ({ Component: (await import('./features/meetings/meetings-page')).MeetingsPage }),
  },
  {
    path: 'meetings/new',
    lazy: async () => ({ Component: (await import('./features/meetings/meeting-form-page')).MeetingFormPage }),
  },
  {
    path: 'meetings/:id/edit',
    lazy: async () => ({ Component: (await import('./features/meetings/meeting-form-page')).MeetingFormPage }),
  },
  {
    path: 'meetings/:id',
    lazy: async () => ({ Component: (await import('./features/meetings/meeting-page')).MeetingPage }),
  },
  {
    path: 'feedback',
    lazy: async () => ({ Component: (await import('./features/tasks/feedback-page')).FeedbackPage }),
  },
  { path: 'nudges', lazy: async () => ({ Component: (await import('./features/tasks/nudges-page')).NudgesPage }) },
  {
    path: 'grid',
    lazy: async () => ({ Component: (await import('./features/grid/campaigns-page')).CampaignsPage }),
  },
  {
    path: 'grid/campaigns/:id',
    lazy: async () => ({ Component: (await import('./features/grid/campaign-page')).CampaignPage }),
  },
  {
    path: 'grid/coverage',
    lazy: async () => ({ Component: (await import('./features/grid/coverage-page')).CoveragePage }),
  },
  {
    path: 'grid/buildings',
    lazy: async () => ({ Component: (await import('./features/grid/buildings-page')).BuildingsPage }),
  },
  {
    path: 'grid/buildings/:id',
    lazy: async () => ({ Component: (await import('./features/grid/building-page')).BuildingPage }),
  },
  {
    path: 'grid/assignments',
    lazy: async () => ({ Component: (await import('./features/grid/assignments-page')).AssignmentsPage }),
  },
  {
    path: 'grid/pads',
    lazy: async () => ({ Component: (await import('./features/grid/pads-page')).PadsPage }),
  },
  {
    path: 'grid/questions',
    lazy: async () => ({ Component: (await import('./features/grid/questions-page')).QuestionsPage }),
  },
  {
    path: 'grid/workers',
    lazy: async () => ({ Component: (await import('./features/grid/workers-page')).WorkersPage }),
  },
  {
    path: 'notices',
    lazy: async () => ({ Component: (await import('./features/notices/notices-page')).NoticesPage }),
  },
  {
    path: 'notices/drafts',
    lazy: async () => ({ Component: (await import('./features/notices/drafts-page')).DraftsPage }),
  },
  {
    path: 'notices/drafts/:id',
    lazy: async () => ({ Component: (await import('./features/notices/draft-page')).DraftPage }),
  },
  {
    path: 'notices/:id/versions',
    lazy: async () => ({ Component: (await import('./features/notices/versions-page')).VersionsPage }),
  },
  {
    path: 'notices/:id',
    lazy: async () => ({ Component: (await import('./features/notices/notice-page')).NoticePage }),
  },
  {
    path: 'columns',
    lazy: async () => ({ Component: (await import('./features/notices/columns-page')).ColumnsPage }),
  },
  {
    path: 'postings',
    lazy: async () => ({ Component: (await import('./features/postings/postings-page')).PostingsPage }),
  },
  {
    path: 'postings/:id',
    lazy: async () => ({ Component: (await import('./features/postings/posting-page')).PostingPage }),
  },
  {
    path: 'catalog',
    lazy: async () => ({ Component: (await import('./features/catalog/editions-page')).EditionsPage }),
  },
  {
    path: 'catalog/duties',
    lazy: async () => ({ Component: (await import('./features/catalog/duties-page')).DutiesPage }),
  },
  {
    path: 'catalog/editions/:id/rounds',
    lazy: async () => ({ Component: (await import('./features/catalog/panels/rounds-page')).RoundsPage }),
  },
  {
    path: 'catalog/rounds/:id',
    lazy: async () => ({ Component: (await import('./features/catalog/panels/round-page')).RoundPage }),
  },
  {
    path: 'catalog/editions/:id/findings',
    lazy: async () => ({ Component: (await import('./features/catalog/findings-page')).FindingsPage }),
  },
  {
    path: 'catalog/lists',
    lazy: async () => ({ Component: (await import('./features/catalog/lists-page')).ListsPage }),
  },
  {
    path: 'catalog/lists/:id',
    lazy: async () => ({ Component: (await import('./features/catalog/list-page')).ListPage }),
  },
  {
    path: 'catalog/lists/:id/changes',
    lazy: async () => ({ Component: (await import('./features/catalog/list-changes-page')).ListChangesPage }),
  },
  {
    path: 'catalog/import',
    lazy: async () => ({ Component: (await import('./features/catalog/import-page')).ImportPage }),
  },
  {
    path: 'catalog/editions/:id',
    lazy: async () => ({ Component: (await import('./features/catalog/edition-page')).EditionPage }),
  },
  {
    path: 'catalog/editions/:id/diff',
    lazy: async () => ({ Component: (await import('./features/catalog/diff-page')).DiffPage }),
  },
  { path: 'audit', lazy: async () => ({ Component: (await import('./features/audit/audit-page')).AuditPage }) },
  { path: 'staff', lazy: async () => ({ Component: (await import('./features/staff/staff-page')).StaffPage }) },
  {
    path: 'organization',
    lazy: async () => ({
      Component: (await import('./features/organization/organization-page')).OrganizationPage,
    }),
  },
  {
    path: 'staff/:id',
    lazy: async () => ({ Component: (await import('./features/staff/member-page')).MemberPage }),
  },
  {
    path: 'security',
    lazy: async () => ({ Component: (await import('./features/identity/security-page')).SecurityPage }),
  },
];

/** The address after # needs nothing of the server, and keeps filters. A page that breaks leaves the menu standing. */
export const router = createHashRouter([
  { Component: Shell, ErrorBoundary: PageFault, children: [{ ErrorBoundary: PageFault, children: pages }] },
]);
