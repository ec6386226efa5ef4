import { randomUUID } from 'node:crypto';
import { numberOfScanned, slipNumberText } from '@bandeng/rules';
import { drawnLines } from '@bandeng/test-kit';
import { problemOf, startTestServer, type TestClient, type TestServer } from '../../../testing';
import { openConsultation } from '../../consultations/consultation.fixtures';
import {
  asStreet,
  asWorker,
  COMMUNITY,
  commentFor,
  enquiryOf,
  GRID,
  OTHER_GRID,
  putGrids,
  STREET,
} from '../grid.fixtures';
import { printPad } from './slips.fixtures';

// Each test starts a server and several people: on a busy machine that takes longer than five seconds.
jest.setTimeout(60_000);

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
  await putGrids(server);
});
afterEach(() => server.stop());

async function start(count = 2) {
  const [street, worker, office] = await Promise.all([
    asStreet(server),
    asWorker(server),
    server.asStaff('office', { unitId: 'district-office' }),
  ]);
  const pad = await printPad(street, { areaId: STREET, count });
  const { id: consultationId } = await openConsultation(office, { unitId: 'district-office' });
  const numbers = pad.codes.map(code => numberOfScanned(code)!);
  const sync = async (...items: object[]) =>
    (await worker.call('grid.sync', { body: { items: items as never } })).items;
  const bind = (at: number, lastFour: string | null = null) =>
    sync(commentFor(consultationId, { slip: { number: numbers[at]!, lastFour } }));
  return { street, worker, office, pad, consultationId, numbers, sync, bind };
}
const look = (code: string) => server.anonymous.call('slips.get', { params: { code } });
const claim = (resident: TestClient, code: string, lastFour?: string) =>
  resident.call('slips.claim', { body: { code, ...(lastFour !== undefined && { lastFour }) } });
const codeOf = async (call: Promise<unknown>) => (await problemOf(call)).code;
const commentsOf = async (resident: TestClient) => (await resident.call('me.comments.list', { query: {} })).items;

describe('a pad', () => {
  it('printed -> each slip with its number and whom to call, its code read off the paper; of the code only a hash is kept', async () => {
    const { pad, numbers } = await start(5);
    const lines = drawnLines(pad.pdf);
    expect(lines.filter(line => line === '柳营街道　便条')).toHaveLength(5);
    expect(lines).toEqual(expect.arrayContaining(numbers.map(slipNumberText)));
    for (const address of pad.addresses)
      expect(address).toMatch(/^https?:\/\/[^/]+\/m\/#\/subpackages\/reading\/slip\/index\?scene=\d{8}[0-9a-z]{20}$/);
    expect(pad.addresses.map(numberOfScanned)).toEqual(numbers);
    expect(new Set(pad.codes.map(code => code.slice(8))).size).toBe(5);
    const kept = JSON.stringify(await server.collection('gridSlips').find({}).toArray());
    for (const code of pad.codes) expect(kept).not.toContain(code.slice(8));
  });

  it('listed -> unused, open, claimed, expired and void add up; the same pad is not printed again', async () => {
    const { street, pad, bind } = await start(4);
    await bind(0);
    await bind(1);
    await claim(await server.asResident(), pad.codes[0]!);
    const list = async () => (await street.call('staff.grid.pads.list', { query: {} })).items[0]!;
    expect(await list()).toMatchObject({
      ...{ id: pad.id, area: { id: STREET, name: '柳营街道' }, abilities: { void: true } },
      slips: { all: 4, unused: 2, open: 1, claimed: 1, expired: 0, void: 0 },
    });
    await street.call('staff.grid.pads.void', { params: { id: pad.id }, body: {} });
    expect((await list()).slips).toEqual({ all: 4, unused: 0, open: 1, claimed: 1, expired: 0, void: 2 });
    const again = await printPad(street, { areaId: STREET, count: 4, id: pad.id });
    expect((JSON.parse(again.pdf.toString()) as { code: string }).code).toBe('pad.printed');
    const audited = await server.collection('auditEntries').distinct('action', { action: /^(pad|slip)\./ });
    expect(audited.sort()).toEqual(['pad.printed', 'pad.voided', 'slip.claimed']);
  });

  it('of another street -> neither printed, listed nor voided', async () => {
    const { pad } = await start();
    const hedu = await server.asStaff('street', { unitId: 'hedu-street' });
    const refused = await printPad(hedu, { areaId: GRID, count: 1 });
    expect((JSON.parse(refused.pdf.toString()) as { code: string }).code).toBe('area.not_found');
    expect((await hedu.call('staff.grid.pads.list', { query: {} })).items).toEqual([]);
    expect(await codeOf(hedu.call('staff.grid.pads.void', { params: { id: pad.id }, body: {} }))).toBe('pad.not_found');
  });
});

describe('binding a slip', () => {
  it('with what was taken down -> bound for ninety days; sent again -> known; the digits of the phone are nowhere in clear', async () => {
    const { pad, numbers, sync, consultationId } = await start();
    const comment = commentFor(consultationId, { slip: { number: numbers[0]!, lastFour: '9173' } });
    expect(await look(pad.codes[0]!)).toMatchObject({ state: 'unbound' });
    expect(await sync(comment)).toMatchObject([{ result: 'accepted' }]);
    expect(await sync(comment)).toMatchObject([{ result: 'known' }]);
    expect(await look(pad.codes[0]!)).toEqual({
      ...{ state: 'open', kind: 'comment', asksLastFour: true, until: '2027-02-14', lockedUntil: null, contact: null },
    });
    // Of binding it, the day and how many: the minute would say at which door the worker was.
    expect(await server.collection('gridSlips').findOne({ _id: numbers[0]! })).toMatchObject({
      boundAt: new Date('2026-11-15T16:00:00Z'),
    });
    const batches = await server.collection('auditEntries').find({ action: 'grid.synced' }).toArray();
    expect(batches).toMatchObject([{ fields: ['accepted:1', 'slips:1'] }]);
    for (const name of ['gridSlips', 'gridOnBehalf', 'comments', 'auditEntries'])
      expect(JSON.stringify(await server.collection(name).find({}).toArray())).not.toContain('"9173"');
  });

  it('used, unknown, void, of another street -> rejected with what to do, nothing taken in; with another slip it goes in once', async () => {
    const { street, numbers, sync, bind, consultationId } = await start(3);
    await bind(0);
    const hedu = await server.asStaff('street', { unitId: 'hedu-street' });
    const foreign = await printPad(hedu, { areaId: OTHER_GRID, count: 1 });
    const comment = commentFor(consultationId, { body: '第二条。' });
    const withSlip = (number: string) => sync({ ...comment, slip: { number, lastFour: null } });
    const rejected = (word: string) => [{ result: 'rejected', reason: expect.stringContaining(word) as string }];
    expect(await withSlip(numbers[0]!)).toMatchObject(rejected('用过了'));
    expect(await withSlip('57204172')).toMatchObject(rejected('不认识'));
    expect(await withSlip(numberOfScanned(foreign.codes[0]!)!)).toMatchObject(rejected('不认识'));
    expect(await server.collection('comments').countDocuments({})).toBe(1);
    expect(await withSlip(numbers[1]!)).toMatchObject([{ result: 'accepted' }]);
    const { items } = await street.call('staff.grid.pads.list', { query: {} });
    await street.call('staff.grid.pads.void', { params: { id: items[0]!.id }, body: {} });
    const third = commentFor(consultationId, { body: '第三条。', slip: { number: numbers[2]!, lastFour: null } });
    expect(await sync(third)).toMatchObject(rejected('作废'));
    expect(await server.collection('comments').countDocuments({})).toBe(2);
  });

  it('one slip by two phones at once -> one of them is told; the other words come in with another slip, once', async () => {
    const { numbers, consultationId } = await start(2);
    const [one, other] = [await asWorker(server), await asWorker(server)];
    const comments = ['甲说的。', '乙说的。'].map(body =>
      commentFor(consultationId, { body, slip: { number: numbers[0]!, lastFour: null } }),
    );
    const answers = await Promise.all(
      [one, other].map(
        async (worker, at) => (await worker.call('grid.sync', { body: { items: [comments[at]!] } })).items,
      ),
    );
    expect(
      answers
        .flat()
        .map(({ result }) => result)
        .sort(),
    ).toEqual(['accepted', 'rejected']);
    const late = answers[0]![0]!.result === 'rejected' ? 0 : 1;
    const changed = { ...comments[late]!, slip: { number: numbers[1]!, lastFour: null } };
    const { items } = await [one, other][late]!.call('grid.sync', { body: { items: [changed] } });
    expect(items).toMatchObject([{ result: 'accepted' }]);
    expect(await server.collection('comments').countDocuments({})).toBe(2);
  });
});

describe('claiming a slip', () => {
  it('by who holds it -> theirs, still 代录 and one comment; they may take it back', async () => {
    const { pad, bind, office, consultationId } = await start();
    await bind(0);
    const resident = await server.asResident();
    const { kind, id } = await claim(resident, pad.codes[0]!);
    expect(kind).toBe('comment');
    expect(await commentsOf(resident)).toMatchObject([{ id, channel: 'proxy', abilities: { withdraw: true } }]);
    expect(await claim(resident, pad.codes[0]!)).toEqual({ kind, id });
    expect(await codeOf(claim(await server.asResident(), pad.codes[0]!))).toBe('slip.used');
    expect(await look(pad.codes[0]!)).toMatchObject({ state: 'claimed' });
    const { items } = await office.call('staff.comments.list', { params: { id: consultationId }, query: {} });
    expect(items).toMatchObject([{ id, channel: 'proxy', persons: 1 }]);
    await resident.call('consultations.comments.withdraw', { params: { id: consultationId, commentId: id } });
    expect(await commentsOf(resident)).toMatchObject([{ state: 'withdrawn' }]);
  });

  it('with digits: wrong ones counted, five lock it for a day also for the right ones; then they open it', async () => {
    const { pad, bind } = await start();
    await bind(0, '9173');
    const [code] = pad.codes as [string];
    const resident = await server.asResident();
    expect(await codeOf(claim(resident, code))).toBe('request.invalid');
    for (let left = 4; left > 0; left -= 1)
      expect(await problemOf(claim(resident, code, '0000'))).toMatchObject({
        ...{ code: 'slip.last_four', problem: { data: { triesLeft: left } } },
      });
    expect(await codeOf(claim(resident, code, '0000'))).toBe('slip.locked');
    expect(await codeOf(claim(resident, code, '9173'))).toBe('slip.locked');
    expect(await look(code)).toMatchObject({ state: 'open', lockedUntil: expect.any(String) as string });
    server.clock.set('2026-11-17T12:00:00Z');
    expect((await claim(await server.asResident(), code, '9173')).kind).toBe('comment');
  });

  it('only the number, a wrong secret, not arrived yet, void, after ninety days -> refused, each with its reason', async () => {
    const { street, pad, numbers, bind } = await start(3);
    const resident = await server.asResident();
    const [first, second, third] = pad.codes as [string, string, string];
    expect(await codeOf(claim(resident, numbers[0]! + 'a'.repeat(20)))).toBe('slip.not_found');
    expect(await codeOf(look(numbers[0]! + 'a'.repeat(20)))).toBe('slip.not_found');
    expect(await codeOf(claim(resident, numbers[0]!))).toBe('request.invalid');
    expect(await codeOf(claim(resident, first))).toBe('slip.unbound');
    await bind(1);
    await bind(2);
    await street.call('staff.grid.pads.void', { params: { id: pad.id }, body: {} });
    expect(await codeOf(claim(resident, first))).toBe('slip.void');
    server.clock.set('2027-02-14T15:00:00Z');
    expect((await claim(await server.asResident(), second)).kind).toBe('comment');
    server.clock.set('2027-02-14T16:00:00Z');
    expect(await look(third)).toMatchObject({ state: 'expired' });
    expect(await codeOf(claim(await server.asResident(), third))).toBe('slip.expired');
  });

  it('by the worker who wrote it down, in their own WeChat -> refused', async () => {
    const { pad, consultationId, numbers, worker } = await start();
    const resident = await server.asResident();
    const admin = await server.asStaff('admin');
    const { code } = await admin.call('staff.members.bindingCode', { params: { id: worker.staffId } });
    await resident.call('auth.staffBindings', { body: { code } });
    await resident.call('grid.sync', {
      body: { items: [commentFor(consultationId, { slip: { number: numbers[0]!, lastFour: null } })] },
    });
    expect(await codeOf(claim(resident, pad.codes[0]!))).toBe('slip.own_work');
    expect((await claim(await server.asResident(), pad.codes[0]!)).kind).toBe('comment');
  });

  it('two people at once -> one of them has it', async () => {
    const { pad, bind } = await start();
    await bind(0);
    const residents = await Promise.all([server.asResident(), server.asResident()]);
    const outcomes = await Promise.allSettled(residents.map(resident => claim(resident, pad.codes[0]!)));
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const lists = await Promise.all(residents.map(commentsOf));
    expect(lists.map(({ length }) => length).sort()).toEqual([0, 1]);
  });

  it('a message taken down -> theirs, with its own number; its answer is read there', async () => {
    const { pad, numbers, sync } = await start();
    const slip = { number: numbers[0]!, lastFour: '0042' };
    expect(await sync(enquiryOf({ slip }))).toMatchObject([{ result: 'accepted' }]);
    const resident = await server.asResident();
    const { kind, id } = await claim(resident, pad.codes[0]!, '0042');
    expect(kind).toBe('enquiry');
    expect((await resident.call('me.enquiries.list', { query: {} })).items).toMatchObject([{ id, isOnBehalf: true }]);
    await resident.call('enquiries.withdraw', { params: { id }, body: {} });
    // Nobody has it once its account is closed, not even with the slip in hand.
    await resident.call('me.close');
    expect(await codeOf(claim(await server.asResident(), pad.codes[0]!, '0042'))).toBe('slip.used');
  });

  it('one claimed before the outcome, one after it -> the first is told; both read what became of it; each counted once', async () => {
    const { pad, bind, consultationId } = await start();
    await bind(0);
    await bind(1);
    const openids = ['o-before', 'o-after'];
    const { id: first } = await claim(await server.asResident(openids[0]), pad.codes[0]!);
    server.clock.set('2026-12-16T16:00:00.000Z');
    const desk = await server.asStaff('office', { unitId: 'district-office' });
    const params = { id: consultationId };
    const { items } = await desk.call('staff.comments.list', { params, query: {} });
    const answer = { result: 'adopted' as const, reason: '写进第二条了。' };
    for (const { id } of items)
      await desk.call('staff.comments.answer', { params: { ...params, commentId: id }, body: answer });
    const summary = [{ type: 'paragraph' as const, children: [{ text: '谢谢大家。' }] }];
    const outcome = await desk.call('staff.consultations.publishOutcome', { params, body: { summary } });
    expect(outcome).toMatchObject({ ledger: { received: 2, adopted: 2 }, byChannel: [{ channel: 'proxy', count: 2 }] });
    await server.runWorker();
    const [before, after] = await Promise.all(openids.map(openid => server.asResident(openid)));
    const { items: messages } = await before!.call('me.messages.list');
    expect(messages).toMatchObject([{ link: { id: consultationId } }]);
    await claim(after!, pad.codes[1]!);
    for (const resident of [before!, after!])
      expect(await commentsOf(resident)).toMatchObject([{ answer: { reason: '写进第二条了。' } }]);
    expect((await commentsOf(before!)).map(({ id }) => id)).toEqual([first]);
  });

  it('an answer that waits to be told at the door -> nobody has to once it is claimed; who claimed it reads it', async () => {
    const { pad, numbers, sync, worker, office } = await start();
    const enquiry = enquiryOf({ slip: { number: numbers[0]!, lastFour: null } });
    await sync(enquiry);
    const answer = { toWhom: '区水务集团', reason: '井盖归他们修。' };
    await office.call('staff.enquiries.refuse', { params: { id: enquiry.id }, body: answer });
    const toTell = async () => (await worker.call('grid.toTell', { query: {} })).items.map(({ id }) => id);
    expect(await toTell()).toEqual([enquiry.id]);
    const resident = await server.asResident();
    await claim(resident, pad.codes[0]!);
    expect(await toTell()).toEqual([]);
    const [asked] = (await worker.call('grid.asked', { query: {} })).items;
    expect(asked).toMatchObject({ id: enquiry.id, answer: null });
    expect(await resident.call('enquiries.get', { params: { id: enquiry.id } })).toMatchObject({
      answer: { text: expect.stringContaining('区水务集团') as string },
    });
  });

  it('the account is closed -> what was said stays, the name that was given goes', async () => {
    const { pad, numbers, sync, consultationId } = await start();
    const slip = { number: numbers[0]!, lastFour: null };
    await sync(commentFor(consultationId, { showing: 'named', authorName: '周桂兰', slip }));
    const resident = await server.asResident();
    await claim(resident, pad.codes[0]!);
    await resident.call('me.close');
    expect(await server.collection('comments').find({}).toArray()).toMatchObject([
      { accountId: null, authorName: null, isAuthorGone: true },
    ]);
  });
});

it('areas of a walk: a pad of the street, of the community, of the grid -> all are the worker’s', async () => {
  const { street, sync, consultationId } = await start();
  for (const areaId of [STREET, COMMUNITY, GRID]) {
    const { codes } = await printPad(street, { areaId, count: 1 });
    const slip = { number: numberOfScanned(codes[0]!)!, lastFour: null };
    expect(await sync(commentFor(consultationId, { id: randomUUID(), body: areaId, slip }))).toMatchObject([
      { result: 'accepted' },
    ]);
  }
});
