import { randomUUID } from 'node:crypto';
import { noticeSource, putDistrict, uploadFile } from '../../fixtures/district';
import { HOUSING, putInForce, putUnits, entryNamed } from '../../modules/catalog/catalog.fixtures';
import { commentInput, consultationInput, openConsultation } from '../../modules/consultations/consultation.fixtures';
import { newEnquiry } from '../../modules/enquiries/enquiry.fixtures';
import { decideRequest, newRequest } from '../../modules/information-requests/information-requests.fixtures';
import { meetingInput, openMeeting, signUpInput } from '../../modules/participation/meetings/meeting.fixtures';
import { openSurvey, responseInput, surveyInput } from '../../modules/participation/surveys/survey.fixtures';
import { announcement, regulation, startDesk } from '../../modules/notices/drafts/drafts.fixtures';
import { objection, reliefList } from '../../modules/notices/postings/postings.fixtures';
import { newOpinion } from '../../modules/opinions/opinion.fixtures';
import type { TestServer } from '../../testing';
import { makeGridWorld } from './grid-world.fixtures';

/** Whose records the matrix is about, and a unit that has nothing to do with them. */
export const OWN = 'housing';
export const OTHER = 'silent';

/** For tests: makes one of each thing that belongs to a unit or a person, anew for every call. */
export async function makeWorld(server: TestServer) {
  await putDistrict(server);
  await putUnits(server);
  const { office, editionId } = await putInForce(server);
  const desk = await startDesk(server);
  const resident = await server.asResident();
  const officer = await server.asStaff('officer', { unitId: OWN });
  const { id: entryId } = await entryNamed(server, '任务分配');

  const publish = async () => {
    const id = randomUUID();
    await office.call('staff.notices.create', { body: { ...noticeSource(), id } });
    return id;
  };
  /** A list that hangs out. */
  const posting = async (to = '2026-11-23') => {
    const id = randomUUID();
    const source = reliefList({ posting: { from: '2026-11-16', to, unit: 'days' } });
    await office.call('staff.notices.create', { body: { ...source, id } });
    return id;
  };
  const edition = async () => {
    const id = randomUUID();
    await office.call('staff.editions.create', { body: { id, title: '修订', domainIds: [HOUSING] } });
    return id;
  };
  /** An entry of a draft, published by OWN. */
  const editionEntry = async () => {
    const id = await edition();
    const entry = await server.collection('catalogEntries').findOne({ editionId: id, publisherUnitIds: OWN });
    return { id, entryId: String(entry!.entryId) };
  };

  const grid = await makeGridWorld(server, { own: OWN, other: OTHER, publish });

  const panelist = await server.asStaff('evaluator');
  /** A panel of one, asked about a draft. */
  const round = async () => {
    const { id: editionOf, entryId: about } = await editionEntry();
    const body = { id: randomUUID(), kind: 'expert' as const, memberIds: [panelist.staffId], dueOn: '2026-12-10' };
    await office.call('staff.rounds.open', { params: { id: editionOf }, body });
    return { id: body.id, entryId: about };
  };

  /** By the mini-program. */
  const delivery = async () => {
    const params = { id: await letter() };
    const { body: file } = await uploadFile(officer, Buffer.from('%PDF-1.4\n%%EOF\n'), { name: '盖章.pdf' });
    await officer.call('staff.letters.seal', { params, body: { fileId: file.id } });
    const body = { id: randomUUID(), method: 'app' as const, on: server.clock.today() };
    await officer.call('staff.letters.deliver', { params, body });
    return { id: params.id, deliveryId: body.id };
  };
  /** Of a registered request, not sealed yet. */
  const letter = async () => {
    const body = newRequest({ unitId: OWN });
    await resident.call('informationRequests.create', { body });
    const params = { id: body.id };
    await officer.call('staff.informationRequests.register', { params });
    const made = { id: randomUUID(), key: 'registration@registered' };
    return (await officer.call('staff.letters.create', { params, body: made })).id;
  };

  /** Answered by OWN. */
  const decided = async () => {
    const body = newRequest({ unitId: OWN });
    await resident.call('informationRequests.create', { body });
    await officer.call('staff.informationRequests.register', { params: { id: body.id } });
    await decideRequest(server, body.id, { unitId: OWN, officer });
    return body.id;
  };

  return {
    server,
    panelist,
    round,
    note: async () => {
      const { id, entryId: about } = await round();
      const noteId = randomUUID();
      const body = { entryId: about, body: '时限写得不清楚。' };
      await panelist.call('staff.rounds.writeNote', { params: { id, noteId }, body });
      return { id, noteId };
    },
    office,
    resident,
    entryId,
    frozenEdition: editionId,
    publish,
    posting,
    objection: async () => {
      const body = objection();
      await resident.call('notices.objections.create', { params: { id: await posting() }, body });
      return body.id;
    },
    edition,
    editionEntry,
    draft: async (state: 'writing' | 'with_number' | 'in_review' | 'approved' | 'regulation_in_review' = 'writing') => {
      if (state === 'approved') return desk.approve(announcement());
      if (state === 'with_number') {
        const list = { type: 'list' as const, ordered: false, items: ['请打 19900000001'] };
        return desk.create(announcement({ body: [list] }));
      }
      const draft = await desk.create(state === 'regulation_in_review' ? regulation() : announcement());
      return state === 'writing' ? draft : desk.submit(draft.id);
    },
    feedback: async () => {
      const noticeId = await publish();
      const id = randomUUID();
      await server.anonymous.call('notices.feedback', { params: { id: noticeId }, body: { id, kind: 'mistake' } });
      return id;
    },
    consultation: async () => (await openConsultation(office, { unitId: OWN })).id,
    /** Not opened yet. */
    consultationDraft: async () => {
      const input = consultationInput({ unitId: OWN });
      await office.call('staff.consultations.create', { body: input });
      return input.id;
    },
    comment: async (author = resident) => {
      const { id } = await openConsultation(office, { unitId: OWN });
      const body = commentInput();
      await author.call('consultations.comments.create', { params: { id }, body });
      return { id, commentId: body.id };
    },
    /** Two in one consultation. */
    twoComments: async () => {
      const { id } = await openConsultation(office, { unitId: OWN });
      const bodies = [commentInput(), commentInput({ body: '建议每月都公布，好让大家早点知道。' })] as const;
      for (const body of bodies)
        await (await server.asResident()).call('consultations.comments.create', { params: { id }, body });
      return { id, commentId: bodies[0].id, others: [bodies[1].id] };
    },
    /** Of another unit’s consultation, for OWN to answer. */
    assigned: async () => {
      const { id } = await openConsultation(office, { unitId: 'district-office' });
      const body = commentInput();
      await resident.call('consultations.comments.create', { params: { id }, body });
      const to = { unitId: OWN, dueOn: '2026-12-01' };
      await office.call('staff.comments.assign', { params: { id, commentId: body.id }, body: { to } });
      return body.id;
    },
    matter: async () => {
      const body = { id: randomUUID(), name: '老旧小区改造', unitId: OWN };
      await office.call('staff.matters.create', { body });
      return body.id;
    },
    survey: () => openSurvey(office, { unitId: OWN }),
    surveyDraft: async () => {
      const input = surveyInput({ unitId: OWN });
      await office.call('staff.surveys.create', { body: input });
      return input.id;
    },
    surveyText: async () => {
      const id = await openSurvey(office, { unitId: OWN });
      const answers = [...responseInput().answers, { questionId: 'more', text: '盼着多开一个点。' }];
      await (await server.asResident()).call('surveys.answer', { params: { id }, body: responseInput({ answers }) });
      const { items } = await office.call('staff.surveys.texts', { params: { id }, query: {} });
      return { id, textId: items[0]!.id };
    },
    meeting: () => openMeeting(office, { unitId: OWN }),
    meetingDraft: async () => {
      const input = meetingInput({ unitId: OWN });
      await office.call('staff.meetings.create', { body: input });
      return input.id;
    },
    signUp: async () => {
      const id = await openMeeting(office, { unitId: OWN });
      const body = signUpInput();
      await resident.call('meetings.signUp', { params: { id }, body });
      return { id, signUpId: body.id };
    },
    request: async () => {
      const body = newRequest({ unitId: OWN });
      await resident.call('informationRequests.create', { body });
      return body.id;
    },
    decided,
    /** Answered by OWN, for everybody to read. */
    inArchive: async () => {
      const id = await decided();
      const body = { title: '补助明细', question: '要明细', answer: '已经公开。' };
      await officer.call('staff.answers.publish', { params: { id }, body });
      return id;
    },
    /** Whoever was given it suggests to OWN to publish it. */
    proposal: async () => {
      const params = { id: await decided() };
      await resident.call('informationRequests.suggestPublishing', { params, body: {} });
      await server.runWorker();
      const found = await server.collection('publishingProposals').findOne({ requestIds: params.id });
      return String(found!._id);
    },
    /** Against an answer of OWN, not concluded. */
    remedy: async () => {
      const request = newRequest({ unitId: OWN });
      await resident.call('informationRequests.create', { body: request });
      await officer.call('staff.informationRequests.register', { params: { id: request.id } });
      const body = { id: randomUUID(), kind: 'review' as const, broughtOn: '2026-11-16', organ: '栖河区人民政府' };
      await officer.call('staff.remedies.record', { params: { id: request.id }, body });
      return body.id;
    },
    letter,
    voidLetter: async () => {
      const id = await letter();
      await officer.call('staff.letters.void', { params: { id }, body: { reason: '写错了' } });
      return id;
    },
    deliveredLetter: async () => (await delivery()).id,
    delivery,
    /** Taken in by OWN, which answers it itself. */
    enquiry: async () => {
      const body = newEnquiry({ unitId: OWN });
      await resident.call('enquiries.create', { body });
      const params = { id: body.id };
      await office.call('staff.enquiries.accept', { params, body: { kind: 'question' } });
      await office.call('staff.enquiries.assign', { params, body: { mainUnitId: OWN } });
      return body.id;
    },
    ...grid,
    opinion: async () => {
      const body = newOpinion({ unitId: OWN, noticedAt: server.clock.now().toISOString() });
      await office.call('staff.opinions.register', { body });
      return body.id;
    },
    message: async () => {
      const key = randomUUID();
      const { api } = server.deps.modules.notifications;
      await api.load([
        {
          ...{ key, accountId: resident.accountId, kind: 'notice.published', title: '停水', body: '发布了新信息' },
          ...{ link: null, createdAt: server.clock.now(), readAt: null },
        },
      ]);
      return (await server.collection('messages').findOne({ key }))!._id;
    },
  };
}
export type World = Awaited<ReturnType<typeof makeWorld>>;
