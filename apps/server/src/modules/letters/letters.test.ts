import { createHash, randomUUID } from 'node:crypto';
import { openZip } from '../../platform/zip';
import { putDistrict } from '../../fixtures/district';
import { drawnLines, problemOf, startTestServer, type TestServer } from '../../testing';
import { decideRequest, newRequest, PERSON } from '../information-requests/information-requests.fixtures';

// Each test starts a server and several people: on a busy machine that takes longer than five seconds.
jest.setTimeout(60_000);

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer({ now: '2026-11-02T02:00:00.000Z' });
  await putDistrict(server);
});
afterEach(() => server.stop());

const people = async () => ({
  resident: await server.asResident('o-applicant'),
  desk: await server.asStaff('officer', { unitId: 'district-office' }),
});
type People = Awaited<ReturnType<typeof people>>;

async function registered({ resident, desk }: People) {
  const { id } = await resident.call('informationRequests.create', { body: newRequest() });
  await desk.call('staff.informationRequests.register', { params: { id } });
  return { id };
}
const REGISTRATION = 'registration@registered';
const make = ({ desk }: People, params: { id: string }, key = REGISTRATION, facts: Record<string, string> = {}) =>
  desk.call('staff.letters.create', { params, body: { id: randomUUID(), key, facts } });

describe('letters of a case', () => {
  it('draft: what the record knows -> filled in; what it does not -> asked, and no text with a hole', async () => {
    const both = await people();
    const params = await registered(both);
    await decideRequest(server, params.id, { kinds: ['partial', 'denied_process'], text: '讨论记录不给。' });
    const list = await both.desk.call('staff.letters.list', { params, query: {} });
    expect(list.due.map(({ key }) => key)).toEqual([REGISTRATION, 'partial@decided:partial']);

    const key = 'partial@decided:partial';
    const draft = await both.desk.call('staff.letters.draft', { params, body: { key } });
    expect(draft).toMatchObject({ text: null, missing: ['attachments', 'withheldParts'], isNumbered: true });
    const valueOf = (fact: string) => draft.fields.find(field => field.fact === fact)?.value;
    expect([valueOf('receivedOn'), valueOf('reason')]).toEqual(['2026-11-02', '讨论记录不给。']);
    expect(valueOf('legalBasis')).toContain('第十六条第二款');

    const facts = { attachments: '意见书', withheldParts: '讨论记录', reason: '是讨论中形成的' };
    const { text } = await both.desk.call('staff.letters.draft', { params, body: { key, facts } });
    expect(text).toMatchObject({ addressee: PERSON.name, number: null, unit: '栖河区人民政府办公室' });
    expect(text!.paragraphs.join('')).toContain('理由：是讨论中形成的。');
    expect(text!.remedy).toContain('应当先申请行政复议');
    expect(await server.collection('letters').countDocuments()).toBe(0);
    expect((await problemOf(make(both, params, key))).status).toBe(422);
  });

  it('made final -> number, sealed words, hash of the file; twice -> the same; other content -> 409; audited', async () => {
    const both = await people();
    const params = await registered(both);
    const body = { id: randomUUID(), key: REGISTRATION };
    const made = await both.desk.call('staff.letters.create', { params, body });
    expect(made).toMatchObject({ number: '栖政办公复〔2026〕1号', state: 'final', madeOn: '2026-11-02' });
    expect((await both.desk.call('staff.letters.create', { params, body })).number).toBe(made.number);
    const other = both.desk.call('staff.letters.create', { params, body: { ...body, facts: { channel: '信函' } } });
    expect((await problemOf(other)).code).toBe('id.conflict');
    expect((await problemOf(make(both, params))).code).toBe('letter.made');

    const record = await server.collection('letters').findOne({});
    expect(JSON.stringify(record)).not.toMatch(/穆青禾|加装电梯/);
    const audited = await server.collection('auditEntries').find({ kind: 'letters' }).toArray();
    expect(audited).toMatchObject([{ action: 'letter.made', subject: body.id, actor: `staff:${both.desk.staffId}` }]);
    const { due, items } = await both.desk.call('staff.letters.list', { params, query: {} });
    expect([due, items.map(({ id }) => id)]).toEqual([[], [body.id]]);
    const { records } = await both.resident.call('me.export');
    expect(records.letters).toMatchObject([{ number: made.number, text: { addressee: PERSON.name } }]);
  });

  it('files -> the PDF has the hash of the record and the words, the mark and the code; Word opens', async () => {
    const both = await people();
    const params = await registered(both);
    const { id, pdfSha256, checkCode } = await make(both, params);
    const file = async (format: string) => {
      const answer = await both.desk.fetch(`/api/v1/staff/letters/${id}/file?format=${format}`);
      return Buffer.from(await answer.arrayBuffer());
    };
    const pdf = await file('pdf');
    expect(createHash('sha256').update(pdf).digest('hex')).toBe(pdfSha256);
    const words = drawnLines(pdf).join('');
    for (const part of ['未盖章', '栖政办公复〔2026〕1号', '穆青禾：', '至2026年11月30日止', checkCode.slice(0, 4)])
      expect(words).toContain(part);
    const docx = openZip(await file('docx'), { entries: 50, entryBytes: 1_000_000, totalBytes: 4_000_000, ratio: 200 });
    const xml = docx.read('word/document.xml')!.toString('utf8');
    expect(xml.replace(/<[^>]+>/g, '')).toContain('未盖章：盖章以前不送达');
    expect(xml).toContain('栖政办公复〔2026〕1号');
    const legal = await server.asStaff('legal', { unitId: 'district-office' });
    expect((await legal.fetch(`/api/v1/staff/letters/${id}/file`)).status).toBe(403);
    const elsewhere = await server.asStaff('officer', { unitId: 'housing' });
    expect((await elsewhere.fetch(`/api/v1/staff/letters/${id}/file`)).status).toBe(404);
  });

  it('code: as printed, by anybody -> whose letter and of when, nothing of the applicant; changed record -> not known', async () => {
    const both = await people();
    const { checkCode, pdfSha256, number } = await make(both, await registered(both));
    const check = (code: string) => server.anonymous.call('letters.check', { params: { code }, query: {} });
    const printed = checkCode.toLowerCase().replace(/(.{4})(?=.)/g, '$1-');
    const told = await check(printed);
    expect(told).toEqual({
      ...{ known: true, unit: '栖河区人民政府办公室', title: '政府信息公开申请登记回执', number, state: 'final' },
      ...{ madeOn: '2026-11-02', sha256: pdfSha256 },
    });
    expect((await check('AAAA-BBBB-CCCC-DDDD')).known).toBe(false);
    const other = await make(both, await registered(both));
    const { checkCode: otherCode } = other;
    const { content } = (await server.collection('letters').findOne({ checkCode }))!;
    await server.collection('letters').updateOne({ checkCode: otherCode }, { $set: { content: '' } });
    expect((await check(otherCode)).known).toBe(true);
    const { fields } = server.deps.platform;
    const id = (await server.collection('letters').findOne({ checkCode }))!._id as unknown as string;
    const place = { collection: 'letters', id, field: 'content' };
    const forged = fields.encrypt(fields.decrypt(String(content), place).replace('穆青禾', '穆青河'), place);
    await server.collection('letters').updateOne({ checkCode }, { $set: { content: forged } });
    expect((await check(printed)).known).toBe(false);
  });
});

describe('numbers of letters', () => {
  const runningOf = ({ number }: { number: string | null }) => Number(/〕(\d+)号/.exec(number ?? '')?.[1]);

  it('eight at the same moment -> eight numbers in a row, each once', async () => {
    const both = await people();
    const cases = [];
    for (let at = 0; at < 8; at += 1) cases.push(await registered(both));
    const made = await Promise.all(cases.map(params => make(both, params)));
    expect(made.map(runningOf).sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('two for the same thing at once -> one is made, the other is refused and leaves no gap', async () => {
    const both = await people();
    const params = await registered(both);
    const tries = await Promise.allSettled([make(both, params), make(both, params), make(both, params)]);
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
    expect(runningOf(await make(both, await registered(both)))).toBe(2);
  });

  it('a transaction that fails after its number was taken -> the next letter has it', async () => {
    const both = await people();
    const params = await registered(both);
    // What stands in the way is found when the letter is written, after its number was drawn.
    const slot = `${params.id} ${REGISTRATION}`;
    await server.collection('letters').insertOne({ _id: 'in-the-way', slot, checkCode: 'x' } as never);
    expect((await problemOf(make(both, params))).code).toBe('letter.made');
    await server.collection('letters').deleteOne({ _id: 'in-the-way' } as never);
    expect(runningOf(await make(both, params))).toBe(1);
  });

  it('another unit, another year -> a count of its own', async () => {
    const both = await people();
    await make(both, await registered(both));
    const { id } = await both.resident.call('informationRequests.create', { body: newRequest({ unitId: 'housing' }) });
    const desk = await server.asStaff('officer', { unitId: 'housing' });
    await desk.call('staff.informationRequests.register', { params: { id } });
    expect((await make({ ...both, desk }, { id })).number).toBe('栖住建公复〔2026〕1号');
    server.clock.set('2026-12-31T16:30:00.000Z');
    const later = await people();
    expect((await make(later, await registered(later))).number).toBe('栖政办公复〔2027〕1号');
  });

  it('void before it went out -> readable, its number not used again, another may be made', async () => {
    const both = await people();
    const params = await registered(both);
    const first = await make(both, params);
    const call = { params: { id: first.id }, body: { reason: '抬头写错了' } };
    const voided = await both.desk.call('staff.letters.void', call);
    expect(voided).toMatchObject({ state: 'void', voided: { reason: '抬头写错了', on: '2026-11-02' } });
    expect((await both.desk.call('staff.letters.void', call)).state).toBe('void');
    expect((await make(both, params)).number).toBe('栖政办公复〔2026〕2号');
    const told = await server.anonymous.call('letters.check', { params: { code: first.checkCode }, query: {} });
    expect(told).toMatchObject({ known: true, state: 'void' });
  });
});
