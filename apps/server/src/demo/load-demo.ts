import { dayKind } from '@bandeng/rules';
import { demoDistrict, readsOf, type DemoDistrict, type DemoNotice, type DemoResident } from '../../../../config/demo';
import type { AnnualReports } from '../modules/annual-reports';
import type { Answers } from '../modules/answers';
import type { Catalog } from '../modules/catalog';
import type { Consultations } from '../modules/consultations';
import type { Duty } from '../modules/duty';
import type { Enquiries } from '../modules/enquiries';
import type { FilesApi } from '../modules/files';
import type { Grid } from '../modules/grid';
import type { Identity } from '../modules/identity';
import type { InformationRequestsApi } from '../modules/information-requests';
import type { LettersApi } from '../modules/letters';
import type { Matters } from '../modules/matters';
import type { NoticesApi } from '../modules/notices';
import type { Notifications } from '../modules/notifications';
import type { Opinions } from '../modules/opinions';
import type { Organization } from '../modules/organization';
import type { Participation } from '../modules/participation';
import type { SearchApi } from '../modules/search';
import { loadedConsultation } from './consultation-input';
import { demoUuid, entryId } from './demo-ids';
import { loadedEnquiry, wholeDistrict } from './enquiry-input';
import { seedOf } from './edition-content';
import { loadedGrid } from './grid-input';
import { inboxOf } from './inbox';
import { filesOf, loadFiles, withPictures } from './load-files';
import { loadedMeeting } from './meeting-input';
import { loadAccounts, loadStaff } from './load-people';
import { loadedPanel } from './panel-input';
import { loadedAnswer, loadedLetters, loadedRemedy, loadedReport, loadedRequest, residentActor } from './request-input';
import { loadedSurvey } from './survey-input';

/** The modules that the demo district is written through. */
export interface DemoModules {
  organization: { api: Organization };
  catalog: { api: Catalog };
  identity: { api: Identity };
  files: { api: FilesApi };
  notices: { api: NoticesApi };
  consultations: { api: Consultations };
  participation: { api: Participation };
  matters: { api: Matters };
  informationRequests: { api: InformationRequestsApi };
  answers: { api: Answers };
  annualReports: { api: AnnualReports };
  letters: { api: LettersApi };
  enquiries: { api: Enquiries };
  duty: { api: Duty };
  opinions: { api: Opinions };
  grid: { api: Grid };
  notifications: { api: Notifications };
  search: { api: SearchApi };
}

/** The unit of the editor whom one can be. */
const DESK_UNIT = 'civil-affairs';
/** Whose it is, when the accounts were made by an earlier load that broke off. */
const SOMEBODY = 'demo-office';
/** Whoever writes an answer does not look at it themselves. */
const SOMEBODY_ELSE = 'demo-editor';

/**
 * Writes the demo district as it stands at `now`. Every step leaves alone what exists, so that a load that broke off can be run again
 * with the same instant.
 */
export async function loadDemo(modules: DemoModules, now: Date): Promise<DemoDistrict> {
  const district = demoDistrict({ now, isWorkingDay: date => ['workday', 'makeup'].includes(dayKind(date).kind) });
  await loadOrganization(modules, district);
  const later = new Set(district.consultations.map(({ outcome }) => outcome?.nextEditionKey));
  await loadEditions(modules, district, key => !later.has(key));
  const staffIds = await loadStaff(modules.identity.api, district);
  const accountIds = await loadAccounts(modules.identity.api, district);
  const staffId = (username: string): string => staffIds.get(username) ?? `demo-${username}`;

  await modules.catalog.api.loadPanels(district.panels.map(panel => loadedPanel(panel, staffId)));
  await loadFiles(modules.files.api, district);
  await modules.notices.api.load(
    district.notices.map(notice => ({
      id: demoUuid('notice', notice.key),
      source: sourceOf(district, notice),
      reads: readsOf(notice),
    })),
  );
  // Of what was published before, the desk of one unit asks for the newest two.
  const ofOneUnit = district.notices.filter(({ unitId, entries }) => unitId === DESK_UNIT && entries.length > 0);
  for (const { key } of ofOneUnit.slice(-2)) await modules.notices.api.recountChannels(demoUuid('notice', key));
  await modules.notices.api.loadDrafts(
    district.noticeDrafts.map(({ key, content, writer, at, state, signedBy = [] }) => ({
      ...{ id: demoUuid('draft', key), content, state },
      ...{ writerId: staffId(writer), at: new Date(at), signerIds: signedBy.map(staffId) },
    })),
  );
  await loadPostings(modules, district, { accountIds, by: staffId('office') });
  for (const consultation of district.consultations) {
    const attachmentIds = filesOf(district, 'consultations', consultation.key).map(({ id }) => id);
    const given = { staffId: staffId('office'), now, accountIds, attachmentIds };
    await modules.consultations.api.load(loadedConsultation(consultation, given));
  }
  await modules.consultations.api.loadDecisions(
    district.decisions.map(({ key, consultationKeys, isPublished, conclusion = null, ...item }) => ({
      ...item,
      id: demoUuid('decision', key),
      consultationIds: consultationKeys.map(one => demoUuid('consultation', one)),
      publishedAt: isPublished ? listedAt(item.year, now) : null,
      conclusion,
      staffId: staffId('office'),
      createdAt: now,
    })),
  );
  for (const survey of district.surveys)
    await modules.participation.api.loadSurvey(loadedSurvey(survey, staffId('office')));
  for (const meeting of district.meetings)
    await modules.participation.api.loadMeeting(loadedMeeting(meeting, { staffId: staffId('office'), accountIds }));
  await modules.matters.api.load(
    district.matters.map(({ key, members, at, ...matter }) => ({
      ...{ ...matter, id: demoUuid('matter', key), staffId: staffId('office'), at: new Date(at) },
      members: members.map(({ kind, key: of, stage }) => ({ kind, id: demoUuid(kind, of), stage })),
    })),
  );
  // What was asked about stands against the edition of that time; the one that came of it follows.
  await loadEditions(modules, district, key => later.has(key));
  const nudges = district.nudges.map(({ key, residentKey, entry, at }) => ({
    id: demoUuid('nudge', key),
    accountId: accountIds.get(residentKey) ?? SOMEBODY,
    entryId: entryId(entry),
    at: new Date(at),
  }));
  await modules.catalog.api.loadNudges(nudges);
  for (const request of district.requests) {
    const accountId = accountIds.get(request.residentKey) ?? SOMEBODY;
    const given = { accountId, officerId: staffId('officer'), legalId: staffId('legal'), headId: staffId('head') };
    await modules.informationRequests.api.load(loadedRequest(request, given));
    for (const letter of loadedLetters(request, given)) await modules.letters.api.load(letter);
  }
  for (const { key, steps } of district.requests)
    for (const { kind, at } of steps)
      if (kind === 'suggestPublishing') await modules.answers.api.loadProposal(demoUuid('request', key), new Date(at));
  const answerIds = await modules.answers.api.load(
    district.answers.map(answer => loadedAnswer(answer, staffId('officer'))),
  );
  await modules.annualReports.api.load(district.remedies.map(remedy => loadedRemedy(remedy, staffId('officer'))));
  for (const enquiry of district.enquiries) {
    const accountId = accountIds.get(enquiry.residentKey) ?? SOMEBODY;
    const given = { accountId, officeId: staffId('office'), editorId: staffIds.get('editor') ?? SOMEBODY_ELSE };
    await modules.enquiries.api.load(loadedEnquiry(enquiry, given));
  }
  await loadVoice(modules, district, staffId);
  await modules.grid.api.load(loadedGrid(district, staffId));
  await modules.annualReports.api.loadReports(
    district.annualReports.map(report => loadedReport(report, staffId('officer'))),
  );
  await modules.enquiries.api.loadMonths(district.hotlineMonths, staffId('office'));
  await modules.notifications.api.load(inboxOf(district, { now, accountIds }));
  for (const resident of district.residents) await subscribe(modules, resident, accountIds.get(resident.key));
  await index(modules, district);
  await modules.search.api.index('answer', answerIds);
  return district;
}

async function loadVoice(
  { opinions, duty }: DemoModules,
  district: DemoDistrict,
  staffId: (username: string) => string,
): Promise<void> {
  for (const { unitId, days } of district.duties) {
    const people = days.map(({ on, main, deputy }) => ({
      ...{ on, mainId: staffId(main), deputyId: deputy === null ? null : staffId(deputy) },
    }));
    await duty.api.load(unitId, people);
  }
  for (const { key, steps, noticedAt, ...opinion } of district.opinions) {
    const from = new Date(noticedAt);
    const taken = steps.map(({ minutes, ...step }) => ({ ...step, at: new Date(from.getTime() + minutes * 60_000) }));
    await opinions.api.load(
      { ...opinion, id: demoUuid('opinion', key), noticedAt: from, steps: taken },
      { actor: wholeDistrict(staffId('office'), 'office'), stepId: at => demoUuid('opinion-step', `${key}:${at}`) },
    );
  }
}

/** The list of a year comes out in its spring; in a demo that starts before it, just now. */
function listedAt(year: number, now: Date): Date {
  const spring = new Date(`${year}-03-02T02:00:00.000Z`);
  return spring < now ? spring : now;
}

async function loadOrganization({ organization }: DemoModules, district: DemoDistrict): Promise<void> {
  const { areas, grids, units, places, rosters, guides } = district;
  await organization.api.put({
    areas: [
      ...areas.map(({ id: _id, ...area }) => ({ _id, ...area })),
      ...grids.map(({ id: _id, name, communityId }) => ({ _id, name, level: 'grid' as const, parentId: communityId })),
    ],
    units: units.map(({ id: _id, ...unit }) => ({ _id, ...unit })),
    places: places.map(({ id: _id, ...place }) => ({ _id, ...place })),
    guides: guides.map(({ id: _id, ...guide }) => ({ _id, ...guide, attachments: [] })),
  });
  await organization.api.loadRosters(rosters);
}

async function loadPostings(
  { notices }: DemoModules,
  { objections, conclusions, corrections, residents }: DemoDistrict,
  { accountIds, by }: { accountIds: ReadonlyMap<string, string>; by: string },
): Promise<void> {
  const noticeId = (key: string) => demoUuid('notice', key);
  await notices.api.loadCorrections(
    corrections.map(({ noticeKey, at, ...words }) => ({ noticeId: noticeId(noticeKey), at: new Date(at), ...words })),
  );
  await notices.api.loadPostings({
    objections: objections.map(({ key, residentKey, noticeKey, at, text, settled }) => ({
      ...{ id: demoUuid('objection', key), noticeId: noticeId(noticeKey), at: new Date(at), text },
      accountId: accountIds.get(residentKey) ?? SOMEBODY,
      name: residents.find(resident => resident.key === residentKey)?.name ?? '',
      ...(settled && { settled: { ...settled, at: new Date(settled.at), by } }),
    })),
    conclusions: conclusions.map(({ noticeKey, at, statement }) => ({
      ...{ noticeId: noticeId(noticeKey), at: new Date(at), by, statement },
    })),
  });
}

async function loadEditions(
  { catalog }: DemoModules,
  district: DemoDistrict,
  isWanted: (key: string) => boolean,
): Promise<void> {
  for (const edition of district.editions)
    if (isWanted(edition.key)) await catalog.api.seedEdition(seedOf(district, edition));
}

function sourceOf(district: DemoDistrict, { key, entries, related, body, ...notice }: DemoNotice) {
  const files = filesOf(district, 'notices', key);
  return {
    ...notice,
    body: withPictures(body, files),
    attachmentIds: files.map(({ id }) => id),
    entryIds: entries.map(entryId),
    relatedIds: related
      // One side is stored; the notices find the other.
      .filter(({ relation }) => relation !== 'interpretedBy' && relation !== 'answeredBy')
      .map(({ relation, key }) => ({ relation, id: demoUuid('notice', key) })),
  };
}

async function subscribe(
  { notifications }: DemoModules,
  { subscriptions }: DemoResident,
  accountId: string | undefined,
): Promise<void> {
  if (accountId === undefined || subscriptions.length === 0) return;
  const idOf = { entry: entryId, consultation: (key: string) => demoUuid('consultation', key) } as const;
  const items = subscriptions.map(({ kind, key }) => ({
    kind,
    id: kind === 'entry' || kind === 'consultation' ? idOf[kind](key) : key,
  }));
  await notifications.api.subscribe(residentActor(accountId), items);
}

/** Found at once, without waiting for events; entries and guides come by theirs. */
async function index({ search }: DemoModules, district: DemoDistrict): Promise<void> {
  const { notices, consultations, surveys, meetings, enquiries } = district;
  await search.api.index(
    'notice',
    notices.map(({ key }) => demoUuid('notice', key)),
  );
  await search.api.index(
    'consultation',
    consultations.map(({ key }) => demoUuid('consultation', key)),
  );
  await search.api.index(
    'survey',
    surveys.map(({ key }) => demoUuid('survey', key)),
  );
  await search.api.index(
    'meeting',
    meetings.map(({ key }) => demoUuid('meeting', key)),
  );
  await search.api.index(
    'enquiry',
    enquiries.map(({ key }) => demoUuid('enquiry', key)),
  );
}
