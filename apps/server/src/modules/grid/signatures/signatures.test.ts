import { randomUUID } from 'node:crypto';
import { openConsultation } from '../../consultations/consultation.fixtures';
import { problemOf, startTestServer, type TestServer } from '../../../testing';
import { assign, asStreet, asWorker, commentFor, enquiryOf, handOnOf, putBuilding, putGrids } from '../grid.fixtures';

// Each test starts a server and several people: on a busy machine that takes longer than five seconds.
jest.setTimeout(60_000);

/** Points that would be an ID number if they were read as words (GB 11643; of nobody). */
const STROKES = [
  [110, 199, 194, 903, 120, 48, 733, 219],
  [641, 87, 650, 512],
];
const WORDS = '同意由网格员记下来，交给区里';
const signed = (strokes = STROKES) => ({
  ...{ how: 'signed' as const, words: WORDS, readBack: true as const, signature: { strokes } },
});
const why = { reason: '本人来电说没有同意过' };

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
  await putGrids(server);
});
afterEach(() => server.stop());

async function start() {
  const [street, worker] = [await asStreet(server), await asWorker(server)];
  await putBuilding(street, { doors: 1 });
  await assign(street, worker.staffId);
  const office = await server.asStaff('office', { unitId: 'district-office' });
  const sync = async (...items: object[]) =>
    (await worker.call('grid.sync', { body: { items: items as never } })).items;
  return { street, worker, office, sync };
}
const stored = (_id: string) => server.collection('gridOnBehalf').findOne({ _id: _id as never });

describe('a name written on the screen', () => {
  it('sent twice -> kept once, sealed: no point of it in the database, none in any list', async () => {
    const { sync, office, worker } = await start();
    const enquiry = enquiryOf({ consent: signed() });
    expect(await sync(enquiry)).toMatchObject([{ result: 'accepted' }]);
    expect(await sync(enquiry)).toMatchObject([{ result: 'known' }]);
    const record = await stored(enquiry.id);
    expect(record).toMatchObject({ consent: { how: 'signed', words: WORDS }, signature: expect.any(String) });
    const seen = JSON.stringify([
      record,
      await office.call('staff.enquiries.list', { query: {} }),
      await office.call('staff.enquiries.get', { params: { id: enquiry.id }, query: {} }),
      await worker.call('grid.asked', { query: {} }),
    ]);
    expect(seen).not.toMatch(/110,\s*199|733,\s*219|strokes/);
  });

  it('another name under its id -> conflict, the first one stays', async () => {
    const { sync, office } = await start();
    const enquiry = enquiryOf({ consent: signed() });
    await sync(enquiry);
    expect(await sync({ ...enquiry, consent: signed([[1, 2, 3, 4]]) })).toMatchObject([{ result: 'conflict' }]);
    const params = { id: enquiry.id };
    expect((await office.call('staff.grid.onBehalf.signature', { params, body: why })).strokes).toEqual(STROKES);
  });

  it('agreed aloud, too many points, half a point, outside the box, nothing drawn -> refused', async () => {
    const { sync } = await start();
    const long = Array.from({ length: 10 }, () => Array.from({ length: 402 }, (_, at) => at % 1000));
    const wrong = [
      { ...signed(), how: 'spoken' as const },
      ...[long, Array.from({ length: 201 }, () => [1, 2]), [[1, 2, 3]], [[1, 1001]], [], [[]]].map(signed),
    ];
    for (const consent of wrong) expect((await problemOf(sync(enquiryOf({ consent })))).code).toBe('request.invalid');
    expect(await server.collection('gridOnBehalf').countDocuments({})).toBe(0);
  });
});

describe('looking at it', () => {
  it('of a message, by who works on it -> words, day and lines; who looked and why stays in the audit, the reason sealed', async () => {
    const { sync, office } = await start();
    const { id, ...enquiry } = enquiryOf({ consent: signed() });
    await sync({ id, ...enquiry });
    const shown = await office.call('staff.grid.onBehalf.signature', { params: { id }, body: why });
    expect(shown).toEqual({ how: 'signed', words: WORDS, on: '2026-11-14', strokes: STROKES });
    const [entry] = await server.collection('auditEntries').find({ action: 'signature.revealed' }).toArray();
    expect(entry).toMatchObject({ actor: `staff:${office.staffId}`, fields: ['signature'] });
    expect(JSON.stringify(entry)).not.toContain(why.reason);
    const { personId, value } = entry!.sealedReason as { personId: string; value: string };
    const place = { collection: 'audit', id, field: 'reason' };
    expect(await server.deps.platform.personKeys.open(personId, value, place)).toBe(why.reason);
  });

  it('by another unit, another street, who took it down, without a reason -> not there, forbidden, refused; nothing in the audit', async () => {
    const { sync, worker, office } = await start();
    const enquiry = enquiryOf({ consent: signed() });
    await sync(enquiry);
    const params = { id: enquiry.id };
    for (const [role, unitId] of [
      ['editor', 'housing'],
      ['street', 'hedu-street'],
      ['officer', 'district-office'],
    ] as const) {
      const other = await server.asStaff(role, { unitId });
      const asked = other.call('staff.grid.onBehalf.signature', { params, body: why });
      expect([role, (await problemOf(asked)).code]).toEqual([role, 'on_behalf.not_found']);
    }
    const own = worker.call('staff.grid.onBehalf.signature', { params, body: why });
    expect((await problemOf(own)).status).toBe(403);
    const unsaid = office.call('staff.grid.onBehalf.signature', { params, body: { reason: ' ' } });
    expect((await problemOf(unsaid)).code).toBe('request.invalid');
    expect(await server.collection('auditEntries').countDocuments({ action: 'signature.revealed' })).toBe(0);
  });

  it('of what was handed on -> by the officer who calls; of a comment -> by the unit that asks; agreed aloud -> no lines', async () => {
    const { sync, office } = await start();
    const { id: consultationId } = await openConsultation(office, { unitId: 'district-office' });
    const request = handOnOf({ consent: signed() });
    const comment = commentFor(consultationId, { consent: signed() });
    const spoken = enquiryOf();
    expect(await sync(request, comment, spoken)).toMatchObject(Array(3).fill({ result: 'accepted' }));
    const officer = await server.asStaff('officer', { unitId: 'liuying-street' });
    const look = async (client: typeof office, id: string) =>
      client.call('staff.grid.onBehalf.signature', { params: { id }, body: why });
    expect(await look(officer, request.id)).toMatchObject({ strokes: STROKES });
    expect(await look(office, comment.id)).toMatchObject({ strokes: STROKES });
    expect(await look(office, spoken.id)).toMatchObject({ how: 'spoken', words: WORDS, strokes: [] });
    expect((await problemOf(look(officer, comment.id))).code).toBe('on_behalf.not_found');
    expect((await problemOf(look(office, randomUUID()))).code).toBe('on_behalf.not_found');
  });

  it('two years on -> gone with what it belonged to', async () => {
    const { sync } = await start();
    const enquiry = enquiryOf({ consent: signed() });
    await sync(enquiry);
    const pass = async (days: number) => {
      server.clock.advance(days * 86_400_000);
      await server.runSchedule('platform.sweep');
    };
    await pass(720);
    expect(await stored(enquiry.id)).not.toBeNull();
    await pass(20);
    expect(await stored(enquiry.id)).toBeNull();
    const office = await server.asStaff('office', { unitId: 'district-office' });
    const asked = office.call('staff.grid.onBehalf.signature', { params: { id: enquiry.id }, body: why });
    expect((await problemOf(asked)).code).toBe('on_behalf.not_found');
  });
});
