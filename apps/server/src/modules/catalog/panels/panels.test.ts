import { randomUUID } from 'node:crypto';
import { problemOf, startTestServer, type TestServer } from '../../../testing';
import { forgetCatalog, HOUSING, putInForce, putUnits } from '../catalog.fixtures';

// On a busy machine an import and several logins take longer than five seconds.
jest.setTimeout(60_000);

type Client = Awaited<ReturnType<TestServer['asStaff']>>;
let server: TestServer;
let office: Client;
let expert: Client;
let editionId: string;
beforeAll(async () => {
  server = await startTestServer();
  await putUnits(server);
});
beforeEach(async () => {
  server.clock.set('2026-11-16T02:00:00.000Z');
  office = (await putInForce(server)).office as Client;
  expert = await server.asStaff('evaluator');
  editionId = randomUUID();
  await office.call('staff.editions.create', { body: { id: editionId, title: '修订', domainIds: [HOUSING] } });
});
afterEach(async () => {
  await forgetCatalog(server);
  for (const name of ['catalogRounds', 'catalogNotes'])
    await server.collection<{ _id: string }>(name).deleteMany({ _id: { $gte: '' } });
});
afterAll(() => server.stop());

const open = async (changes: object = {}) => {
  const body = {
    id: randomUUID(),
    kind: 'expert' as const,
    memberIds: [expert.staffId],
    dueOn: '2026-12-10',
    ...changes,
  };
  return office.call('staff.rounds.open', { params: { id: editionId }, body });
};
const entries = (client: Client) =>
  client.call('staff.editions.entries', { params: { id: editionId }, query: { limit: 100 } });
const write = (
  id: string,
  { noteId = randomUUID() as string, entryId = null as string | null, body = '时限写得不清楚。' } = {},
) => expert.call('staff.rounds.writeNote', { params: { id, noteId }, body: { entryId, body } });
const answer = (client: Client, id: string, noteId: string) =>
  client.call('staff.rounds.answerNote', {
    params: { id, noteId },
    body: { verdict: 'adopted', words: '改成了每月。' },
  });
const freeze = (id = editionId) =>
  office.call('staff.editions.freeze', { params: { id }, body: { number: `2026-${randomUUID().slice(0, 8)}` } });
const close = (id: string) =>
  office.call('staff.rounds.close', { params: { id }, body: { conclusion: '改好即可定稿' } });
const waiting = async (client: Client) =>
  (await client.call('staff.desk', { query: {} })).tasks.filter(({ kind }) => kind === 'round');

describe('a panel on a draft edition', () => {
  it('from asking to the final edition: it is read, noted, answered and concluded; until then nothing is frozen', async () => {
    expect((await problemOf(entries(expert))).code).toBe('edition.not_found');
    const { id } = await open();
    expect(await waiting(expert)).toEqual([
      expect.objectContaining({ recordId: id, title: '修订', step: '看草案，提意见', dueOn: '2026-12-10' }),
    ]);
    const [entry] = (await entries(expert)).items;
    expect(entry!.mayEdit).toBe(false);
    const ofEntry = await write(id, { entryId: entry!.id });
    server.clock.advance(60_000);
    const ofWhole = await write(id, { body: '缺少退出机制。' });
    expect((await problemOf(freeze())).code).toBe('edition.round_open');
    expect((await problemOf(close(id))).code).toBe('round.unanswered');
    for (const note of [ofEntry, ofWhole]) await answer(office, id, note.id);
    const { items } = await expert.call('staff.rounds.notes', { params: { id }, query: {} });
    expect(items.map(({ entryId, body, answer: given }) => [entryId, body, given?.verdict, given?.words])).toEqual([
      [entry!.id, '时限写得不清楚。', 'adopted', '改成了每月。'],
      [null, '缺少退出机制。', 'adopted', '改成了每月。'],
    ]);
    expect(await close(id)).toMatchObject({ state: 'closed', conclusion: '改好即可定稿', noteCount: 2, unanswered: 0 });
    expect(await waiting(expert)).toEqual([]);
    expect((await problemOf(write(id))).code).toBe('round.closed');
    expect((await problemOf(answer(office, id, ofWhole.id))).code).toBe('round.closed');
    expect((await freeze()).state).toBe('frozen');
    expect((await problemOf(open())).code).toBe('edition.state');
    const audited = await server.collection('auditEntries').find({ subject: id }).sort({ _id: 1 }).toArray();
    expect(audited.map(({ action, to }) => [action, to])).toEqual([
      ['round.opened', 'open'],
      ['round.closed', 'closed'],
    ]);
  });

  it('a note: changed and taken back by its author while nobody answered it, by nobody else', async () => {
    const { id } = await open();
    const { id: noteId } = await write(id);
    expect((await write(id, { noteId, body: '时限请写明天数。' })).body).toBe('时限请写明天数。');
    const other = await server.asStaff('evaluator');
    const foreign = other.call('staff.rounds.notes', { params: { id }, query: {} });
    expect((await problemOf(foreign)).code).toBe('round.not_found');
    await answer(office, id, noteId);
    expect((await problemOf(write(id, { noteId }))).code).toBe('note.answered');
    const takeBack = (name: string) => expert.call('staff.rounds.takeBackNote', { params: { id, noteId: name } });
    expect((await problemOf(takeBack(noteId))).code).toBe('note.answered');
    const { id: second } = await write(id);
    await takeBack(second);
    expect((await problemOf(takeBack(second))).code).toBe('note.not_found');
    expect((await problemOf(write(id, { entryId: 'nowhere' }))).code).toBe('entry.not_found');
  });

  it('an answer: of a unit for what it publishes, of the office for the whole; a panel: asked by the office of the district', async () => {
    const { id } = await open();
    const entry = await server.collection('catalogEntries').findOne({ editionId, publisherUnitIds: 'housing' });
    const { id: ofEntry } = await write(id, { entryId: String(entry!.entryId) });
    const { id: ofWhole } = await write(id);
    const editor = await server.asStaff('editor', { unitId: 'housing' });
    expect((await answer(editor, id, ofEntry)).answer?.verdict).toBe('adopted');
    expect((await problemOf(answer(editor, id, ofWhole))).code).toBe('auth.forbidden');
    const elsewhere = await server.asStaff('editor', { unitId: 'hedu-street' });
    expect((await problemOf(answer(elsewhere, id, ofEntry))).code).toBe('auth.forbidden');
    expect((await problemOf(open({ memberIds: [editor.staffId] }))).problem.errors?.[0]?.path).toBe('memberIds.0');
    expect((await problemOf(open({ dueOn: '2026-11-15' }))).problem.errors?.[0]?.path).toBe('dueOn');
    const { items } = await office.call('staff.rounds.panelists', { query: {} });
    expect(items.map(one => one.id)).toContain(expert.staffId);
  });
});
