import { startTestServer, type TestServer } from '../testing';
import { demoUuid, editionId, entryId } from './demo-ids';

const NOW = '2026-11-16T02:00:00.000Z';
const MEALS = 'elderly-care/补贴与服务/老年人助餐补贴发放结果';

/** The district is written once, as at the first start; the tests below only read it. */
let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ now: NOW });
  await server.deps.prepareDemo();
  await server.runWorker();
}, 180_000);
afterAll(() => server.stop());

const command = (output: string[], args: string[] = []) =>
  server.deps.commands
    .find(({ name }) => name === 'demo load')!
    .run(args, { platform: server.deps.platform, output: line => output.push(line) });

const sumOf = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

test('demo district: first start -> every domain has entries, and what is late shows', async () => {
  const { items } = await server.anonymous.call('domains.list', { query: { limit: 100 } });
  expect(items).toHaveLength(26);
  expect(items.filter(domain => domain.entryCount < 20)).toEqual([]);
  const late = items.filter(domain => domain.overdueCount > 0).map(domain => domain.id);
  expect(late.sort()).toEqual(['elderly-care', 'health-services', 'urban-enforcement']);

  const meals = await server.anonymous.call('entries.get', { params: { id: entryId(MEALS) } });
  expect(meals.duty).toMatchObject({ period: 'month', expected: 12, published: 11, overdue: 1 });
  expect(meals.publishers).toEqual([{ id: 'civil-affairs', name: expect.stringContaining('民政局') as string }]);
});

test('demo district: what was read before -> each notice has its count, a domain the sum of its own', async () => {
  const { items } = await server.anonymous.call('domains.list', { query: { limit: 100 } });
  const [most] = [...items].sort((a, b) => b.readCount - a.readCount);
  expect(most?.id).toBe('elderly-care');
  const domain = 'affordable-housing';
  const notices = await server.anonymous.call('notices.list', { query: { domain, limit: 100 } });
  const whole = await Promise.all(
    notices.items.map(({ id }) => server.anonymous.call('notices.get', { params: { id } })),
  );
  expect(items.find(({ id }) => id === domain)?.readCount).toBe(sumOf(whole.map(({ readCount }) => readCount)));
});

test('demo district: every publisher of the catalog -> known units, except schools and villages', async () => {
  const entries = await server
    .collection('catalogEntries')
    .find({ publisherUnitIds: { $size: 0 } })
    .project<{ publisherText: string }>({ publisherText: 1 })
    .toArray();
  const unmapped = new Set(entries.map(({ publisherText }) => publisherText));
  expect([...unmapped].sort()).toEqual(['区级各部门', '各学校', '村民委员会'].sort());
});

test('demo district: consultations -> all states, the draft of entries with what changed, a ledger that adds up', async () => {
  const count = async (state: 'open' | 'closed' | 'answered') =>
    (await server.anonymous.call('consultations.list', { query: { state } })).items.length;
  expect([await count('open'), await count('closed'), await count('answered')]).toEqual([5, 2, 3]);

  const catalog = await server.anonymous.call('consultations.get', {
    params: { id: demoUuid('consultation', 'elderly-catalog') },
  });
  expect(catalog).toMatchObject({ draftKind: 'entries', itemCount: 38, changedCount: 9, state: 'open' });
  const draft = await server.anonymous.call('consultations.draft', {
    params: { id: catalog.id },
    query: { change: 'touched', limit: 50 },
  });
  expect(draft.items.map(item => item.change).sort()).toEqual(
    [...Array<string>(6).fill('changed'), 'new', 'new', 'removed'].sort(),
  );

  const outcome = await server.anonymous.call('consultations.outcome', {
    params: { id: demoUuid('consultation', 'meal-rules') },
  });
  expect(outcome.ledger).toMatchObject({
    received: 42,
    adopted: 11,
    partly: 6,
    notAdopted: 19,
    outOfScope: 4,
    withdrawn: 2,
    duplicates: 2,
    balanced: true,
  });
});

test('demo district: the next edition -> its diff names the comments that made it', async () => {
  const { nextEditionId } = await server.anonymous.call('consultations.outcome', {
    params: { id: demoUuid('consultation', 'housing-catalog') },
  });
  const diff = await server.anonymous.call('editions.diff', {
    params: { id: nextEditionId! },
    query: { limit: 50 },
  });
  const comments = diff.items.flatMap(item => item.commentIds);
  expect(comments.sort()).toEqual([2, 4, 7].map(place => demoUuid('comment', `housing-catalog-${place}`)).sort());
});

test('demo district: a limited notice -> a stub, its body against the printed code only', async () => {
  const id = demoUuid('notice', 'house-valuation');
  const stub = await server.anonymous.call('notices.get', { params: { id } });
  expect([stub.limited?.group, stub.body]).toEqual(['征收范围内', []]);
  const whole = await server.anonymous.call('notices.unlock', { params: { id }, body: { code: 'SCPG58K3' } });
  expect(whole.body.length).toBeGreaterThan(0);
});

test('demo district: files -> a paper, a sheet and a picture in its place open for everybody, those of a limited notice do not', async () => {
  const attached = async (key: string) =>
    (await server.anonymous.call('notices.get', { params: { id: demoUuid('notice', key) } })).attachments;
  const bytesOf = async (id: string) => {
    const answer = await server.anonymous.fetch(`/api/v1/files/${id}`);
    return [answer.status, answer.headers.get('Content-Type'), Buffer.from(await answer.arrayBuffer())] as const;
  };
  const [sheet, paper] = await attached('rent-subsidy-third');
  expect([sheet?.name, paper?.name]).toEqual(['公租房租金补贴名单（第三批）.xlsx', '公租房租金补贴名单公告.pdf']);
  const [sheetStatus, sheetType] = await bytesOf(sheet!.id);
  expect([sheetStatus, sheetType]).toEqual([200, expect.stringContaining('spreadsheetml') as string]);
  const [, paperType, paperBytes] = await bytesOf(paper!.id);
  expect([paperType, paperBytes.subarray(0, 8).toString()]).toEqual(['application/pdf', '%PDF-1.4']);

  const tree = await server.anonymous.call('notices.get', { params: { id: demoUuid('notice', 'old-tree') } });
  const image = tree.body.find(block => block.type === 'image');
  expect(tree.attachments).toMatchObject([{ id: image?.fileId, type: 'image/png' }]);
  expect((await bytesOf(image!.fileId))[0]).toBe(200);

  const id = demoUuid('notice', 'house-valuation');
  expect(await attached('house-valuation')).toEqual([]);
  const whole = await server.anonymous.call('notices.unlock', { params: { id }, body: { code: 'SCPG58K3' } });
  expect((await bytesOf(whole.attachments[0]!.id))[0]).toBe(404);

  const stalls = await server.anonymous.call('consultations.get', {
    params: { id: demoUuid('consultation', 'market-stalls') },
  });
  expect((await bytesOf(stalls.attachments[0]!.id))[1]).toBe('application/pdf');
});

test('demo district: search -> notices, entries, consultations and guides', async () => {
  const kinds = async (q: string) =>
    (await server.anonymous.call('search.query', { query: { q, limit: 50 } })).items.map(hit => hit.kind);
  expect(new Set(await kinds('助餐补贴'))).toEqual(new Set(['notice', 'entry', 'consultation']));
  expect(await kinds('公开指南')).toContain('guide');
});

test('demo district: residents -> requests in every state, messages and subscriptions', async () => {
  const statuses = new Set<string>();
  for (let number = 1; number <= 8; number += 1) {
    const resident = await server.asResident(`demo-resident-${number}`);
    const { items } = await resident.call('me.informationRequests.list', {});
    for (const { id, status } of items) {
      statuses.add(status);
      expect((await resident.call('informationRequests.clock', { params: { id } })).explanation).not.toBe('');
    }
  }
  expect([...statuses].sort()).toEqual([
    'awaiting_confirmation',
    'awaiting_correction',
    'decided',
    'extended',
    'in_progress',
    'paused',
    'withdrawn',
  ]);
  const first = await server.asResident('demo-resident-1');
  expect((await first.call('me.messages.list', {})).items.length).toBeGreaterThan(1);
  expect((await first.call('me.subscriptions.get', {})).items).toHaveLength(4);
  expect((await first.call('me.comments.list', {})).items.length).toBeGreaterThan(2);
});

test('demo district: door to door -> two workers, one round that goes on and one that is over, two buildings too small to show', async () => {
  const [street, office] = [
    await server.asStaff('street', { unitId: 'liuying-street', areaId: 'liuying' }),
    await server.asStaff('office'),
  ];
  const { items } = await street.call('staff.grid.campaigns.list', { query: {} });
  expect(items.map(({ state, figures }) => [state, figures?.doors])).toEqual([
    ['running', 248],
    ['over', 80],
  ]);
  expect(items.every(({ figures, items: brought }) => figures!.reached > 40 && brought.length > 0)).toBe(true);
  const { workers, items: sent } = await street.call('staff.grid.assignments.list', { query: {} });
  expect([workers.length, sent.length]).toEqual([2, 4]);
  const hidden = async (area: string) =>
    (await office.call('staff.grid.coverage', { query: { campaign: items[0]!.id, area } })).items.filter(
      ({ figures }) => figures === null,
    ).length;
  expect([await hidden('liuying-huaiying-g2'), await hidden('liuying-huaiying-g4')]).toEqual([2, 2]);
});

test('demo staff: the password of demo mode -> a session with their roles', async () => {
  for (const username of ['admin', 'officer', 'grid', 'reviewer3']) {
    const session = await server.anonymous.call('auth.staff', { body: { username, password: 'bandeng-demo' } });
    expect(session.account.roles).toHaveLength(1);
  }
});

test('public opinion and duty: one whose hours run, one closed in time; this week has people on duty', async () => {
  const office = await server.asStaff('office');
  const { items } = await office.call('staff.opinions.list', { query: {} });
  expect(items.map(({ gravity, status, duties }) => [gravity, status, duties.map(({ state }) => state)])).toEqual([
    ['major', 'open', ['waiting', 'waiting']],
    ['general', 'open', ['none', 'none']],
    ['major', 'closed', ['done', 'done']],
  ]);
  const { days } = await office.call('staff.duty.get', { params: { id: 'civil-affairs' }, query: {} });
  expect(days.filter(({ isOff, main }) => !isOff && main === null)).toEqual([]);
});

test('demo officer: logged in by the picker -> has the queue of what is due, and is chased in the inbox', async () => {
  const officer = await server.asResident('demo-officer');
  expect((await officer.call('me.get')).roles).toMatchObject([{ role: 'officer' }]);
  const { items } = await officer.call('staff.informationRequests.list', { query: { dueBy: '2099-12-31' } });
  expect(items.length).toBeGreaterThan(0);
  server.clock.advance(60 * 86_400_000);
  try {
    await server.runSchedule('information-requests.chase');
    await server.runWorker();
    const later = await server.asResident('demo-officer');
    const kinds = (await later.call('me.messages.list', { query: { limit: 100 } })).items.map(item => item.kind);
    expect(kinds).toEqual(expect.arrayContaining(['information-request.answer_due']));
  } finally {
    server.clock.set(NOW);
  }
});

test('demo load: a second time -> nothing changes and says so', async () => {
  const before = await server.collection('audit').countDocuments();
  const lines: string[] = [];
  await command(lines);
  await server.deps.prepareDemo();
  expect(lines).toEqual(['演示数据已经在了，没有改动。']);
  expect(await server.collection('audit').countDocuments()).toBe(before);
});

test('demo load: what is late is asked for -> a task of its unit, told to nobody twice', async () => {
  const office = await server.asStaff('office');
  expect((await office.call('staff.nudges.list')).items).toEqual([
    expect.objectContaining({ entryId: entryId(MEALS), count: 3, unitIds: ['civil-affairs'] }),
  ]);
});

test('demo load: an expert read the draft -> a panel that is over, each of its notes answered', async () => {
  const office = await server.asStaff('office');
  const { items } = await office.call('staff.rounds.list', { params: { id: editionId('elderly-draft') }, query: {} });
  expect(items).toEqual([expect.objectContaining({ state: 'closed', noteCount: 3, unanswered: 0 })]);
  const notes = await office.call('staff.rounds.notes', { params: { id: items[0]!.id }, query: {} });
  expect(notes.items.map(note => note.entryName)).toEqual(['老年人助餐补贴发放结果', '养老机构消防安全检查', null]);
});

test('demo load: a start with an earlier clock -> every list answers, nothing of later is shown', async () => {
  server.clock.set('2026-09-01T02:00:00.000Z');
  try {
    const { items } = await server.anonymous.call('notices.list', { query: { limit: 100 } });
    expect(items.filter(notice => notice.publishedAt > '2026-09-01T02:00:00.000Z')).toEqual([]);
    expect(items).toHaveLength(100);
    await server.anonymous.call('domains.list', { query: { limit: 100 } });
    await server.anonymous.call('consultations.list', {});
    const meals = await server.anonymous.call('entries.get', { params: { id: entryId(MEALS) } });
    expect(meals.duty?.periods).toHaveLength(12);
  } finally {
    server.clock.set(NOW);
  }
});

describe('a database of another state', () => {
  let other: TestServer;
  beforeEach(async () => {
    other = await startTestServer({ now: NOW });
  });
  afterEach(() => other.stop());

  test('demo load: units of a real district -> refused, nothing written', async () => {
    const unit = {
      _id: 'u1',
      name: '某某局',
      shortName: '某局',
      kind: 'department' as const,
      areaId: null,
      phone: null,
      address: null,
      officeHours: null,
      takesRequests: false,
    };
    await other.deps.modules.organization.api.put({ units: [unit] });
    await other.deps.prepareDemo();
    const load = other.deps.commands.find(({ name }) => name === 'demo load')!;
    const run = load.run([], { platform: other.deps.platform, output: () => undefined });
    await expect(run).rejects.toThrow('数据库不是空的');
    expect(await other.collection('notices').countDocuments()).toBe(0);
  });

  test('demo load: broken off in the middle -> the next start finishes it with the dates of the first', async () => {
    const notices = other.deps.modules.notices.api;
    const load = notices.load.bind(notices);
    notices.load = async given => {
      await load(given.slice(0, 7));
      throw new Error('power cut');
    };
    await expect(other.deps.prepareDemo()).rejects.toThrow('power cut');
    notices.load = load;
    other.clock.advance(3_600_000);
    await other.deps.prepareDemo();
    const ids = (await other.collection('notices').find({}).project({ _id: 1 }).toArray()).map(({ _id }) => _id);
    expect(ids).toContain(demoUuid('notice', 'rent-subsidy-third'));
    expect(ids).toHaveLength(await server.collection('notices').countDocuments());
    expect((await other.collection('demoLoads').findOne({}))?.at).toEqual(new Date(NOW));
  }, 120_000);
});

test('demo district: drafts -> one being written with words to look at, one before its reviewer, one on record', async () => {
  const office = await server.asStaff('office');
  const { items } = await office.call('staff.drafts.list', { query: {} });
  expect(items.map(({ state, attribute }) => [state, attribute]).sort()).toEqual([
    ['filed', 'withheld'],
    ['in_review', 'active'],
    ['writing', 'active'],
  ]);
  const writing = items.find(({ state }) => state === 'writing')!;
  const { faults, wording } = await office.call('staff.drafts.check', { params: { id: writing.id }, query: {} });
  expect([faults, wording.map(({ text }) => text)]).toEqual([[], ['聋哑人', '截止到', '绝对安全']]);
});
