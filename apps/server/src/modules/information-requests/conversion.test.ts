import { randomUUID } from 'node:crypto';
import { putDistrict } from '../../fixtures/district';
import { problemOf, startTestServer, type TestServer } from '../../testing';
import { newEnquiry } from '../enquiries/enquiry.fixtures';
import { decideRequest, newRequest, PERSON } from './information-requests.fixtures';

// Each test starts a server and several people: on a busy machine that takes longer than five seconds.
jest.setTimeout(60_000);

let server: TestServer;
beforeEach(async () => {
  // A Monday at ten in Shanghai.
  server = await startTestServer({ now: '2026-11-16T02:00:00.000Z' });
  await putDistrict(server);
});
afterEach(() => server.stop());

const UNIT = { unitId: 'district-office' };
const PETITION = { name: '信访件处理结果', description: '举报楼下违规搭建，请求解决。' };

async function asked() {
  const openid = `o-${randomUUID()}`;
  const [resident, desk] = [await server.asResident(openid), await server.asStaff('officer', UNIT)];
  const { id } = await resident.call('informationRequests.create', { body: newRequest({ content: PETITION }) });
  const params = { id };
  await desk.call('staff.informationRequests.register', { params });
  return { openid, resident, desk, id, params };
}
async function offered() {
  const made = await asked();
  const body = {
    id: randomUUID(),
    nature: 'complaint' as const,
    kind: 'complaint' as const,
    note: '投诉件在这里办得快。',
  };
  const request = await made.desk.call('staff.informationRequests.offerConversion', { params: made.params, body });
  return { ...made, offer: body, request };
}
async function wrote() {
  const openid = `o-${randomUUID()}`;
  const [resident, desk] = [await server.asResident(openid), await server.asStaff('office', UNIT)];
  const words = { title: '电梯验收报告', body: '想看加装电梯的验收报告复印件。' };
  const { id } = await resident.call('enquiries.create', { body: newEnquiry(words) });
  return { openid, resident, desk, id, params: { id } };
}
const fromEnquiry = (fromEnquiryId: string) => newRequest({ content: { name: '加装电梯的验收报告' }, fromEnquiryId });

const inboxOf = async (client: Awaited<ReturnType<TestServer['asResident']>>) => {
  await server.runWorker();
  return (await client.call('me.messages.list', { query: {} })).items.map(({ body }) => body);
};
const rowsOf = async (desk: Awaited<ReturnType<TestServer['asStaff']>>) => {
  const { lines } = await desk.call('staff.annualReport.requests', { query: { year: 2026 } });
  return Object.fromEntries(
    lines.map(line => [line.figure, line.byColumn.person]).filter(([, count]) => count !== 0),
  ) as Record<string, number>;
};

describe('signs', () => {
  it('a request in the words of a complaint -> the officer sees which words, its applicant does not; nothing follows', async () => {
    const { resident, desk, params } = await asked();
    const seen = await desk.call('informationRequests.get', { params });
    expect(seen.signs.map(({ nature }) => nature)).toEqual(['petition', 'complaint']);
    expect(seen).toMatchObject({ status: 'in_progress', conversion: null, abilities: { offerConversion: true } });
    expect((await resident.call('informationRequests.get', { params })).signs).toEqual([]);
  });
});

describe('request -> message', () => {
  it('asked -> the clock runs on, the applicant is told; the same again is no second one, another waits for the answer', async () => {
    const { resident, desk, params, offer, request } = await offered();
    expect(request).toMatchObject({
      ...{ status: 'in_progress', dueOn: '2026-12-14' },
      conversion: { state: 'waiting', kind: 'complaint', note: offer.note },
      abilities: { offerConversion: false },
    });
    await desk.call('staff.informationRequests.offerConversion', { params, body: offer });
    const again = desk.call('staff.informationRequests.offerConversion', {
      params,
      body: { ...offer, id: randomUUID() },
    });
    expect((await problemOf(again)).problem.data).toMatchObject({ reason: '问过申请人了，在等回话' });
    const other = desk.call('staff.informationRequests.offerConversion', { params, body: { ...offer, note: '别的' } });
    expect((await problemOf(other)).code).toBe('id.conflict');
    expect(await inboxOf(resident)).toContain('这件事在网上民声办更快，转不转由你定，打开看看');
    expect((await resident.call('informationRequests.get', { params })).abilities).toMatchObject({
      answerConversion: true,
    });
  });

  it('agreed -> one message, theirs, counted from that day; the request ends as taken back; one history from both sides', async () => {
    const { openid, params, offer, id } = await offered();
    server.clock.set('2026-11-18T02:00:00.000Z');
    const [resident, desk] = [await server.asResident(openid), await server.asStaff('officer', UNIT)];
    const body = { offerId: offer.id, isAgreed: true };
    const [first, second] = [
      await resident.call('informationRequests.answerConversion', { params, body }),
      await resident.call('informationRequests.answerConversion', { params, body }),
    ];
    expect(second).toEqual(first);
    expect(first).toMatchObject({ status: 'withdrawn', statusText: '已转到网上民声', conversion: { state: 'agreed' } });
    expect(first.linked).toEqual([
      expect.objectContaining({ kind: 'enquiry', id: offer.id, isEarlier: false, isReadable: true }),
    ]);

    const message = await resident.call('enquiries.get', { params: { id: offer.id } });
    expect(message).toMatchObject({
      ...{ title: PETITION.name, kind: 'complaint', status: 'submitted' },
      own: { dueOn: '2026-12-07', publicConsent: false, contact: { name: null, phone: null } },
    });
    expect(message.own!.receipt.hash).toHaveLength(64);
    expect(message.own!.linked[0]).toMatchObject({ kind: 'request', id, isEarlier: true, isReadable: true });
    expect(message.own!.linked[0]!.steps.map(({ title }) => title)).toEqual([
      '你同意转到网上民声办',
      '问你愿不愿意转到网上民声办',
      '登记好了，开始计时',
      '你交了申请',
    ]);
    const office = await server.asStaff('office', UNIT);
    const staffSeen = await office.call('staff.enquiries.get', { params: { id: offer.id } });
    expect(staffSeen.linked[0]).toMatchObject({ number: first.number, isReadable: false });
    expect(staffSeen.linked[0]!.steps[0]!.title).toBe('申请人同意转到网上民声办');
    expect(JSON.stringify(staffSeen)).not.toContain(PERSON.idDocument.number);
    const onDesk = await desk.call('informationRequests.get', { params });
    expect(onDesk.linked[0]!.steps.map(({ title }) => title)).toEqual(['居民留言']);

    expect(await rowsOf(desk)).toEqual({ received: 1, 'other.other': 1, total: 1 });
    expect(await inboxOf(resident)).toContain('已经转到网上民声接着办，打开看看');
    const stranger = await server.asResident();
    const theirs = stranger.call('informationRequests.answerConversion', { params, body });
    expect((await problemOf(theirs)).code).toBe('request.not_found');
  });

  it('declined -> it goes on as a request, the officer may ask once more; an answer with a letter counts as 信访举报投诉类', async () => {
    const { resident, desk, params, offer, id } = await offered();
    const body = { offerId: offer.id, isAgreed: false };
    const said = await resident.call('informationRequests.answerConversion', { params, body });
    expect(said).toMatchObject({ status: 'in_progress', conversion: { state: 'declined' }, linked: [] });
    const changed = resident.call('informationRequests.answerConversion', {
      params,
      body: { ...body, isAgreed: true },
    });
    expect((await problemOf(changed)).problem.data).toMatchObject({ reason: '已经回过话了' });
    expect((await desk.call('informationRequests.get', { params })).abilities).toMatchObject({ offerConversion: true });
    await decideRequest(server, id, { kinds: ['complaint'], text: '这是投诉，请向区城市管理局反映。' });
    expect(await rowsOf(desk)).toEqual({ received: 1, 'unhandled.complaint': 1, total: 1 });
  });

  it('decided meanwhile, or an answer waits for a signature -> refused with a sentence, no message is made', async () => {
    const { resident, desk, params, offer, id } = await offered();
    await decideRequest(server, id, { kinds: ['complaint'], text: '这是投诉。' });
    const late = resident.call('informationRequests.answerConversion', {
      params,
      body: { offerId: offer.id, isAgreed: true },
    });
    expect((await problemOf(late)).problem.data).toMatchObject({ reason: '已经答复的申请不能再转' });
    expect(await server.collection('enquiries').countDocuments()).toBe(0);
    const next = await asked();
    await desk.call('staff.informationRequests.propose', {
      params: next.params,
      body: { id: randomUUID(), kinds: ['granted'], text: '给你。' },
    });
    const body = { ...offer, id: randomUUID() };
    const refused = desk.call('staff.informationRequests.offerConversion', { params: next.params, body });
    expect((await problemOf(refused)).code).toBe('request.proposed');
  });
});

describe('message -> request', () => {
  it('asks for papers -> its office sees the words and asks; the request is received when the office confirms it', async () => {
    const { openid, resident, desk, params, id } = await wrote();
    const seen = await desk.call('staff.enquiries.get', { params });
    expect(seen).toMatchObject({ documentSigns: ['复印件', '验收报告'], abilities: { offerConversion: true } });
    const unasked = resident.call('informationRequests.create', { body: fromEnquiry(id) });
    expect((await problemOf(unasked)).problem.data).toMatchObject({ reason: '受理单位没有提出过转为公开申请' });
    expect(await server.collection('informationRequests').countDocuments()).toBe(0);

    const body = { id: randomUUID(), note: '要文件的，申请公开有法定期限。' };
    await desk.call('staff.enquiries.offerConversion', { params, body });
    await desk.call('staff.enquiries.offerConversion', { params, body });
    expect(await inboxOf(resident)).toContain('这件事可以转为公开申请，转不转由你定，打开看看');
    server.clock.set('2026-11-18T02:00:00.000Z');
    const again = await server.asResident(openid);
    const given = fromEnquiry(id);
    const request = await again.call('informationRequests.create', { body: given });
    expect(await again.call('informationRequests.create', { body: given })).toEqual(request);
    expect(request).toMatchObject({ status: 'awaiting_confirmation', receivedOn: null });
    expect(request.linked[0]).toMatchObject({ kind: 'enquiry', id, isEarlier: true, statusText: '已转为公开申请' });
    server.clock.set('2026-11-19T02:00:00.000Z');
    const officer = await server.asStaff('officer', UNIT);
    const registered = await officer.call('staff.informationRequests.register', { params: { id: request.id } });
    expect(registered).toMatchObject({ receivedOn: '2026-11-19', dueOn: '2026-12-17' });
    const over = await (await server.asResident(openid)).call('enquiries.get', { params });
    expect(over).toMatchObject({
      ...{ status: 'withdrawn', statusText: '已转为公开申请', abilities: { convert: false, withdraw: false } },
      own: { conversion: { state: 'agreed' }, nextStep: { dueOn: null } },
    });
    expect(over.own!.linked[0]!.steps.map(({ kind }) => kind)).toEqual(['registered', 'submitted']);

    // And back: a new message, in the same history.
    const back = {
      id: randomUUID(),
      nature: 'consultation' as const,
      kind: 'question' as const,
      note: '原来是想问一件事。',
    };
    await officer.call('staff.informationRequests.offerConversion', { params: { id: request.id }, body: back });
    const turned = await (
      await server.asResident(openid)
    ).call('informationRequests.answerConversion', {
      params: { id: request.id },
      body: { offerId: back.id, isAgreed: true },
    });
    expect(turned.linked.map(({ id: linked, isEarlier }) => [linked, isEarlier])).toEqual([
      [id, true],
      [back.id, false],
    ]);
    const last = await (await server.asResident(openid)).call('enquiries.get', { params: { id: back.id } });
    expect(last.own!.linked.map(({ id: linked }) => linked)).toEqual([id, request.id]);
  });

  it('no -> told to its office, said on both sides, the message goes on with its day; may be asked again', async () => {
    const { openid, resident, desk, params, id } = await wrote();
    const body = { id: randomUUID(), note: '要文件的，可以申请公开。' };
    const { dueOn } = await desk.call('staff.enquiries.offerConversion', { params, body });
    const stranger = await server.asResident();
    const decline = (who = resident, offerId: string = body.id) =>
      who.call('enquiries.declineConversion', { params, body: { offerId } });
    expect((await problemOf(decline(stranger))).code).toBe('enquiry.not_found');
    expect((await problemOf(decline(resident, 'none'))).problem.data).toMatchObject({ reason: '没有在等你回话的提议' });
    server.clock.advance(60_000);
    const said = await decline(await server.asResident(openid));
    expect(await decline(await server.asResident(openid))).toEqual(said);
    expect(said).toMatchObject({
      ...{ status: 'submitted', abilities: { convert: false, withdraw: true } },
      own: { dueOn, conversion: { id: body.id, state: 'declined' } },
    });
    expect(said.own!.timeline[0]).toMatchObject({ kind: 'conversionDeclined', title: '你不转，留言接着办' });
    expect(await server.collection('outbox').countDocuments({ name: 'enquiry.conversion_declined' })).toBe(1);
    const seen = await desk.call('staff.enquiries.get', { params });
    expect(seen).toMatchObject({ dueOn, conversion: { state: 'declined' }, abilities: { offerConversion: true } });
    expect(await server.collection('auditEntries').countDocuments({ action: 'enquiry.conversion_declined' })).toBe(1);
    // The no stands: only a new proposal can be followed.
    const late = (await server.asResident(openid)).call('informationRequests.create', { body: fromEnquiry(id) });
    expect((await problemOf(late)).problem.data).toMatchObject({ reason: '受理单位没有提出过转为公开申请' });
    const bound = await server.asResident();
    await server.deps.modules.identity.api.bindAccount(bound.accountId, desk.staffId);
    expect((await inboxOf(bound)).join()).toContain('留言的人不转为公开申请，请接着办');
    const again = { id: randomUUID(), note: '只有申请才能给盖章的文件。' };
    await desk.call('staff.enquiries.offerConversion', { params, body: again });
    expect((await problemOf(decline(await server.asResident(openid), 'none'))).code).toBe('enquiry.state');
    expect((await decline(await server.asResident(openid), again.id)).own!.conversion).toMatchObject({ id: again.id });
  });

  it('proposals and answers, both ways -> in the personal data of whom they were made to, without who made them', async () => {
    const { openid, resident, desk, params, id } = await wrote();
    const first = { id: randomUUID(), note: '要文件的，可以申请公开。' };
    await desk.call('staff.enquiries.offerConversion', { params, body: first });
    await resident.call('enquiries.declineConversion', { params, body: { offerId: first.id } });
    const second = { id: randomUUID(), note: '只有申请才能给盖章的文件。' };
    await desk.call('staff.enquiries.offerConversion', { params, body: second });
    const request = await resident.call('informationRequests.create', { body: fromEnquiry(id) });
    const officer = await server.asStaff('officer', UNIT);
    await officer.call('staff.informationRequests.register', { params: { id: request.id } });
    const back = { id: randomUUID(), nature: 'consultation', kind: 'question', note: '原来是想问一件事。' } as const;
    await officer.call('staff.informationRequests.offerConversion', { params: { id: request.id }, body: back });
    await resident.call('informationRequests.answerConversion', {
      params: { id: request.id },
      body: { offerId: back.id, isAgreed: false },
    });
    const { records } = await (await server.asResident(openid)).call('me.export');
    const at = expect.any(String);
    expect(records).toMatchObject({
      enquiries: [
        {
          conversionOffers: [
            { ...first, at, answer: { at, isAgreed: false } },
            { ...second, at, answer: { at, isAgreed: true } },
          ],
        },
      ],
      informationRequests: [
        { conversionOffers: [{ id: back.id, at, kind: 'question', note: back.note, answer: { at, isAgreed: false } }] },
      ],
    });
    expect(JSON.stringify(records)).not.toContain('staffId');
  });

  it('answered already, another person, a ticket of the hotline -> refused', async () => {
    const { resident, desk, params, id } = await wrote();
    const body = { id: randomUUID(), note: '要文件的，可以申请公开。' };
    await desk.call('staff.enquiries.offerConversion', { params, body });
    const stranger = await server.asResident();
    const theirs = stranger.call('informationRequests.create', { body: fromEnquiry(id) });
    expect((await problemOf(theirs)).code).toBe('enquiry.not_found');
    await desk.call('staff.enquiries.refuse', { params, body: { toWhom: '物业公司', reason: '请找物业。' } });
    const late = resident.call('informationRequests.create', { body: fromEnquiry(id) });
    expect(await problemOf(late)).toMatchObject({
      code: 'enquiry.state',
      problem: { data: { reason: '已经告诉本人归谁办，不能再转' } },
    });
    const { kind, title, body: words, publicConsent } = newEnquiry();
    const ticket = { id: randomUUID(), ticket: '20261116-7', kind, title, body: words, publicConsent };
    const ours = await desk.call('staff.enquiries.record', { body: { ...ticket, unitId: 'district-office' } });
    const nobody = desk.call('staff.enquiries.offerConversion', {
      params: { id: ours.id },
      body: { ...body, id: randomUUID() },
    });
    expect((await problemOf(nobody)).code).toBe('enquiry.state');
  });
});
