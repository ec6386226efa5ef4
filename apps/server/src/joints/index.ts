import type { Answers } from '../modules/answers';
import type { Catalog, CatalogPorts } from '../modules/catalog';
import type { Consultations } from '../modules/consultations';
import type { Enquiries, EnquiryPorts } from '../modules/enquiries';
import type { FilePorts, FilesApi } from '../modules/files';
import type { Grid } from '../modules/grid';
import type { InformationRequestPorts, InformationRequestsApi } from '../modules/information-requests';
import type { LettersApi } from '../modules/letters';
import type { NoticePorts, NoticesApi } from '../modules/notices';
import type { NotificationPorts } from '../modules/notifications';
import type { Participation } from '../modules/participation';
import type { Opinions } from '../modules/opinions';
import type { Organization } from '../modules/organization';
import type { SearchApi, SearchPorts, SearchSource } from '../modules/search';
import { createCaseChain } from './case-chain';
import { namesOfTargets } from './names';
import { answerSearchSource } from './search-answers';
import { consultationSearchSource } from './search-consultations';
import { enquirySearchSource } from './search-enquiries';
import { entrySearchSource, listTouchedEntries } from './search-entries';
import { guideSearchSource } from './search-guides';
import { participationSearchSource } from './search-participation';

/** Modules that need one another: what is asked of them here is asked when it is needed, not when they are made. */
export interface LateModules {
  answers: { api: Answers };
  catalog: { api: Catalog };
  consultations: { api: Consultations };
  enquiries: { api: Enquiries };
  files: { api: FilesApi };
  grid: { api: Grid };
  informationRequests: { api: InformationRequestsApi };
  letters: { api: LettersApi };
  notices: { api: NoticesApi };
  opinions: { api: Opinions };
  participation: { api: Participation };
  search: { api: SearchApi };
}

/** What one module is given of the others, where it is more than their api as it stands. */
export interface Joints {
  visibility: FilePorts['visibility'];
  catalog: Pick<CatalogPorts, 'notices' | 'consultations' | 'files'>;
  notices: Pick<NoticePorts, 'catalog' | 'search'>;
  search: SearchPorts;
  informationRequests: Pick<InformationRequestPorts, 'enquiries' | 'chain'>;
  enquiries: Pick<EnquiryPorts, 'chain'>;
  notifications: Pick<
    NotificationPorts,
    'requests' | 'enquiries' | 'opinions' | 'notices' | 'consultations' | 'surveys' | 'meetings' | 'nudges' | 'nameOf'
  >;
}

export function createJoints(late: () => LateModules, { organization }: { organization: Organization }): Joints {
  const catalog = () => late().catalog.api;
  const consultations = () => late().consultations.api;
  const notices = () => late().notices.api;
  const participation = () => late().participation.api;
  const requests = () => late().informationRequests.api;
  const enquiries = () => late().enquiries.api;
  const chain = createCaseChain({ requests, enquiries });
  return {
    visibility: {
      notices: (id, actor, file) => notices().canReadFile(id, actor, file),
      noticeDrafts: (id, actor) => notices().canReadDraftFile(id, actor),
      consultations: (id, actor, { fileId }) => consultations().isFileReadable(id, actor, fileId),
      informationRequests: (id, actor) => requests().canRead(id, actor),
      informationRequestIdentity: (_id, _actor, { isUnlocked }) => Promise.resolve(isUnlocked),
      informationRequestPapers: (id, actor) => requests().canReadPapers(id, actor),
      enquiries: (id, actor, { fileId }) => late().enquiries.api.canReadFile(id, actor, fileId),
      publicAnswers: (id, actor, { fileId }) => late().answers.api.canReadFile(id, actor, fileId),
      letters: (id, actor, { fileId }) => late().letters.api.canReadFile(id, actor, fileId),
      gridPosters: (id, actor) => late().grid.api.canReadPoster(id, actor),
      meetings: (id, actor) => late().participation.api.canReadMeeting(id, actor),
    },
    catalog: {
      notices: {
        entriesOf: id => notices().entriesOf(id),
        countByEntry: ids => notices().countByEntry(ids),
        countByDomain: ids => notices().countByDomain(ids),
        readsByDomain: ids => notices().readsByDomain(ids),
        publicationsByEntry: (ids, from) => notices().publicationsByEntry(ids, from),
      },
      consultations: { leadTo: id => consultations().leadTo(id) },
      files: { receive: request => late().files.api.receive(request) },
    },
    notices: {
      catalog: {
        entryRefs: ids => catalog().entryRefs(ids),
        listEntryNames: () => catalog().listEntryNames(),
        listTouchedEntries: listTouchedEntries(catalog),
        findEntries: async ids => {
          const entries = await catalog().entriesByIds(ids);
          return [...entries.values()].map(({ entryId, domainId, channels }) => ({
            ...{ id: entryId, domainId },
            requiredChannels: channels.filter(({ required }) => required).map(({ channel }) => channel),
          }));
        },
      },
      search: { listNewest: wanted => late().search.api.listNewest(wanted) },
    },
    search: {
      sources: {
        notice: lateSource(() => notices().searchSource),
        entry: entrySearchSource(catalog),
        consultation: consultationSearchSource(consultations),
        survey: participationSearchSource('survey', participation),
        meeting: participationSearchSource('meeting', participation),
        enquiry: enquirySearchSource(() => late().enquiries.api),
        answer: answerSearchSource(() => late().answers.api),
        guide: guideSearchSource(organization),
      },
      catalog: { listTouchedEntries: listTouchedEntries(catalog) },
    },
    informationRequests: {
      chain,
      enquiries: {
        openFromRequest: (actor, given, tx) => enquiries().openFromRequest(actor, given, tx),
        endAsRequest: (actor, given, tx) => enquiries().endAsRequest(actor, given, tx),
      },
    },
    enquiries: { chain },
    notifications: {
      requests: {
        findSummary: id => requests().findSummary(id),
        findHandedOn: id => requests().findHandedOn(id),
      },
      enquiries: { findForMessage: id => late().enquiries.api.findForMessage(id) },
      opinions: { findForMessage: id => late().opinions.api.findForMessage(id) },
      notices: {
        findForMessage: id => notices().findForMessage(id),
        findObjectionForMessage: id => notices().findObjectionForMessage(id),
      },
      consultations: {
        findForMessage: id => consultations().findForMessage(id),
        listAuthors: (id, afterId, limit) => consultations().listAuthors(id, afterId, limit),
        listReporters: (commentId, settlement, afterId, limit) =>
          consultations().listReporters(commentId, settlement, afterId, limit),
        findCommentForMessage: id => consultations().findCommentForMessage(id),
      },
      surveys: { findForMessage: id => participation().findSurveyForMessage(id) },
      meetings: {
        findSignUpForMessage: id => participation().findSignUpForMessage(id),
        findForMessage: id => participation().findMeetingForMessage(id),
        listParticipants: (meetingId, afterId, limit) => participation().listParticipants(meetingId, afterId, limit),
      },
      nudges: {
        findNudgeAnswer: taskId => catalog().findNudgeAnswer(taskId),
        listNudgers: (taskId, afterId, limit) => catalog().listNudgers(taskId, afterId, limit),
      },
      nameOf: namesOfTargets({ catalog, consultations, notices, organization }),
    },
  };
}

const lateSource = (source: () => SearchSource): SearchSource => ({
  findAll: ids => source().findAll(ids),
  listIds: () => source().listIds(),
  stillPublic: ids => source().stillPublic(ids),
});
