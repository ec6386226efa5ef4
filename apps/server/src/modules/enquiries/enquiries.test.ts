import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { putDistrict, uploadFile } from '../../fixtures/district';
import { problemOf, startTestServer, type TestServer } from '../../testing';
import { enquiriesOn, newEnquiry, SOLVED } from './enquiry.fixtures';

// Each test starts a server and several people: on a busy machine that takes longer than five seconds.
jest.setTimeout(60_000);

let server: TestServer;
let on: ReturnType<typeof enquiriesOn>;
beforeEach(async () => {
  // A Monday at ten in Shanghai.
  server = await startTestServer({ now: '2026-11-16T02:00:00.000Z' });
  await putDistrict(server);
  on = enquiriesOn(server);
});
afterEach(() => server.stop());

describe('POST /enquiries', () => {
  it('create: a question -> number, due in five working days, receipt known, who wrote it sealed, one event', async () => {
    const { resident, body, enquiry } = await on.submitted({ place: { areaId: 'huaiying', note: '槐影巷口' } });
    expect(enquiry).toMatchObject({
      number: '民声〔2026〕0001',
      status: 'submitted',
      unit: { id: 'district-office' },
      isPublic: false,
      own: {
        dueOn: '2026-11-23',
        place: '栖河区 › 柳营街道 › 槐影社区 › 槐影巷口',
        nextStep: { who: '栖河区人民政府办公室', dueOn: '2026-11-17', remaining: '还剩 1 个工作日' },
        contact: body.contact,
        timeline: [{ kind: 'submitted', by: '留言人' }],
      },
      abilities: { withdraw: true, rate: false, reopen: false },
    });
    const { hash } = enquiry.own!.receipt;
    expect(await server.anonymous.call('receipts.get', { params: { hash } })).toMatchObject({
      known: true,
      kind: 'enquiry',
    });
    const stored = JSON.stringify(await server.collection('enquiries').find({}).toArray());
    for (const word of [body.contact!.name!, body.contact!.phone!]) expect(stored).not.toContain(word);
    expect(await on.eventsOf('enquiry.submitted')).toEqual([expect.objectContaining({ enquiryId: enquiry.id })]);

    const again = await resident.fetch('/api/v1/enquiries', {
      ...{ method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } },
    });
    expect(again.status).toBe(200);
    const other = { ...body, title: '换一件事' };
    expect((await problemOf(resident.call('enquiries.create', { body: other }))).code).toBe('id.conflict');
    const neighbour = await server.asResident();
    expect((await problemOf(neighbour.call('enquiries.create', { body }))).code).toBe('id.conflict');
    expect((await neighbour.call('enquiries.create', { body: newEnquiry() })).number).toBe('民声〔2026〕0002');
  });

  it('create: nobody, staff, an unknown area or unit, five photos, somebody else’s photo -> refused', async () => {
    const body = newEnquiry();
    expect((await problemOf(server.anonymous.call('enquiries.create', { body }))).status).toBe(401);
    expect((await problemOf((await on.office()).call('enquiries.create', { body }))).status).toBe(403);
    const resident = await server.asResident();
    const codeOf = async (changes: Parameters<typeof newEnquiry>[0]) =>
      (await problemOf(resident.call('enquiries.create', { body: newEnquiry(changes) }))).code;
    expect(await codeOf({ place: { areaId: 'nowhere' } })).toBe('area.not_found');
    expect(await codeOf({ unitId: 'nobody' })).toBe('unit.not_found');
    expect(await codeOf({ photoIds: Array.from({ length: 5 }, () => randomUUID()) })).toBe('request.invalid');
    const png = await sharp({ create: { width: 4, height: 4, channels: 3, background: '#888' } })
      .png()
      .toBuffer();
    const theirs = await uploadFile(await server.asResident(), png);
    expect(await codeOf({ photoIds: [theirs.body.id] })).toBe('file.not_found');
  });
});

describe('from a message to its answer', () => {
  it('the whole way: accepted, assigned, helped, drafted, sent back, looked at -> each sees what is theirs', async () => {
    const { resident, params, desk, editor } = await on.assigned();
    const joint = await server.asStaff('editor', { unitId: 'silent' });
    const said = { id: randomUUID(), text: '灯杆去年移交给住建局了。' };
    for (let turn = 0; turn < 2; turn += 1) await joint.call('staff.enquiries.contribute', { params, body: said });
    expect((await problemOf(joint.call('staff.enquiries.answer', { params, body: SOLVED }))).status).toBe(403);
    await editor.call('staff.enquiries.answer', { params, body: { outcome: 'explained', text: '正在查。' } });
    const waiting = await resident.call('enquiries.get', { params });
    expect(waiting).toMatchObject({ status: 'drafted', answer: null });
    expect(JSON.stringify(waiting)).not.toContain('正在查');
    await desk.call('staff.enquiries.sendBack', { params, body: { reason: '查清楚再写' } });
    await editor.call('staff.enquiries.answer', { params, body: SOLVED });
    const seen = await desk.call('staff.enquiries.approve', { params });
    expect(seen).toMatchObject({
      status: 'answered',
      contact: { name: '穆*禾', phone: '199****0001' },
      contributions: [{ unit: { name: '区议事办' }, text: said.text }],
      answer: { outcomeText: '解决了', unit: { id: 'housing' } },
      abilities: { publish: true, approve: false },
    });
    expect(seen.contributions).toHaveLength(1);

    const own = await resident.call('enquiries.get', { params });
    expect(own).toMatchObject({ status: 'answered', answer: { text: SOLVED.text, outcomeText: '解决了' } });
    expect(own.own!.timeline.map(({ kind }) => kind)).toEqual(['answered', 'assigned', 'accepted', 'submitted']);
    expect(JSON.stringify(own)).not.toMatch(/查清楚再写|灯杆去年/);
    await server.runWorker();
    const { items } = await resident.call('me.messages.list');
    expect(items.map(({ kind }) => kind).sort()).toEqual(['enquiry.accepted', 'enquiry.answered']);
    expect(items[0]).toMatchObject({ link: { kind: 'enquiry', id: params.id } });
  });

  it('rights: another unit -> 404, the main unit does not take in -> 403, whoever wrote the answer does not approve it', async () => {
    const { resident, params, desk, editor } = await on.assigned();
    const elsewhere = await server.asStaff('editor', { unitId: 'nowhere' });
    expect((await problemOf(elsewhere.call('staff.enquiries.get', { params }))).code).toBe('enquiry.not_found');
    expect((await elsewhere.call('staff.enquiries.list')).items).toEqual([]);
    const body = { reason: '退' };
    expect(
      (
        await problemOf(
          (await server.asStaff('street', { unitId: 'housing' })).call('staff.enquiries.sendBack', { params, body }),
        )
      ).code,
    ).toBe('auth.forbidden');
    expect((await problemOf(editor.call('enquiries.get', { params }))).code).toBe('enquiry.not_found');
    expect((await problemOf((await server.asResident()).call('enquiries.get', { params }))).code).toBe(
      'enquiry.not_found',
    );
    expect((await problemOf(server.anonymous.call('enquiries.get', { params }))).code).toBe('enquiry.not_found');
    const both = await server.asStaff('office');
    await both.call('staff.enquiries.answer', { params, body: SOLVED });
    expect((await problemOf(both.call('staff.enquiries.approve', { params }))).code).toBe('enquiry.own_draft');
    expect(await desk.call('staff.enquiries.approve', { params })).toMatchObject({ status: 'answered' });
    expect((await problemOf(resident.call('enquiries.withdraw', { params, body: {} }))).code).toBe('enquiry.state');
  });

  it('not ours: said to whom it belongs -> that is the answer; a plan needs its day, others have none', async () => {
    const { resident, params } = await on.submitted();
    const desk = await on.office();
    await desk.call('staff.enquiries.refuse', { params, body: { toWhom: '栖河供电公司', reason: '电表归他们管。' } });
    expect(await resident.call('enquiries.get', { params })).toMatchObject({
      status: 'not_ours',
      answer: { outcome: 'not_ours', text: '这件事归栖河供电公司办。电表归他们管。' },
      abilities: { rate: true, reopen: true, withdraw: false },
    });
    const other = await on.assigned();
    const draft = (body: object) =>
      problemOf(other.editor.call('staff.enquiries.answer', { params: other.params, body: body as typeof SOLVED }));
    expect((await draft({ outcome: 'planned', text: '明年修。' })).code).toBe('request.invalid');
    expect((await draft({ ...SOLVED, plannedOn: '2027-03-31' })).code).toBe('request.invalid');
  });

  it('reveal: with a reason -> the number; audited with its field, the words under the person’s key', async () => {
    const { params, editor } = await on.assigned();
    const body = { field: 'phone' as const, reason: '约时间上门看看' };
    expect(await editor.call('staff.enquiries.reveal', { params, body })).toEqual({ value: '19900000001' });
    const [entry] = await server.collection('auditEntries').find({ action: 'enquiry.revealed' }).toArray();
    expect(entry).toMatchObject({ subject: params.id, fields: ['phone'], actor: `staff:${editor.staffId}` });
    expect(JSON.stringify(entry)).not.toContain(body.reason);
    const supervisor = await server.asStaff('supervisor');
    expect((await problemOf(supervisor.call('staff.enquiries.reveal', { params, body }))).status).toBe(403);
  });
});
