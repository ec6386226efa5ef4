import { randomUUID } from 'node:crypto';
import type { RouteInput } from '@bandeng/contracts/types';
import { putDistrict } from '../../fixtures/district';
import { problemOf, startTestServer, type TestServer } from '../../testing';
import { decideRequest, newRequest } from './information-requests.fixtures';

// Each test starts a server and several people: on a busy machine that takes longer than five seconds.
jest.setTimeout(60_000);

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer({ now: '2026-11-02T02:00:00.000Z' });
  await putDistrict(server);
});
afterEach(() => server.stop());

async function registered() {
  const resident = await server.asResident('o-applicant');
  const { id } = await resident.call('informationRequests.create', { body: newRequest() });
  const desk = await server.asStaff('officer', { unitId: 'district-office' });
  const params = { id };
  const search = (changes: Partial<RouteInput<'staff.informationRequests.recordSearch'>['body']> = {}) =>
    desk.call('staff.informationRequests.recordSearch', {
      params,
      body: { id: randomUUID(), place: '区档案馆', words: '电梯 补助', result: 'nothing', ...changes },
    });
  await desk.call('staff.informationRequests.register', { params });
  return { resident, desk, params, search };
}

const NOT_FOUND = {
  ...{ clear: 'clear', nature: 'information', repeated: 'no', excessive: 'no', responsible: 'yes' },
  ...{ special: 'no', found: 'nothing' },
};

describe('search record', () => {
  it('recorded -> where, with what words, by whom; moves no date; audited; the applicant does not see it', async () => {
    const { desk, resident, params, search } = await registered();
    const body = { id: randomUUID(), note: '翻了两遍' };
    const recorded = await search(body);
    expect(recorded).toMatchObject({ status: 'in_progress', dueOn: '2026-11-30', abilities: { recordSearch: true } });
    expect(recorded.searches).toMatchObject([
      { place: '区档案馆', words: '电梯 补助', result: 'nothing', note: '翻了两遍' },
    ]);
    expect(recorded.searches[0]!.by).not.toBe('');
    expect((await search(body)).searches).toHaveLength(1);
    expect((await problemOf(search({ ...body, words: '别的词' }))).code).toBe('id.conflict');
    expect((await resident.call('informationRequests.get', { params })).searches).toEqual([]);
    const audited = await server.collection('auditEntries').find({ action: 'information-request.searched' }).toArray();
    expect(audited).toMatchObject([{ subject: params.id, actor: `staff:${desk.staffId}`, fields: ['searches'] }]);
  });

  it('after the answer, or before the registration -> 409', async () => {
    const { desk, params, search } = await registered();
    await decideRequest(server, params.id, { officer: desk });
    expect((await problemOf(search())).code).toBe('request.state');
    const { id } = await (await server.asResident()).call('informationRequests.create', { body: newRequest() });
    const early = { params: { id }, body: { id: randomUUID(), place: '档案', words: '词', result: 'found' as const } };
    expect((await problemOf(desk.call('staff.informationRequests.recordSearch', early))).code).toBe('request.state');
  });
});

describe('propose, with the five steps', () => {
  const answer = { kinds: ['not_existing' as const], text: '没有。', answers: NOT_FOUND };

  it('answers and contradictions -> kept with the decision in words for the office, none for the applicant', async () => {
    const { desk, resident, params } = await registered();
    const { decision } = await decideRequest(server, params.id, { officer: desk, ...answer });
    expect(decision!.review!.answers).toHaveLength(7);
    expect(decision!.review!.answers.at(-1)).toMatchObject({
      step: '有没有',
      question: '查到了吗？',
      answer: '查过了，没有',
    });
    expect(decision!.review!.warnings.map(({ message }) => message)).toEqual([
      '答复“不存在”，却没有检索记录：在哪里查的、谁查的、用什么词。',
    ]);
    expect((await resident.call('informationRequests.get', { params })).decision!.review).toBeNull();
  });

  it('a search on record, kinds as answered -> no contradiction; other kinds than answered -> one', async () => {
    const first = await registered();
    await first.search();
    const { decision } = await decideRequest(server, first.params.id, { officer: first.desk, ...answer });
    expect(decision!.review!.warnings).toEqual([]);
    const second = await registered();
    const other = { ...answer, kinds: ['complaint' as const] };
    const against = await decideRequest(server, second.params.id, { officer: second.desk, ...other });
    expect(against.decision!.review!.warnings).toHaveLength(1);
  });

  it('without answers -> decided; answers of another form -> 422', async () => {
    const { desk, params } = await registered();
    const odd = { ...answer, id: randomUUID(), answers: { clear: 'x'.repeat(200) } };
    expect((await problemOf(desk.call('staff.informationRequests.propose', { params, body: odd }))).status).toBe(422);
    const decided = await decideRequest(server, params.id, { officer: desk, ...answer, answers: {} });
    expect(decided.decision!.review!.answers).toEqual([]);
  });
});
