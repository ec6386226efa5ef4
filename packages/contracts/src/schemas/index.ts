import { annualReportSchemas } from './annual-report';
import { annualReportsSchemas } from './annual-reports';
import { answerSchemas } from './answers';
import { auditSchemas } from './audit';
import { letterSchemas } from './case-letters';
import { catalogSchemas } from './catalog';
import { catalogDeskSchemas } from './catalog-desk';
import { catalogListSchemas } from './catalog-lists';
import { catalogPanelSchemas } from './catalog-panels';
import { columnSchemas } from './columns';
import { commentSchemas } from './comments';
import { consultationSchemas } from './consultations';
import { decisionSchemas } from './decisions';
import { deskSchemas } from './desk';
import { documentSchemas } from './documents';
import { dutySchemas } from './duty';
import { enquirySchemas } from './enquiries';
import { gridSchemas } from './grid';
import { gridAskedSchemas } from './grid-asked';
import { gridPosterSchemas } from './grid-posters';
import { handedOnSchemas } from './handed-on';
import { gridSyncSchemas } from './grid-sync';
import { signatureSchemas } from './signatures';
import { shareSchemas } from './shares';
import { slipSchemas } from './slips';
import { hotlineSchemas } from './hotline';
import { identitySchemas } from './identity';
import { informationRequestActSchemas } from './information-request-acts';
import { informationRequestSchemas } from './information-requests';
import { letterKindSchemas } from './letter-kinds';
import { matterSchemas } from './matters';
import { meetingSchemas } from './meetings';
import { noticeChannelSchemas } from './notice-channels';
import { noticeDraftSchemas } from './notice-drafts';
import { noticeVersionSchemas } from './notice-versions';
import { noticeSchemas } from './notices';
import { fileSchemas, notificationSchemas, receiptSchemas, searchSchemas } from './notifications';
import { opinionSchemas } from './opinions';
import { organizationSchemas } from './organization';
import { publishingSchemas } from './publishing';
import { remedySchemas } from './remedies';
import { requestFiguresSchemas } from './request-figures';
import { wordingSchemas } from './wording';
import { rosterSchemas } from './rosters';
import { tableSchemas } from './tables';
import { surveySchemas } from './surveys';
import { postingSchemas } from './postings';

export * from './annual-report';
export * from './annual-reports';
export * from './answers';
export * from './audit';
export * from './case-letters';
export * from './catalog';
export * from './catalog-desk';
export * from './catalog-import';
export * from './catalog-lists';
export * from './catalog-panels';
export * from './columns';
export * from './comments';
export * from './common';
export * from './consultations';
export * from './decisions';
export * from './desk';
export * from './documents';
export * from './duty';
export * from './enquiries';
export * from './entry-text';
export * from './hotline';
export * from './grid';
export * from './grid-asked';
export * from './grid-posters';
export * from './handed-on';
export * from './grid-sync';
export * from './shares';
export * from './slips';
export * from './identity';
export * from './information-request-parts';
export * from './information-requests';
export * from './notice-channels';
export * from './notice-draft-content';
export * from './letters';
export * from './matters';
export * from './meetings';
export * from './notice-drafts';
export * from './notice-versions';
export * from './notices';
export * from './notifications';
export * from './opinions';
export * from './organization';
export * from './publishing';
export * from './remedies';
export * from './request-figures';
export * from './wording';
export * from './rosters';
export * from './tables';
export * from './surveys';
export * from './postings';

/** What goes in and comes out of every route, by the name it has in `routes`. */
export const schemas = {
  ...columnSchemas,
  ...organizationSchemas,
  ...rosterSchemas,
  ...identitySchemas,
  ...catalogSchemas,
  ...catalogDeskSchemas,
  ...catalogListSchemas,
  ...catalogPanelSchemas,
  ...noticeSchemas,
  ...noticeVersionSchemas,
  ...noticeChannelSchemas,
  ...noticeDraftSchemas,
  ...postingSchemas,
  ...searchSchemas,
  ...consultationSchemas,
  ...commentSchemas,
  ...decisionSchemas,
  ...matterSchemas,
  ...informationRequestSchemas,
  ...letterSchemas,
  ...letterKindSchemas,
  ...annualReportSchemas,
  ...remedySchemas,
  ...enquirySchemas,
  ...answerSchemas,
  ...gridSchemas,
  ...gridAskedSchemas,
  ...gridPosterSchemas,
  ...handedOnSchemas,
  ...gridSyncSchemas,
  ...signatureSchemas,
  ...shareSchemas,
  ...slipSchemas,
  ...hotlineSchemas,
  ...opinionSchemas,
  ...dutySchemas,
  ...publishingSchemas,
  ...annualReportsSchemas,
  ...requestFiguresSchemas,
  ...informationRequestActSchemas,
  ...notificationSchemas,
  ...fileSchemas,
  ...receiptSchemas,
  ...documentSchemas,
  ...wordingSchemas,
  ...auditSchemas,
  ...tableSchemas,
  ...surveySchemas,
  ...meetingSchemas,
  ...deskSchemas,
};
