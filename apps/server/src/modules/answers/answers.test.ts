import { randomUUID } from 'node:crypto';
import { putDistrict, uploadFile } from '../../fixtures/district';
import { problemOf, startTestServer, type TestServer } from '../../testing';
import { pdf as pdfOf, picture } from '../documents/documents.fixtures';
import { decideRequest, newRequest, PERSON } from '../information-requests/information-requests.fixtures';

// Each test starts a server and several people: on a busy machine that takes longer than five seconds.
jest.setTimeout(60_000);

let server: TestServer;
let officer: Awaited<ReturnType<TestServer['asStaff']>>;
beforeEach(async () => {
  server = await startTestServer({ now: '2026-11-16T02:00:00.000Z' });
  await putDistrict(server);
  officer = await server.asStaff('officer', { unitId: 'district-office' });
});
afterEach(() => server.stop());

/** Of 穆青禾, answered with this text and these files. */
async function answered(given: { text?: string; files?: { name: string; bytes: Buffer }[] } = {}) {
  const { text = '穆青禾：补助一共发了 86 万元，打 19900000001 可以问。', files = [] } = given;
  const body = newRequest();
  await (await server.asResident()).call('informationRequests.create', { body });
  await officer.call('staff.informationRequests.register', { params: { id: body.id } });
  const uploads = [];
  for (const { name, bytes } of files) uploads.push((await uploadFile(officer, bytes, { name })).body.id);
  await decideRequest(server, body.id, { text, attachmentIds: uploads, officer });
  return { params: { id: body.id }, fileIds: uploads };
}

const WORDS = { title: '加装电梯补助', question: '要补助的发放明细。', answer: '一共发了 86 万元，按楼栋发。' };
const pdf = (text: string) => pdfOf({ pages: [text] });

it('preview: an answered case -> its words without who asked; not answered, another unit, nobody -> refused', async () => {
  const { params } = await answered();
  const preview = await officer.call('staff.answers.get', { params });
  expect(preview).toMatchObject({
    state: 'none',
    publicId: null,
    words: { title: '槐影社区加装电梯补助发放明细', answer: '申请人：补助一共发了 86 万元，打 199****0001 可以问。' },
    decidedOn: '2026-11-16',
    abilities: { publish: true, takeBack: false },
  });
  const head = await server.asStaff('head', { unitId: 'district-office' });
  expect((await head.call('staff.answers.get', { params })).abilities).toEqual({ publish: false, takeBack: false });
  expect((await problemOf(head.call('staff.answers.publish', { params, body: WORDS }))).status).toBe(403);
  const elsewhere = await server.asStaff('officer', { unitId: 'housing' });
  expect((await problemOf(elsewhere.call('staff.answers.get', { params }))).code).toBe('request.not_found');
  const open = newRequest();
  await (await server.asResident()).call('informationRequests.create', { body: open });
  expect((await problemOf(officer.call('staff.answers.get', { params: { id: open.id } }))).code).toBe('request.state');
});

it('publish: a name, a number, an address in the words -> refused by field; without -> everybody reads, lists and finds it', async () => {
  const { params } = await answered();
  const bad = { title: `${PERSON.name}的申请`, question: '要明细', answer: `打 ${PERSON.phone}` };
  const refusal = await problemOf(officer.call('staff.answers.publish', { params, body: bad }));
  expect(refusal.code).toBe('answer.personal_data');
  expect(new Set(refusal.problem.errors?.map(({ path }) => path))).toEqual(new Set(['title', 'answer']));
  expect((await server.anonymous.call('answers.list', { query: {} })).items).toEqual([]);

  const made = await officer.call('staff.answers.publish', { params, body: WORDS });
  expect(made).toMatchObject({ state: 'public', words: WORDS, abilities: { takeBack: true } });
  await server.runWorker();
  const [listed] = (await server.anonymous.call('answers.list', { query: {} })).items;
  expect(listed).toMatchObject({ id: made.publicId, title: WORDS.title, unit: { id: 'district-office' } });
  const whole = await server.anonymous.call('answers.get', { params: { id: made.publicId! } });
  expect(whole).toMatchObject({ ...WORDS, kinds: [{ kind: 'granted' }], decidedOn: '2026-11-16' });
  expect(JSON.stringify(whole)).not.toMatch(new RegExp(`${PERSON.name}|${PERSON.phone}|${params.id}`));

  const idsBy = async (query: object) =>
    (await server.anonymous.call('answers.list', { query })).items.map(({ id }) => id);
  for (const query of [
    { q: '电梯' },
    { unit: 'district-office' },
    { year: '2026', unit: 'district-office', q: '补助' },
  ])
    expect([query, await idsBy(query)]).toEqual([query, [made.publicId]]);
  for (const query of [{ q: '路灯' }, { unit: 'housing' }, { year: '2025', q: '电梯' }, { year: '2025' }])
    expect([query, await idsBy(query)]).toEqual([query, []]);
  const { items } = await server.anonymous.call('search.query', { query: { q: '加装电梯', kind: 'answer' } });
  expect(items).toMatchObject([{ kind: 'answer', id: made.publicId }]);

  const again = await officer.call('staff.answers.publish', { params, body: { ...WORDS, title: '电梯补助' } });
  expect(again.publicId).toBe(made.publicId);
  expect(again.publishedAt).toBe(made.publishedAt);
  const actions = await server.collection('auditEntries').find({ kind: 'publicAnswers' }).toArray();
  expect(actions.map(({ action }) => String(action))).toEqual(['answer.published', 'answer.published']);
});

it('take back: with a reason -> gone from list, page, search and files at once; it can come back', async () => {
  const { params, fileIds } = await answered({
    files: [{ name: '明细.pdf', bytes: await pdf('86 houses, every one by its number') }],
  });
  const body = { ...WORDS, fileIds };
  const { publicId } = await officer.call('staff.answers.publish', { params, body });
  await server.runWorker();
  const whole = await server.anonymous.call('answers.get', { params: { id: publicId! } });
  const [file] = whole.attachments;
  expect(file).toMatchObject({ name: '明细.pdf' });
  // A copy: what went to the applicant stays theirs.
  expect(file!.id).not.toBe(fileIds[0]);
  expect((await server.anonymous.fetch(`/api/v1/files/${file!.id}`)).status).toBe(200);
  expect((await server.anonymous.fetch(`/api/v1/files/${fileIds[0]}`)).status).toBe(404);

  const back = await officer.call('staff.answers.takeBack', { params, body: { reason: '合同续签了，要重新说明' } });
  expect(back).toMatchObject({ state: 'taken_back', publicId: null, takenBack: { reason: '合同续签了，要重新说明' } });
  // Before the index knows of it.
  expect((await server.anonymous.call('answers.list', { query: {} })).items).toEqual([]);
  expect((await server.anonymous.call('answers.list', { query: { q: '电梯' } })).items).toEqual([]);
  expect((await server.anonymous.call('search.query', { query: { q: '加装电梯' } })).items).toEqual([]);
  expect((await problemOf(server.anonymous.call('answers.get', { params: { id: publicId! } }))).code).toBe(
    'answer.not_found',
  );
  expect((await server.anonymous.fetch(`/api/v1/files/${file!.id}`)).status).toBe(404);
  await server.runWorker();

  const anew = await officer.call('staff.answers.publish', { params, body });
  expect(anew).toMatchObject({ publicId, takenBack: null, files: [{ isPublic: true }] });
  expect((await server.anonymous.fetch(`/api/v1/files/${file!.id}`)).status).toBe(200);
});

it('files: a number inside, one of another case, one that yields no text -> refused until somebody looked through it', async () => {
  const { params, fileIds } = await answered({
    files: [
      { name: '名单.pdf', bytes: await pdf('call 19900000003 for the whole list') },
      { name: '照片.png', bytes: await picture() },
    ],
  });
  const preview = await officer.call('staff.answers.get', { params });
  expect(preview.files[0]!.finds.join()).toContain('199****0003');
  expect(preview.files[1]!.unreadable).toHaveLength(1);
  const publish = (ids: string[], isLookedThrough = false) =>
    officer.call('staff.answers.publish', { params, body: { ...WORDS, fileIds: ids, isLookedThrough } });
  expect((await problemOf(publish([fileIds[0]!]))).code).toBe('answer.personal_data');
  expect((await problemOf(publish([randomUUID()]))).problem.errors?.[0]?.path).toBe('fileIds');
  expect((await problemOf(publish([fileIds[1]!]))).problem.errors?.[0]?.path).toBe('isLookedThrough');
  expect((await publish([fileIds[1]!], true)).files.map(({ isPublic }) => isPublic)).toEqual([false, true]);
});
