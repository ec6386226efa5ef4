import { annualReportRoutes } from './annual-report';
import { annualReportsRoutes } from './annual-reports';
import { answersRoutes } from './answers';
import { catalogRoutes } from './catalog';
import { catalogDeskRoutes } from './catalog-desk';
import { catalogListRoutes } from './catalog-lists';
import { catalogPanelRoutes } from './catalog-panels';
import { consultationsRoutes } from './consultations';
import { decisionsRoutes } from './decisions';
import { deskRoutes } from './desk';
import { documentsRoutes } from './documents';
import { dutyRoutes } from './duty';
import { enquiriesRoutes } from './enquiries';
import { gridRoutes } from './grid';
import { shareRoutes } from './shares';
import { slipRoutes } from './slips';
import { handedOnRoutes } from './handed-on';
import { identityRoutes } from './identity';
import { informationRequestsRoutes } from './information-requests';
import { lettersRoutes } from './letters';
import { mattersRoutes } from './matters';
import { meetingsRoutes } from './meetings';
import { noticeDraftsRoutes } from './notice-drafts';
import { noticesRoutes } from './notices';
import { opinionsRoutes } from './opinions';
import { organizationRoutes } from './organization';
import { postingsRoutes } from './postings';
import { publishingRoutes } from './publishing';
import { recordsRoutes } from './records';
import { remediesRoutes } from './remedies';
import { requestDecidingRoutes } from './request-deciding';
import { requestFiguresRoutes } from './request-figures';
import { surveysRoutes } from './surveys';

export * from './decision-kinds';
export * from './define';
export * from './entry-words';
export * from './errors';
export * from './handed-on-words';
export * from './limits';
export * from './list-words';
export * from './role-words';

/** Every call of /api/v1: the plain data that server, clients, tests and the API page are made from. */
export const routes = {
  ...organizationRoutes,
  ...identityRoutes,
  ...catalogRoutes,
  ...catalogDeskRoutes,
  ...catalogListRoutes,
  ...catalogPanelRoutes,
  ...noticesRoutes,
  ...noticeDraftsRoutes,
  ...postingsRoutes,
  ...consultationsRoutes,
  ...decisionsRoutes,
  ...mattersRoutes,
  ...informationRequestsRoutes,
  ...handedOnRoutes,
  ...requestDecidingRoutes,
  ...answersRoutes,
  ...publishingRoutes,
  ...lettersRoutes,
  ...annualReportRoutes,
  ...remediesRoutes,
  ...enquiriesRoutes,
  ...gridRoutes,
  ...shareRoutes,
  ...slipRoutes,
  ...opinionsRoutes,
  ...dutyRoutes,
  ...annualReportsRoutes,
  ...requestFiguresRoutes,
  ...recordsRoutes,
  ...documentsRoutes,
  ...surveysRoutes,
  ...meetingsRoutes,
  ...deskRoutes,
};

export type Routes = typeof routes;
export type RouteName = keyof Routes;
