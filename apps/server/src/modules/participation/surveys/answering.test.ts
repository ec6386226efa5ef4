import { createHash } from 'node:crypto';
import { canonicalJson } from '@bandeng/rules';
import { problemOf, startTestServer, type TestServer } from '../../../testing';
import { putDistrict } from '../../consultations/consultation.fixtures';
import { openSurvey, responseInput, surveyInput, type NewResponse } from './survey.fixtures';

jest.setTimeout(60_000);

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
  await putDistrict(server);
});
afterEach(() => server.stop());

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const stored = (name: string, filter: object = {}) => server.collection(name).find(filter).toArray();
/** 24:00 of the last day of the fixtures' window. */
const AFTER_WINDOW = '2026-11-22T16:00:00.000Z';

const answerAs = async (id: string, body: NewResponse, openid?: string) =>
  (await server.asResident(openid)).call('surveys.answer', { params: { id }, body });

describe('POST /surveys/:id/responses', () => {
  it('answer: open survey -> a receipt that proves itself; nothing stored says whose it is', async () => {
    const id = await openSurvey(await server.asStaff('office'));
    const resident = await server.asResident();
    const body = responseInput({
      answers: [
        { questionId: 'went', optionIds: ['yes'] },
        { questionId: 'more', text: '菜少放点盐。' },
      ],
    });
    const { receipt } = await resident.call('surveys.answer', { params: { id }, body });
    const { hash, ...facts } = receipt;
    expect(hash).toBe(sha256(canonicalJson(facts)));
    expect(facts).toMatchObject({ kind: 'survey-response', id: body.id });
    expect(facts.bodySha256).toBe(sha256(canonicalJson({ surveyId: id, answers: body.answers })));
    expect(await server.anonymous.call('receipts.get', { params: { hash } })).toMatchObject({ known: true });
    expect(await stored('surveyResponses')).toMatchObject([{ _id: body.id, answers: [body.answers[0]] }]);
    expect(await stored('surveyTexts')).toMatchObject([{ text: '菜少放点盐。', review: 'waiting' }]);
    const kept = await Promise.all([
      ...['surveys', 'surveyResponses', 'surveyTexts', 'surveyTurns'].map(name => stored(name)),
      stored('auditEntries', { kind: 'surveyResponses' }),
      stored('outbox', { name: 'survey.response_received' }),
    ]);
    expect(kept.every(rows => rows.length > 0)).toBe(true);
    expect(JSON.stringify(kept)).not.toContain(resident.accountId);
  });

  it('answer: the same account again -> 409; under its id with the same content -> 200 and the same receipt, also after the end', async () => {
    const id = await openSurvey(await server.asStaff('office'));
    const body = responseInput();
    const first = await answerAs(id, body, 'o-one');
    const again = await problemOf(answerAs(id, responseInput(), 'o-one'));
    expect(again).toMatchObject({ status: 409, code: 'survey.answered' });
    expect(await answerAs(id, body, 'o-one')).toEqual(first);
    const other = responseInput({ ...body, answers: [{ questionId: 'went', optionIds: ['no'] }] });
    expect((await problemOf(answerAs(id, other, 'o-two'))).code).toBe('id.conflict');
    server.clock.set(AFTER_WINDOW);
    expect(await answerAs(id, body, 'o-one')).toEqual(first);
    expect(await stored('surveyResponses')).toHaveLength(1);
  });

  it('answer: ten times at once from one account -> one answer', async () => {
    const id = await openSurvey(await server.asStaff('office'));
    const resident = await server.asResident();
    const outcomes = await Promise.allSettled(
      Array.from({ length: 10 }, () => resident.call('surveys.answer', { params: { id }, body: responseInput() })),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await stored('surveyResponses')).toHaveLength(1);
    expect(await stored('surveyTurns')).toHaveLength(1);
    expect(await stored('receipts')).toHaveLength(1);
  });

  it('answer: a second before the end -> taken; at 24:00 -> closed; before the first day -> not open; a draft -> 404', async () => {
    const office = await server.asStaff('office');
    const id = await openSurvey(office);
    const ahead = await openSurvey(office, { opensOn: '2026-11-20' });
    const draft = surveyInput();
    await office.call('staff.surveys.create', { body: draft });
    const codeOf = async (survey: string) => (await problemOf(answerAs(survey, responseInput()))).code;
    expect([await codeOf(ahead), await codeOf(draft.id)]).toEqual(['survey.window_not_open', 'survey.not_found']);
    server.clock.set('2026-11-22T15:59:59.000Z');
    await answerAs(id, responseInput());
    server.clock.set(AFTER_WINDOW);
    expect(await codeOf(id)).toBe('survey.window_closed');
  });

  it('answer: what was not asked, nothing to what must be said -> 422 at the question, nothing stored', async () => {
    const id = await openSurvey(await server.asStaff('office'));
    const problem = await problemOf(
      answerAs(id, responseInput({ answers: [{ questionId: 'why', optionIds: ['far'] }] })),
    );
    expect(problem.status).toBe(422);
    expect(problem.problem.errors).toEqual([
      { path: 'answers.why', message: '这道题不用答' },
      { path: 'answers.went', message: '这道题要答' },
    ]);
    expect([await stored('surveyResponses'), await stored('surveyTurns'), await stored('receipts')]).toEqual([
      [],
      [],
      [],
    ]);
  });

  it('account closed -> its turns go, the answers stay; the export names the survey and no answer', async () => {
    const id = await openSurvey(await server.asStaff('office'));
    const resident = await server.asResident();
    await resident.call('surveys.answer', { params: { id }, body: responseInput() });
    expect((await resident.call('me.export')).records.surveys).toEqual([{ surveyId: id, title: surveyInput().title }]);
    await resident.call('me.close');
    expect(await stored('surveyTurns')).toEqual([]);
    expect(await stored('surveyResponses')).toHaveLength(1);
  });
});

describe('GET /surveys', () => {
  it('surveys: a draft and one before its day -> not there; open, closed, answered -> each in its list', async () => {
    const office = await server.asStaff('office');
    await office.call('staff.surveys.create', { body: surveyInput() });
    await openSurvey(office, { opensOn: '2026-11-18' });
    const id = await openSurvey(office);
    const idsOf = async (state: 'open' | 'closed' | 'answered') =>
      (await server.anonymous.call('surveys.list', { query: { state } })).items.map(item => item.id);
    expect(await idsOf('open')).toEqual([id]);
    server.clock.set('2026-11-25T02:00:00.000Z');
    const again = await server.asStaff('office');
    expect(await idsOf('closed')).toHaveLength(2);
    await again.call('staff.surveys.publishResult', { params: { id }, body: { summary: '谢谢大家。' } });
    expect([await idsOf('open'), await idsOf('answered')]).toEqual([[], [id]]);
  });

  it('one survey: to nobody in particular the same bytes; to who answered that it is so', async () => {
    const id = await openSurvey(await server.asStaff('office'));
    const seen = await server.anonymous.call('surveys.get', { params: { id }, query: {} });
    expect(seen).not.toHaveProperty('abilities');
    const resident = await server.asResident();
    const before = await resident.call('surveys.get', { params: { id }, query: {} });
    expect(before).toMatchObject({ answered: false, abilities: { answer: true, publishResult: false } });
    await resident.call('surveys.answer', { params: { id }, body: responseInput() });
    const after = await resident.call('surveys.get', { params: { id }, query: {} });
    expect(after).toMatchObject({ answered: true, abilities: { answer: false } });
  });
});
