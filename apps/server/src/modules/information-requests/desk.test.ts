import { randomUUID } from 'node:crypto';
import { noticeSource, putDistrict, uploadFile } from '../../fixtures/district';
import { problemOf, startTestServer, type TestServer } from '../../testing';
import { decideRequest, newRequest, PERSON } from './information-requests.fixtures';

let server: TestServer;
beforeEach(async () => {
  // A Monday at ten in Shanghai.
  server = await startTestServer({ now: '2026-11-16T02:00:00.000Z' });
  await putDistrict(server);
});
afterEach(() => server.stop());

const officer = () => server.asStaff('officer', { unitId: 'district-office' });
const head = () => server.asStaff('head', { unitId: 'district-office' });
const eventsOf = async (name: string) =>
  (await server.collection('outbox').find({ name }).toArray()).map(entry => entry.event as Record<string, unknown>);

async function submitted(openid?: string) {
  const resident = await server.asResident(openid);
  const request = await resident.call('informationRequests.create', { body: newRequest() });
  return { resident, request, id: request.id };
}
async function registered(openid?: string) {
  const made = await submitted(openid);
  const desk = await officer();
  const request = await desk.call('staff.informationRequests.register', { params: { id: made.id } });
  return { ...made, desk, request };
}

describe('POST /staff/information-requests/:id/decide', () => {
  it('decide: refused in part -> label, article and remedy; the file is the applicant’s once it is decided, and nobody else’s', async () => {
    const { desk, resident, id } = await registered();
    const { body: file } = await uploadFile(desk, Buffer.from('%PDF-1.4\n%%EOF\n'), { name: '答复书.pdf' });
    const read = async (client: typeof resident | typeof server.anonymous) =>
      (await client.fetch(`/api/v1/files/${file.id}`)).status;
    const proposalId = randomUUID();
    const proposed = await desk.call('staff.informationRequests.propose', {
      params: { id },
      body: {
        ...{ id: proposalId, attachmentIds: [file.id], noticeIds: [] },
        ...{ kinds: ['partial', 'denied_third_party'], text: '总额公开，名单涉及他人。' },
      },
    });
    expect(proposed).toMatchObject({ status: 'in_progress', decision: null, proposals: [{ attachments: [file] }] });
    expect([await read(resident), await read(await officer())]).toEqual([404, 200]);
    const params = { id };
    await (
      await server.asStaff('legal', { unitId: 'district-office' })
    ).call('staff.informationRequests.review', { params, body: { proposalId, isAgreed: true, note: '同意' } });
    const decided = await (
      await head()
    ).call('staff.informationRequests.decide', { params, body: { proposalId, isApproved: true } });
    expect(decided).toMatchObject({ status: 'decided', nextStep: { who: '已办完' } });
    const { decision } = await resident.call('informationRequests.get', { params });
    expect(decision).toMatchObject({ decidedOn: '2026-11-16', attachments: [{ id: file.id, name: '答复书.pdf' }] });
    expect(decision!.kinds.map(kind => kind.kind)).toEqual(['partial', 'denied_third_party']);
    expect(decision!.remedy).toContain('栖河区人民政府');
    expect(await read(resident)).toBe(200);
    expect(await read(await server.asResident())).toBe(404);
    expect(await read(await server.asStaff('evaluator'))).toBe(404);
    expect(await read(server.anonymous)).toBe(404);
    const later = { params, body: { id: randomUUID(), kinds: ['granted' as const], text: '又给' } };
    expect((await problemOf(desk.call('staff.informationRequests.propose', later))).code).toBe('request.state');
  });

  it('decide: granted -> no remedy is needed; points to what is public, and to nothing that is not', async () => {
    const { desk, id } = await registered();
    const publisher = await server.asStaff('office', { unitId: 'housing' });
    const notice = await publisher.call('staff.notices.create', { body: { ...noticeSource(), id: randomUUID() } });
    const decide = (noticeIds: string[]) => decideRequest(server, id, { officer: desk, noticeIds });
    expect((await problemOf(decide(['nothing']))).code).toBe('notice.not_found');
    expect(await decide([notice.id])).toMatchObject({ decision: { remedy: null, noticeIds: [notice.id] } });
  });

  it('propose: before it is registered -> 409; decide by an officer, propose by the head -> 403', async () => {
    const { id } = await submitted();
    const [params, body] = [{ id }, { id: randomUUID(), kinds: ['granted' as const], text: '给' }];
    const decide = { params, body: { proposalId: body.id, isApproved: true as const } };
    const [desk, chief] = [await officer(), await head()];
    const codes = [
      await problemOf(desk.call('staff.informationRequests.propose', { params, body })),
      await problemOf(desk.call('staff.informationRequests.decide', decide)),
      await problemOf(chief.call('staff.informationRequests.propose', { params, body })),
    ].map(({ code, status }) => [status, code]);
    expect(codes).toEqual([
      [409, 'request.state'],
      [403, 'auth.forbidden'],
      [403, 'auth.forbidden'],
    ]);
  });
});

describe('POST /staff/information-requests/:id/lapse', () => {
  async function correctionAsked() {
    const made = await registered('o-applicant');
    const body = { items: '请写明楼栋', deadline: '2026-11-25' };
    await made.desk.call('staff.informationRequests.askCorrection', { params: { id: made.id }, body });
    await server.runWorker();
    const reason = '两次电话没有人接，也没有说明理由。';
    return { id: made.id, lapse: { params: { id: made.id }, body: { reason } } };
  }

  it('lapse: deadline over -> given up, said in the timeline with the remedy, told to the applicant, audited', async () => {
    const { id, lapse } = await correctionAsked();
    server.clock.set('2026-11-26T02:00:00.000Z');
    const [desk, resident] = [await officer(), await server.asResident('o-applicant')];
    const before = await desk.call('informationRequests.get', { params: { id } });
    expect(before.abilities).toMatchObject({ lapse: true });
    const lapsed = await desk.call('staff.informationRequests.lapse', lapse);
    expect(lapsed).toMatchObject({ status: 'lapsed', dueOn: null, abilities: { lapse: false, propose: false } });
    const stored = await server.collection<{ _id: string }>('informationRequests').findOne({ _id: id });
    expect(stored).toMatchObject({ status: 'lapsed' });
    const [entry] = await server.collection('auditEntries').find({ action: 'information-request.lapsed' }).toArray();
    expect(entry).toMatchObject({ subject: id, actor: `staff:${desk.staffId}`, fields: ['status'] });

    await server.runWorker();
    const { items } = await resident.call('me.messages.list');
    expect(items[0]).toMatchObject({ kind: 'information-request.lapsed', link: { kind: 'information-request', id } });
    const { timeline } = await resident.call('informationRequests.get', { params: { id } });
    expect(timeline[0]).toMatchObject({ kind: 'correctionLapsed', title: '过期没有补正，不再处理' });
    for (const words of ['两次电话没有人接', '可以重新申请', '栖河区人民政府'])
      expect(timeline[0]!.text).toContain(words);
    const body = { id: randomUUID(), content: { name: '槐影社区三号楼加装电梯补助明细' } };
    const late = resident.call('informationRequests.correct', { params: { id }, body });
    expect((await problemOf(late)).code).toBe('request.state');
  });

  it('lapse: on the last day, or nothing was asked -> 409 with the rule; the ability says so', async () => {
    const { id, lapse } = await correctionAsked();
    server.clock.set('2026-11-25T10:00:00.000Z');
    const desk = await officer();
    expect((await desk.call('informationRequests.get', { params: { id } })).abilities).toMatchObject({ lapse: false });
    expect(await problemOf(desk.call('staff.informationRequests.lapse', lapse))).toMatchObject({
      status: 409,
      code: 'request.state',
      problem: { data: { rule: 'request.correction_not_over' } },
    });
    const other = await registered();
    const call = other.desk.call('staff.informationRequests.lapse', { ...lapse, params: { id: other.id } });
    expect((await problemOf(call)).code).toBe('request.state');
    expect(await eventsOf('information-request.lapsed')).toEqual([]);
  });

  it('lapse: nobody -> 401; not the officer -> 403; of another unit -> 404; without a reason -> 422', async () => {
    const { lapse } = await correctionAsked();
    server.clock.set('2026-11-26T02:00:00.000Z');
    const statusOf = async (client: Parameters<typeof problemOf>[0]) => (await problemOf(client)).status;
    expect(await statusOf(server.anonymous.call('staff.informationRequests.lapse', lapse))).toBe(401);
    expect(await statusOf((await head()).call('staff.informationRequests.lapse', lapse))).toBe(403);
    const elsewhere = await server.asStaff('officer', { unitId: 'housing' });
    expect(await statusOf(elsewhere.call('staff.informationRequests.lapse', lapse))).toBe(404);
    const silent = { ...lapse, body: { reason: ' ' } };
    expect(await statusOf((await officer()).call('staff.informationRequests.lapse', silent))).toBe(422);
  });

  it('chase: the day after the deadline -> the office is reminded to decide, not before', async () => {
    const { id } = await correctionAsked();
    server.clock.set('2026-11-25T10:00:00.000Z');
    await server.runSchedule('information-requests.chase');
    expect(await eventsOf('information-request.correction_over')).toEqual([]);
    server.clock.set('2026-11-26T02:00:00.000Z');
    await server.runSchedule('information-requests.chase');
    await server.runSchedule('information-requests.chase');
    expect(await eventsOf('information-request.correction_over')).toMatchObject([{ requestId: id, on: '2026-11-26' }]);
  });
});

describe('withdraw, reveal, suggestions, chase', () => {
  it('withdraw: by the applicant, once and again -> withdrawn; by another -> 404', async () => {
    const { resident, id } = await registered();
    const input = { params: { id }, body: { reason: '找到了' } };
    expect((await problemOf((await server.asResident()).call('informationRequests.withdraw', input))).status).toBe(404);
    expect(await resident.call('informationRequests.withdraw', input)).toMatchObject({ status: 'withdrawn' });
    expect(await resident.call('informationRequests.withdraw', input)).toMatchObject({ status: 'withdrawn' });
    expect(await eventsOf('information-request.withdrawn')).toHaveLength(1);
  });

  it('reveal: of an applicant who closed the account -> the number, audited without the words', async () => {
    const { desk, resident, id } = await registered();
    await resident.call('me.close');
    const reveal = { params: { id }, body: { field: 'phone' as const, reason: '邮寄答复书' } };
    expect(await desk.call('staff.informationRequests.reveal', reveal)).toEqual({ value: PERSON.phone });
    const [entry] = await server.collection('auditEntries').find({ action: 'information-request.revealed' }).toArray();
    expect(entry).toMatchObject({ subject: id, fields: ['phone'], actor: `staff:${desk.staffId}` });
    expect(entry).not.toHaveProperty('sealedReason');
  });

  it('reveal: with a reason -> one number; audited with its field, the reason under the person’s key', async () => {
    const { desk, id } = await registered();
    const reveal = { params: { id }, body: { field: 'idNumber' as const, reason: '核对身份' } };
    expect(await desk.call('staff.informationRequests.reveal', reveal)).toEqual({ value: PERSON.idDocument.number });
    const [entry] = await server.collection('auditEntries').find({ action: 'information-request.revealed' }).toArray();
    expect(entry).toMatchObject({ subject: id, fields: ['idNumber'], actor: `staff:${desk.staffId}` });
    expect(JSON.stringify(entry)).not.toContain('核对身份');
    expect(JSON.stringify(entry)).not.toContain(PERSON.idDocument.number);
    const legal = await server.asStaff('legal');
    expect((await problemOf(legal.call('staff.informationRequests.reveal', reveal))).status).toBe(403);
    const silent = { params: { id }, body: { field: 'idNumber' as const, reason: ' ' } };
    expect((await problemOf(desk.call('staff.informationRequests.reveal', silent))).status).toBe(422);
  });

  it('suggestions: anybody, before filing -> what is public already, with the words that match', async () => {
    const publisher = await server.asStaff('office', { unitId: 'housing' });
    await publisher.call('staff.notices.create', { body: { ...noticeSource(), id: randomUUID() } });
    await server.runWorker();
    const { items } = await server.anonymous.call('informationRequests.suggestions', {
      body: { text: '我想知道加装电梯一共补助了多少' },
    });
    expect(items).toEqual([expect.objectContaining({ kind: 'notice', title: '老旧小区加装电梯补助办法' })]);
    expect(items[0]!.matched).toContain('电梯');
    expect(
      (await server.anonymous.call('informationRequests.suggestions', { body: { text: '水库鱼苗' } })).items,
    ).toEqual([]);
  });

  it('chase: on the last day, run often -> the office is reminded once that day, and again the next', async () => {
    const { id } = await submitted();
    await server.runSchedule('information-requests.chase');
    expect(await eventsOf('information-request.registration_due')).toEqual([]);
    server.clock.set('2026-11-17T01:00:00.000Z');
    await server.runSchedule('information-requests.chase');
    await server.runSchedule('information-requests.chase');
    server.clock.set('2026-11-18T01:00:00.000Z');
    await server.runSchedule('information-requests.chase');
    const due = await eventsOf('information-request.registration_due');
    expect(due.map(event => [event.requestId, event.on])).toEqual([
      [id, '2026-11-17'],
      [id, '2026-11-18'],
    ]);
  });

  it('export: what a person filed -> whole, and nobody else’s', async () => {
    const { resident } = await submitted();
    const mine = JSON.stringify(await resident.call('me.export'));
    expect(mine).toContain(PERSON.idDocument.number);
    expect(JSON.stringify(await (await server.asResident()).call('me.export'))).not.toContain(PERSON.name);
  });
});
