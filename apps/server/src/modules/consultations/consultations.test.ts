import { randomUUID } from 'node:crypto';
import { problemOf, startTestServer, type TestServer } from '../../testing';
import {
  COMMUNITY,
  commentInput,
  consultationInput,
  DISTRICT,
  openConsultation,
  OTHER_UNIT,
  putDistrict,
  STREET,
  UNIT,
} from './consultation.fixtures';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
  await putDistrict(server);
});
afterEach(() => server.stop());

const stored = (name: string, filter: object = {}) => server.collection(name).find(filter).toArray();
const AFTER_WINDOW = '2026-12-16T16:00:00.000Z';
const idsOf = (page: { items: { id: string }[] }) => page.items.map(({ id }) => id);

describe('POST /staff/consultations', () => {
  it('create: district office -> 201 draft with the lawful minimum as its end, audited and told, invisible to others', async () => {
    const office = await server.asStaff('office');
    const body = consultationInput();
    const created = await office.call('staff.consultations.create', { body });
    expect(created).toMatchObject({
      id: body.id,
      state: 'draft',
      kindLabel: '重大行政决策',
      opensOn: '2026-11-16',
      closesOn: '2026-12-16',
      closesAt: AFTER_WINDOW,
      itemCount: 3,
      changedCount: 2,
      unit: { id: UNIT, name: '栖河区民政局' },
    });
    expect(await stored('auditEntries', { subject: body.id })).toMatchObject([{ action: 'consultation.created' }]);
    expect(await stored('outbox', { name: 'consultation.created' })).toHaveLength(1);
    const get = (client: Pick<typeof office, 'call'>) => client.call('consultations.get', { params: { id: body.id } });
    expect((await problemOf(get(server.anonymous))).code).toBe('consultation.not_found');
    expect((await problemOf(get(office))).status).toBe(404);
    expect(idsOf(await server.anonymous.call('consultations.list'))).toEqual([]);
  });

  it('draft: its own unit -> reads it whole with its clauses; another unit -> 404; a role or nobody else -> 403, 401', async () => {
    const office = await server.asStaff('office');
    const body = consultationInput();
    await office.call('staff.consultations.create', { body });
    const input = { params: { id: body.id } };
    const detail = await office.call('staff.consultations.get', input);
    expect(detail).toMatchObject({ id: body.id, state: 'draft', contact: body.contact, background: body.background });
    const { items } = await office.call('staff.consultations.draft', input);
    expect(items).toHaveLength(3);
    const elsewhere = await server.asStaff('editor', { unitId: OTHER_UNIT });
    const [resident, officer] = [await server.asResident(), await server.asStaff('officer')];
    for (const name of ['staff.consultations.get', 'staff.consultations.draft'] as const) {
      expect((await problemOf(elsewhere.call(name, input))).code).toBe('consultation.not_found');
      expect((await problemOf(office.call(name, { params: { id: 'none' } }))).code).toBe('consultation.not_found');
      expect((await problemOf(officer.call(name, input))).status).toBe(403);
      expect((await problemOf(resident.call(name, input))).status).toBe(403);
      expect((await problemOf(server.anonymous.call(name, input))).status).toBe(401);
    }
    await office.call('staff.consultations.open', input);
    expect(await office.call('staff.consultations.get', input)).toMatchObject({ state: 'open' });
  });

  it('create: nobody -> 401, another unit or role -> 403, fields wrong -> 422', async () => {
    const body = consultationInput();
    const create = (client: Pick<TestServer['anonymous'], 'call'>, given: object = body) =>
      problemOf(client.call('staff.consultations.create', { body: given as typeof body }));
    expect((await create(server.anonymous)).status).toBe(401);
    expect((await create(await server.asResident())).status).toBe(403);
    expect((await create(await server.asStaff('officer'))).status).toBe(403);
    expect((await create(await server.asStaff('editor', { unitId: OTHER_UNIT }))).status).toBe(403);
    const office = await server.asStaff('office');
    expect((await create(office, { ...body, question: '' })).status).toBe(422);
    for (const outcomeDueOn of ['2026-11-20', '2026-12-16'])
      expect((await create(office, { ...body, outcomeDueOn })).problem.errors).toMatchObject([
        { path: 'outcomeDueOn' },
      ]);
    expect((await create(office, { ...body, areaIds: ['nowhere'] })).problem.errors).toMatchObject([
      { path: 'areaIds' },
    ]);
    expect((await create(office, { ...body, domainIds: ['nothing'] })).problem.errors).toMatchObject([
      { path: 'domainIds' },
    ]);
    expect((await create(office, { ...body, unitId: 'gone' })).problem.errors).toMatchObject([{ path: 'unitId' }]);
    const twice = { kind: 'clauses', clauses: [1, 2].map(() => ({ id: 'c1', label: '第一条', text: '一样。' })) };
    expect((await create(office, { ...body, draft: twice })).problem.errors).toMatchObject([{ path: 'draft.clauses' }]);
    const noEdition = { kind: 'entries', editionId: 'gone' };
    expect((await create(office, { ...body, draft: noEdition })).problem.errors).toMatchObject([
      { path: 'draft.editionId' },
    ]);
    expect(await stored('consultations')).toHaveLength(0);
  });

  it('create: a window too short -> 422 with the earliest lawful end, unless a reason is given and may be', async () => {
    const office = await server.asStaff('office');
    const create = (over: Parameters<typeof consultationInput>[0]) =>
      office.call('staff.consultations.create', { body: consultationInput({ closesOn: '2026-11-23', ...over }) });
    expect(await problemOf(create({}))).toMatchObject({
      code: 'consultation.window_too_short',
      problem: { data: { minimumClosesOn: '2026-12-16', reasons: [{ code: 'window.reason_missing' }] } },
    });
    expect(await create({ shortenReason: '汛期将到。' })).toMatchObject({ closesOn: '2026-11-23' });
    expect(await problemOf(create({ kind: 'compensationPlan', shortenReason: '汛期将到。' }))).toMatchObject({
      problem: { data: { reasons: [{ code: 'window.not_shortenable' }] } },
    });
  });

  it('create: the same again -> 200 and the same; other content or another person -> 409', async () => {
    const office = await server.asStaff('office');
    const body = consultationInput();
    const first = await office.call('staff.consultations.create', { body });
    expect(await office.call('staff.consultations.create', { body })).toEqual(first);
    const again = (client: typeof office, over: object) =>
      problemOf(client.call('staff.consultations.create', { body: { ...body, ...over } }));
    expect((await again(office, { title: '别的' })).code).toBe('id.conflict');
    expect((await again(await server.asStaff('office'), {})).code).toBe('id.conflict');
    expect(await stored('consultations')).toHaveLength(1);
  });
});

describe('POST /staff/consultations/:id/open', () => {
  it('open: a draft -> public at once, told and audited; again -> 409; another unit -> 404 while a draft, 403 after', async () => {
    const office = await server.asStaff('office');
    const body = consultationInput();
    await office.call('staff.consultations.create', { body });
    const params = { id: body.id };
    const stranger = await server.asStaff('editor', { unitId: OTHER_UNIT });
    expect((await problemOf(stranger.call('staff.consultations.open', { params }))).status).toBe(404);
    expect((await problemOf(server.anonymous.call('staff.consultations.open', { params }))).status).toBe(401);
    expect((await problemOf((await server.asResident()).call('staff.consultations.open', { params }))).status).toBe(
      403,
    );
    expect(await office.call('staff.consultations.open', { params })).toMatchObject({ state: 'open' });
    expect(await stored('outbox', { name: 'consultation.opened' })).toHaveLength(1);
    expect(await stored('auditEntries', { subject: body.id, action: 'consultation.opened' })).toHaveLength(1);
    expect((await problemOf(office.call('staff.consultations.open', { params }))).code).toBe('consultation.state');
    expect((await problemOf(stranger.call('staff.consultations.open', { params }))).status).toBe(403);
    const gone = stranger.call('staff.consultations.open', { params: { id: randomUUID() } });
    expect((await problemOf(gone)).code).toBe('consultation.not_found');
  });

  it('open: days after the planned first day -> the window counts from today, and an end set before is checked anew', async () => {
    const office = await server.asStaff('office');
    const free = consultationInput();
    const fixed = consultationInput({ closesOn: '2026-12-16' });
    for (const body of [free, fixed]) await office.call('staff.consultations.create', { body });
    server.clock.set('2026-11-18T02:00:00.000Z');
    const later = await server.asStaff('office');
    expect(await later.call('staff.consultations.open', { params: { id: free.id } })).toMatchObject({
      opensOn: '2026-11-18',
      closesOn: '2026-12-18',
    });
    expect(await problemOf(later.call('staff.consultations.open', { params: { id: fixed.id } }))).toMatchObject({
      status: 422,
      code: 'consultation.window_too_short',
    });
  });

  it('open: ahead of its first day -> nobody sees it and nobody is told until 00:00 of that day', async () => {
    const office = await server.asStaff('office');
    const { id } = await openConsultation(office, { opensOn: '2026-11-18' });
    expect(await stored('outbox', { name: 'consultation.opened' })).toHaveLength(0);
    expect((await problemOf(server.anonymous.call('consultations.get', { params: { id } }))).status).toBe(404);
    expect(idsOf(await server.anonymous.call('consultations.list', { query: { state: 'open' } }))).toEqual([]);
    await server.runSchedule('consultations.announce');
    expect(await stored('outbox', { name: 'consultation.opened' })).toHaveLength(0);
    server.clock.set('2026-11-17T16:00:00.000Z');
    expect(await server.anonymous.call('consultations.get', { params: { id } })).toMatchObject({ state: 'open' });
    expect(idsOf(await server.anonymous.call('consultations.list', { query: { state: 'open' } }))).toEqual([id]);
    await server.runSchedule('consultations.announce');
    await server.runSchedule('consultations.announce');
    expect(await stored('outbox', { name: 'consultation.opened' })).toHaveLength(1);
  });
});

describe('GET /consultations', () => {
  it('list by state: open ends soonest first, closed and answered latest first, without a flag in the database', async () => {
    const office = await server.asStaff('office');
    const long = await openConsultation(office, { closesOn: '2026-12-30' });
    const short = await openConsultation(office);
    const list = async (state?: 'open' | 'closed' | 'answered') =>
      idsOf(await server.anonymous.call('consultations.list', { query: { state } }));
    expect(await list('open')).toEqual([short.id, long.id]);
    server.clock.set(AFTER_WINDOW);
    expect(await list('open')).toEqual([long.id]);
    expect(await list('closed')).toEqual([short.id]);
    const later = await server.asStaff('office');
    const params = { id: short.id };
    await later.call('staff.consultations.publishOutcome', { params, body: { summary: [] } });
    expect(await list('closed')).toEqual([]);
    expect(await list('answered')).toEqual([short.id]);
    server.clock.set('2026-12-30T16:00:00.000Z');
    expect(await list('closed')).toEqual([long.id]);
    expect((await list()).sort()).toEqual([short.id, long.id].sort());
  });

  it('list: by area with those it lies in, by domain, page by page; unknown area -> empty; bad state -> 422', async () => {
    const office = await server.asStaff('office');
    const everywhere = await openConsultation(office, { domainIds: ['elderly-care'] });
    const street = await openConsultation(office, { areaIds: [STREET] });
    const community = await openConsultation(office, { areaIds: [COMMUNITY] });
    const list = async (query: object) =>
      idsOf(await server.anonymous.call('consultations.list', { query: query as { area?: string } })).sort();
    expect(await list({ area: DISTRICT })).toEqual([everywhere.id]);
    expect(await list({ area: STREET })).toEqual([everywhere.id, street.id].sort());
    expect(await list({ area: COMMUNITY, state: 'open' })).toEqual([everywhere.id, street.id, community.id].sort());
    expect(await list({ area: 'nowhere' })).toEqual([]);
    expect(await list({ domain: 'elderly-care' })).toEqual([everywhere.id]);
    const seen: string[] = [];
    for (let cursor: string | undefined; ;) {
      const page = await server.anonymous.call('consultations.list', { query: { state: 'open', limit: 1, cursor } });
      seen.push(...idsOf(page));
      if (page.nextCursor === null) break;
      cursor = page.nextCursor;
    }
    expect(new Set(seen).size).toBe(3);
    expect(seen).toHaveLength(3);
    expect((await problemOf(list({ state: 'draft' }))).status).toBe(422);
  });

  it('one: anybody -> the same bytes without abilities and 304 when held; logged in -> abilities and how many are mine', async () => {
    const { id } = await openConsultation(await server.asStaff('office'), {
      areaIds: [STREET],
      domainIds: ['elderly-care'],
    });
    const first = await server.anonymous.fetch(`/api/v1/consultations/${id}`);
    const text = await first.text();
    const body = JSON.parse(text) as object;
    expect(body).toMatchObject({
      state: 'open',
      areas: [{ id: STREET, name: '柳荫街道' }],
      domains: [{ id: 'elderly-care', name: '养老服务' }],
      display: 'after_review',
      commentCount: 0,
    });
    expect(body).not.toHaveProperty('abilities');
    expect(body).not.toHaveProperty('mine');
    const held = { 'If-None-Match': first.headers.get('etag')! };
    expect((await server.anonymous.fetch(`/api/v1/consultations/${id}`, { headers: held })).status).toBe(304);
    const resident = await server.asResident();
    await resident.call('consultations.comments.create', { params: { id }, body: commentInput() });
    expect(await resident.call('consultations.get', { params: { id } })).toMatchObject({
      mine: 1,
      abilities: { comment: true, publishOutcome: false },
    });
    expect((await problemOf(server.anonymous.call('consultations.get', { params: { id: 'gone' } }))).status).toBe(404);
  });
});

describe('GET /consultations/:id/draft', () => {
  it('draft: clauses in order with what changed; touched -> without the same ones; page by page', async () => {
    const { id } = await openConsultation(await server.asStaff('office'));
    const draft = await server.anonymous.call('consultations.draft', { params: { id } });
    expect(draft).toEqual({
      kind: 'clauses',
      nextCursor: null,
      items: [
        { id: 'c1', label: '第一条', text: '每个社区设一个助餐点。', before: null, change: 'new', commentCount: 0 },
        {
          id: 'c2',
          label: '第二条',
          text: '补贴每季度公布一次。',
          before: '补贴每年公布一次。',
          change: 'changed',
          commentCount: 0,
        },
        {
          id: 'c3',
          label: '第三条',
          text: '本办法由区民政局解释。',
          before: '本办法由区民政局解释。',
          change: 'same',
          commentCount: 0,
        },
      ],
    });
    const read = (query: object) => server.anonymous.call('consultations.draft', { params: { id }, query });
    expect(idsOf(await read({ change: 'touched' }))).toEqual(['c1', 'c2']);
    const first = await read({ limit: 2 });
    expect(idsOf(first)).toEqual(['c1', 'c2']);
    expect(idsOf(await read({ limit: 2, cursor: first.nextCursor! }))).toEqual(['c3']);
    expect((await problemOf(read({ limit: 101 }))).status).toBe(422);
    const gone = server.anonymous.call('consultations.draft', { params: { id: 'gone' } });
    expect((await problemOf(gone)).status).toBe(404);
  });
});

describe('GET /staff/consultations', () => {
  it('desk list: the unit sees its own, drafts too; the district office all; by state; others 401 and 403', async () => {
    const office = await server.asStaff('office');
    const open = await openConsultation(office);
    const draft = consultationInput();
    const other = consultationInput({ unitId: OTHER_UNIT });
    for (const body of [draft, other]) await office.call('staff.consultations.create', { body });
    const list = async (client: typeof office, state?: 'draft' | 'open' | 'closed') =>
      idsOf(await client.call('staff.consultations.list', { query: { state } })).sort();
    const editor = await server.asStaff('editor', { unitId: UNIT });
    expect(await list(editor)).toEqual([open.id, draft.id].sort());
    expect(await list(office)).toEqual([open.id, draft.id, other.id].sort());
    expect(await list(editor, 'draft')).toEqual([draft.id]);
    expect(await list(editor, 'open')).toEqual([open.id]);
    expect(await list(editor, 'closed')).toEqual([]);
    expect(await list(await server.asStaff('street', { areaId: STREET }))).toEqual([]);
    expect((await problemOf(server.anonymous.call('staff.consultations.list'))).status).toBe(401);
    expect((await problemOf((await server.asResident()).call('staff.consultations.list'))).status).toBe(403);
  });
});
