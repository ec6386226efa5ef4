import { randomUUID } from 'node:crypto';
import { putDistrict } from '../../fixtures/district';
import { problemOf, startTestServer, type TestServer } from '../../testing';
import { newRequest } from '../information-requests/information-requests.fixtures';

// Each test starts a server and several people: on a busy machine that takes longer than five seconds.
jest.setTimeout(60_000);

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer({ now: '2026-11-02T02:00:00.000Z' });
  await putDistrict(server);
});
afterEach(() => server.stop());

const params = { code: 'registration' };
const SHORT = [
  '{{receivedOn}}收到，{{registeredOn}}登记，{{channel}}，{{dueOn}}以前答复。',
  { text: '查询码{{lookupCode}}。', if: 'lookupCode' },
];
const change = { seen: 0, name: '登记回执', body: SHORT, why: '群众说太长' };

async function registration() {
  const resident = await server.asResident('o-applicant');
  const desk = await server.asStaff('officer', { unitId: 'district-office' });
  const { id } = await resident.call('informationRequests.create', { body: newRequest() });
  await desk.call('staff.informationRequests.register', { params: { id } });
  const body = { id: randomUUID(), key: 'registration@registered' };
  return { desk, make: () => desk.call('staff.letters.create', { params: { id }, body }), id };
}

describe('wording of letters', () => {
  it('changed -> the next letter says it so, one made before stays as it was; each version is kept with who and why', async () => {
    const head = await server.asStaff('head');
    const before = await registration();
    const old = await before.make();
    const bytesOf = async () => {
      const answer = await before.desk.fetch(`/api/v1/staff/letters/${old.id}/file`);
      return Buffer.from(await answer.arrayBuffer()).toString('base64');
    };
    const bytes = await bytesOf();
    const changed = await head.call('staff.letterKinds.reword', { params, body: change });
    expect(changed).toMatchObject({ version: 1, name: '登记回执' });
    expect(changed.wordings.map(({ version, why }) => [version, why])).toEqual([
      [1, '群众说太长'],
      [0, '系统自带'],
    ]);
    expect(await bytesOf()).toBe(bytes);
    const after = await registration();
    const key = 'registration@registered';
    const { text } = await after.desk.call('staff.letters.draft', { params: { id: after.id }, body: { key } });
    expect(text).toMatchObject({
      title: '登记回执',
      paragraphs: ['2026年11月2日收到，2026年11月2日登记，小程序，2026年11月30日以前答复。'],
    });
    expect((await after.make()).kind.name).toBe('登记回执');
    const stored = await server.collection('letters').find({}).sort({ madeAt: 1, number: 1 }).toArray();
    expect(stored.map(({ wording }) => wording as number)).toEqual([0, 1]);
    const audited = await server.collection('auditEntries').find({ action: 'letter.reworded' }).toArray();
    expect(audited).toMatchObject([{ subject: 'registration', actor: `staff:${head.staffId}` }]);
  });

  it.each([
    ['a fact left out', ['{{receivedOn}}收到，{{registeredOn}}登记。'], '“dueOn”列为要素，正文里没有'],
    ['a place that is none', [...SHORT, '{{nowhere}}。'], '没有“nowhere”这个要素'],
    ['a fact that may be missing, without its condition', [SHORT[0], '{{lookupCode}}。'], '它的段落要以它为条件'],
    ['a condition that is none', [...SHORT, { text: '完。', if: 'dueOn' }], '不能作条件'],
  ] as const)('%s -> 422, told; nothing changed', async (_, body, words) => {
    const head = await server.asStaff('head');
    const refused = await problemOf(
      head.call('staff.letterKinds.reword', { params, body: { ...change, body: [...body] as typeof SHORT } }),
    );
    expect(refused.status).toBe(422);
    expect(JSON.stringify(refused)).toContain(words);
    expect((await head.call('staff.letterKinds.get', { params, query: {} })).version).toBe(0);
  });

  it('two at once, or on what somebody changed meanwhile -> one stands, the other is told', async () => {
    const head = await server.asStaff('head');
    const tries = await Promise.allSettled(
      [1, 2].map(() => head.call('staff.letterKinds.reword', { params, body: change })),
    );
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const again = { ...change, seen: 1, why: '再短些' };
    expect((await head.call('staff.letterKinds.reword', { params, body: again })).version).toBe(2);
    const late = head.call('staff.letterKinds.reword', { params, body: again });
    expect((await problemOf(late)).code).toBe('letter.reworded');
  });

  it('a head of one unit, an officer -> reads, may not change', async () => {
    const own = await server.asStaff('head', { unitId: 'district-office' });
    const officer = await server.asStaff('officer');
    expect((await own.call('staff.letterKinds.list', { query: {} })).items).toHaveLength(32);
    expect((await officer.call('staff.letterKinds.get', { params, query: {} })).abilities).toEqual({ reword: false });
    expect((await problemOf(own.call('staff.letterKinds.reword', { params, body: change }))).status).toBe(403);
  });
});
