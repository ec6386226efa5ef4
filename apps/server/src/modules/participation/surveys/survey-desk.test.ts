import { Workbook } from 'exceljs';
import { problemOf, startTestServer, type TestClient, type TestServer } from '../../../testing';
import { OTHER_UNIT, openConsultation, putDistrict } from '../../consultations/consultation.fixtures';
import { getTable, rowsOf } from '../../tables/tables.fixtures';
import { openSurvey, responseInput, surveyInput, UNIT } from './survey.fixtures';

jest.setTimeout(60_000);

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
  await putDistrict(server);
});
afterEach(() => server.stop());

const AFTER_WINDOW = '2026-11-22T16:00:00.000Z';
const stored = (name: string, filter: object = {}) => server.collection(name).find(filter).toArray();

/** An answer by somebody new, with these words. */
async function say(id: string, text?: string, went: 'yes' | 'no' = 'yes') {
  const answers = [
    { questionId: 'went', optionIds: [went] },
    ...(text === undefined ? [] : [{ questionId: 'more', text }]),
  ];
  await (await server.asResident()).call('surveys.answer', { params: { id }, body: responseInput({ answers }) });
}
const textsOf = async (office: TestClient, id: string) =>
  (await office.call('staff.surveys.texts', { params: { id }, query: {} })).items;

describe('a survey at the desk', () => {
  it('draft: written, changed, published -> frozen; each act in the audit', async () => {
    const office = await server.asStaff('office');
    const editor = await server.asStaff('editor', { unitId: UNIT });
    const input = surveyInput();
    const { revision } = await editor.call('staff.surveys.create', { body: input });
    const { id, ...content } = { ...input, title: '长者食堂好不好' };
    await editor.call('staff.surveys.update', { params: { id }, body: { ...content, revision } });
    const late = await problemOf(
      editor.call('staff.surveys.update', { params: { id }, body: { ...content, revision } }),
    );
    expect(late.code).toBe('survey.changed');
    expect((await problemOf(editor.call('staff.surveys.publish', { params: { id } }))).status).toBe(403);
    const published = await office.call('staff.surveys.publish', { params: { id } });
    expect(published).toMatchObject({ state: 'open', title: '长者食堂好不好', abilities: { edit: false } });
    const frozen = { params: { id }, body: { ...content, revision: published.revision } };
    expect((await problemOf(editor.call('staff.surveys.update', frozen))).code).toBe('survey.state');
    const actions = (await stored('auditEntries', { subject: id })).map(entry => String(entry.action));
    expect(actions.sort()).toEqual(['survey.created', 'survey.edited', 'survey.published']);
  });

  it('draft thrown away: gone from the list and for everybody, its trail stays; changed meanwhile, published, another unit -> refused', async () => {
    const [office, editor] = [await server.asStaff('office'), await server.asStaff('editor', { unitId: UNIT })];
    const input = surveyInput();
    const { id } = input;
    const { revision, abilities } = await editor.call('staff.surveys.create', { body: input });
    expect(abilities?.discard).toBe(true);
    const discard = (seen: number, client: Pick<TestClient, 'call'> = editor, which = id) =>
      client.call('staff.surveys.discard', { params: { id: which }, body: { revision: seen } });
    expect((await problemOf(discard(revision + 1))).code).toBe('survey.changed');
    const elsewhere = await server.asStaff('editor', { unitId: OTHER_UNIT });
    expect((await problemOf(discard(revision, elsewhere))).code).toBe('survey.not_found');
    await discard(revision);
    expect((await editor.call('staff.surveys.list', { query: {} })).items).toEqual([]);
    for (const call of [
      editor.call('staff.surveys.get', { params: { id }, query: {} }),
      office.call('staff.surveys.publish', { params: { id } }),
      discard(revision),
    ])
      expect((await problemOf(call)).code).toBe('survey.not_found');
    const actions = (await stored('auditEntries', { subject: id })).map(entry => String(entry.action));
    expect(actions.sort()).toEqual(['survey.created', 'survey.discarded']);
    const open = await openSurvey(office);
    expect((await problemOf(discard(2, editor, open))).code).toBe('survey.state');
  });

  it('draft: questions that cannot be asked, a window the wrong way round, an unknown unit -> 422 at the place', async () => {
    const office = await server.asStaff('office');
    const pathOf = async (over: Parameters<typeof surveyInput>[0]) => {
      const call = office.call('staff.surveys.create', { body: surveyInput(over) });
      return (await problemOf(call)).problem.errors?.[0]?.path;
    };
    const [first, second] = surveyInput().questions;
    expect(await pathOf({ questions: [second!, first!] })).toBe('questions.0');
    expect(await pathOf({ groupBy: 'why' })).toBe('groupBy');
    expect(await pathOf({ closesOn: '2026-11-15' })).toBe('closesOn');
    expect(await pathOf({ unitId: 'nowhere' })).toBe('unitId');
  });

  it('another unit -> neither sees nor lists it; who is of the unit does', async () => {
    const office = await server.asStaff('office');
    const id = await openSurvey(office);
    const stranger = await server.asStaff('editor', { unitId: OTHER_UNIT });
    const mine = await server.asStaff('editor', { unitId: UNIT });
    const codeOf = async (call: Promise<unknown>) => (await problemOf(call)).code;
    expect(await codeOf(stranger.call('staff.surveys.get', { params: { id }, query: {} }))).toBe('survey.not_found');
    expect(await codeOf(stranger.call('staff.surveys.result', { params: { id }, query: {} }))).toBe('survey.not_found');
    expect((await stranger.call('staff.surveys.list', { query: {} })).items).toEqual([]);
    expect((await mine.call('staff.surveys.list', { query: { state: 'open' } })).items).toHaveLength(1);
    const timeline = { params: { collection: 'surveys', id }, query: {} };
    expect(await codeOf(stranger.call('staff.records.timeline', timeline))).toBe('record.not_found');
    expect((await mine.call('staff.records.timeline', timeline)).items).toHaveLength(2);
  });

  it('result: not before the end, not before every word is looked at; then counted, and only what was passed is read', async () => {
    const office = await server.asStaff('office');
    const id = await openSurvey(office);
    await say(id, '我住槐影路 12 号 3 栋 502 室，电话 19900000001，太远了');
    await say(id, '都挺好');
    await say(id, undefined, 'no');
    const publish = () =>
      office.call('staff.surveys.publishResult', { params: { id }, body: { summary: '三个人说了话。' } });
    expect((await problemOf(publish())).code).toBe('survey.state');
    server.clock.set(AFTER_WINDOW);
    const late = await server.asStaff('office');
    const publishLate = () =>
      late.call('staff.surveys.publishResult', { params: { id }, body: { summary: '三个人说了话。' } });
    expect((await problemOf(publishLate())).problem).toMatchObject({
      code: 'survey.texts_waiting',
      data: { waiting: 2 },
    });
    const texts = await textsOf(late, id);
    const personal = texts.find(({ hasPersonalData }) => hasPersonalData)!;
    const plain = texts.find(({ hasPersonalData }) => !hasPersonalData)!;
    expect(personal.text).not.toContain('19900000001');
    const review = (textId: string, decision: 'approved' | 'kept_back') =>
      late.call('staff.surveys.reviewText', { params: { id, textId }, body: { decision } });
    await review(personal.id, 'kept_back');
    expect(await review(plain.id, 'approved')).toMatchObject({ questionTitle: '还想说什么？', review: 'approved' });
    const [head, ...rows] = await rowsOf(await getTable(late, 'survey-texts', { of: id, review: 'approved' }));
    expect(head!.slice(0, 2)).toEqual(['哪道题', '写了什么']);
    expect(rows.map(row => row.slice(0, 2))).toEqual([['还想说什么？', '都挺好']]);
    expect((await problemOf(server.anonymous.call('surveys.result', { params: { id }, query: {} }))).code).toBe(
      'survey.result_not_yet',
    );
    await publishLate();
    const result = await server.anonymous.call('surveys.result', { params: { id }, query: {} });
    expect(result).toMatchObject({ responses: 3, summary: '三个人说了话。' });
    expect(
      result.questions.map(({ id: question, answered, publicTexts }) => [question, answered, publicTexts]),
    ).toEqual([
      ['went', 3, 0],
      ['why', 0, 0],
      ['rate', 0, 0],
      ['more', 2, 1],
    ]);
    expect(result.questions[0]!.options).toEqual([
      { id: 'yes', label: '去过', count: 2, share: 66.7 },
      { id: 'no', label: '没去过', count: 1, share: 33.3 },
    ]);
    const read = await server.anonymous.call('surveys.texts', { params: { id }, query: { question: 'more' } });
    expect(read.items.map(({ text }) => text)).toEqual(['都挺好']);
    expect((await problemOf(review(plain.id, 'kept_back'))).code).toBe('survey.state');
    expect((await problemOf(publishLate())).code).toBe('survey.state');
  });

  it('words of a survey linked to a consultation -> taken into its pool once, masked, counted as 问卷; unlinked -> 409', async () => {
    const office = await server.asStaff('office');
    const consultation = await openConsultation(office);
    const id = await openSurvey(office, { consultationId: consultation.id });
    await say(id, '助餐点开在一楼好，打 19900000001 找我');
    const [words] = await textsOf(office, id);
    const take = () => office.call('staff.surveys.takeText', { params: { id, textId: words!.id } });
    const taken = await take();
    expect(await take()).toEqual(taken);
    const comments = await stored('comments');
    expect(comments).toMatchObject([{ _id: taken.commentId, channel: 'survey', accountId: null, authorName: null }]);
    expect(String(comments[0]?.body)).toContain('199****0001');
    const alone = await openSurvey(office);
    await say(alone, '都挺好');
    const [other] = await textsOf(office, alone);
    const call = office.call('staff.surveys.takeText', { params: { id: alone, textId: other!.id } });
    expect((await problemOf(call)).code).toBe('survey.no_consultation');
  });

  it('export: numbers, choices and words on their own sheets, written down in the audit', async () => {
    const office = await server.asStaff('office');
    const id = await openSurvey(office);
    await say(id, '打 19900000001 找我', 'no');
    const answer = await office.fetch(`/api/v1/staff/surveys/${id}/result.xlsx`);
    expect(answer.status).toBe(200);
    const workbook = new Workbook();
    await workbook.xlsx.load((await answer.arrayBuffer()) as never);
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['汇总', '答卷', '写的话']);
    const [, answers, words] = workbook.worksheets;
    expect(answers!.getRow(2).getCell(2).text).toBe('没去过');
    expect(words!.getRow(2).getCell(2).text).toContain('199****0001');
    expect(await stored('auditEntries', { action: 'survey.exported' })).toHaveLength(1);
  });

  it('desk: words not looked at, and an end without a result -> on the desk of the unit; with the result -> gone', async () => {
    const office = await server.asStaff('office');
    const id = await openSurvey(office);
    await say(id, '都挺好');
    const tasks = async () =>
      (await (await server.asStaff('editor', { unitId: UNIT })).call('staff.desk', { query: {} })).tasks;
    expect(await tasks()).toEqual([
      expect.objectContaining({ kind: 'surveyTexts', recordId: id, step: '看写的话 1 段', dueOn: '2026-12-13' }),
    ]);
    server.clock.set(AFTER_WINDOW);
    const late = await server.asStaff('office');
    expect((await tasks()).map(({ kind }) => kind).sort()).toEqual(['survey', 'surveyTexts']);
    const [words] = await textsOf(late, id);
    const params = { id, textId: words!.id };
    await late.call('staff.surveys.reviewText', { params, body: { decision: 'approved' } });
    await late.call('staff.surveys.publishResult', { params: { id }, body: { summary: '谢谢。' } });
    expect(await tasks()).toEqual([]);
  });
});

describe('retention, on surveys', () => {
  it('a month after the end -> who answered is forgotten; a year on -> words kept back are gone, passed ones stay', async () => {
    const office = await server.asStaff('office');
    const id = await openSurvey(office);
    await say(id, '第一段');
    await say(id, '第二段');
    const [first, second] = await textsOf(office, id);
    const review = (textId: string, decision: 'approved' | 'kept_back') =>
      office.call('staff.surveys.reviewText', { params: { id, textId }, body: { decision } });
    await review(first!.id, 'approved');
    await review(second!.id, 'kept_back');
    server.clock.advance(30 * 86_400_000);
    await server.runSchedule('platform.sweep');
    expect(await stored('surveyTurns')).toHaveLength(2);
    server.clock.advance(10 * 86_400_000);
    await server.runSchedule('platform.sweep');
    expect(await stored('surveyTurns')).toEqual([]);
    server.clock.advance(330 * 86_400_000);
    await server.runSchedule('platform.sweep');
    const kept = (await stored('surveyTexts')).map(({ text }) => text);
    expect(kept).toContain(first!.text);
    expect(kept).not.toContain(second!.text);
  });
});
