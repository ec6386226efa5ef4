import { putDistrict, uploadFile } from '../../../fixtures/district';
import { pdf } from '../../documents/documents.fixtures';
import { problemOf, startTestServer, type TestServer } from '../../../testing';
import { announcement, interpretation, regulation, startDesk } from './drafts.fixtures';

let server: TestServer;
let desk: Awaited<ReturnType<typeof startDesk>>;
beforeEach(async () => {
  server = await startTestServer();
  await putDistrict(server);
  desk = await startDesk(server);
});
afterEach(() => server.stop());

const publish = async (id: string, at?: string, client = desk.editor) =>
  client.call('staff.drafts.publish', { params: { id }, body: { ...(await desk.seen(id)), ...(at && { at }) } });
const unschedule = async (id: string) =>
  desk.editor.call('staff.drafts.unschedule', { params: { id }, body: await desk.seen(id) });
const notice = (id: string) => server.anonymous.call('notices.get', { params: { id }, query: {} });
const titles = async () => (await server.anonymous.call('notices.list', { query: {} })).items.map(item => item.title);
const told = () => server.collection('outbox').countDocuments({ name: 'notice.published' });
const TEN_PAST = '2026-11-16T02:10:00.000Z';

describe('publishing a draft', () => {
  it('now: public under its id, with an index number, its files, in list, feed and search; once', async () => {
    const file = (await uploadFile(desk.editor, await pdf({ pages: ['water is back at six'] }), { name: 'a.pdf' }))
      .body;
    const { id } = await desk.approve(announcement({ attachmentIds: [file.id], keyPoints: ['', '周六停水'] }));
    const { revision } = await desk.seen(id);
    const call = () => desk.editor.call('staff.drafts.publish', { params: { id }, body: { revision } });
    const outcomes = await Promise.allSettled([call(), call(), call()]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await notice(id)).toMatchObject({
      ...{ id, title: '槐影巷周六停水', indexNumber: 'QH-2026-00001', keyPoints: ['周六停水'] },
      ...{ publishedAt: '2026-11-16T02:00:00.000Z', attachments: [{ id: file.id }] },
    });
    expect([await told(), await titles()]).toEqual([1, ['槐影巷周六停水']]);
    expect((await server.anonymous.fetch(`/api/v1/files/${file.id}`)).status).toBe(200);
    await server.runWorker();
    const found = await server.anonymous.call('search.query', { query: { q: '停水' } });
    expect(found.items.map(item => item.id)).toEqual([id]);
    expect(await desk.get(id)).toMatchObject({
      ...{ state: 'published', noticeId: id, published: { by: { id: desk.editor.staffId } } },
      abilities: { save: false, publish: false, recall: false },
    });
  });

  it('who and when: not before its last signature, not by a reviewer, not for a time that is over', async () => {
    const { id } = await desk.create(announcement());
    expect((await problemOf(publish(id))).code).toBe('draft.state');
    await desk.submit(id);
    expect((await problemOf(publish(id))).code).toBe('draft.state');
    await desk.sign(id, desk.reviewers[0]);
    expect((await problemOf(publish(id, undefined, desk.reviewers[0]))).status).toBe(403);
    expect((await problemOf(publish(id, '2026-11-16T02:00:00.000Z'))).code).toBe('request.invalid');
    expect((await publish(id)).state).toBe('published');
  });

  it('index numbers: one after the other in the year of the paper, without gaps', async () => {
    const dates = ['2026-11-01', '2025-12-30', '2026-11-02'];
    const numbers: (string | null)[] = [];
    for (const madeOn of dates) {
      const { id } = await desk.approve(announcement({ madeOn }));
      await publish(id);
      numbers.push((await notice(id)).indexNumber);
    }
    expect(numbers).toEqual(['QH-2026-00001', 'QH-2025-00001', 'QH-2026-00002']);
  });

  it('a link that died since it was signed -> not published, told by its place', async () => {
    const other = await desk.approve(announcement({ title: '旧通知' }));
    await publish(other.id);
    const { id } = await desk.approve(announcement({ relatedIds: [{ relation: 'related', id: other.id }] }));
    await desk.editor.call('staff.notices.takeDown', { params: { id: other.id }, body: { reason: '作废' } });
    const fault = await problemOf(publish(id));
    expect([fault.code, fault.problem.errors?.[0]?.path]).toEqual(['draft.incomplete', 'relatedIds.0']);
    expect((await desk.get(id)).state).toBe('approved');
  });
});

describe('publishing at a time', () => {
  it('at its second, on two servers at once -> public with that second, told once; before it nothing', async () => {
    const second = await startTestServer({
      environment: { MONGODB_URI: server.deps.platform.config.mongodbUri! },
    });
    try {
      const { id } = await desk.approve(announcement());
      expect(await publish(id, TEN_PAST)).toMatchObject({ state: 'scheduled', publishAt: TEN_PAST });
      const run = () => Promise.all([server, second, server].map(one => one.runSchedule('notices.publish-due')));
      for (const one of [server, second]) one.clock.set('2026-11-16T02:09:59.999Z');
      await run();
      expect((await problemOf(notice(id))).status).toBe(404);
      for (const one of [server, second]) one.clock.set('2026-11-16T02:10:00.400Z');
      await run();
      expect((await notice(id)).publishedAt).toBe(TEN_PAST);
      expect([await told(), await server.collection('notices').countDocuments()]).toEqual([1, 1]);
      expect(await desk.get(id)).toMatchObject({
        ...{ state: 'published', published: { by: { id: desk.editor.staffId }, at: TEN_PAST } },
      });
      const acts = await server.collection('auditEntries').find({ action: 'notice-draft.published' }).toArray();
      expect(acts.map(({ actor }) => actor)).toEqual(['system']);
    } finally {
      await second.stop();
    }
  });

  it('taken from the clock -> approved again, its hour passes and nothing happens', async () => {
    const { id } = await desk.approve(announcement());
    await publish(id, TEN_PAST);
    expect(await unschedule(id)).toMatchObject({ state: 'approved', publishAt: null });
    server.clock.set(TEN_PAST);
    await server.runSchedule('notices.publish-due');
    expect((await problemOf(notice(id))).status).toBe(404);
  });

  it('something it names is gone by then -> approved again with what was wrong; the next one goes out', async () => {
    const other = await desk.approve(announcement({ title: '旧通知' }));
    await publish(other.id);
    const broken = await desk.approve(announcement({ relatedIds: [{ relation: 'related', id: other.id }] }));
    const whole = await desk.approve(announcement({ title: '好的' }));
    for (const { id } of [broken, whole]) await publish(id, TEN_PAST);
    await desk.editor.call('staff.notices.takeDown', { params: { id: other.id }, body: { reason: '作废' } });
    server.clock.set(TEN_PAST);
    await server.runSchedule('notices.publish-due');
    const draft = await desk.get(broken.id);
    expect([draft.state, draft.timeline.at(-1)]).toMatchObject([
      'approved',
      { act: 'publish_failed', by: { name: '系统' }, note: '这条信息没有公开，或者已经撤下。' },
    ]);
    expect(await titles()).toEqual(['好的']);
  });
});

describe('a file and its interpretation go out together', () => {
  /** Both in review, then both signed by three. */
  async function approveBoth() {
    const file = await desk.create(regulation());
    const paper = await desk.create(interpretation(file.id));
    await desk.submit(file.id);
    await desk.submit(paper.id);
    for (const reviewer of desk.reviewers) await desk.sign(file.id, reviewer);
    return { file: file.id, paper: paper.id };
  }

  it('now: the file waits for the interpretation, the interpretation for the file -> both at once, linked both ways', async () => {
    const { file, paper } = await approveBoth();
    expect((await problemOf(publish(file))).code).toBe('draft.interpretation_missing');
    for (const reviewer of desk.reviewers) await desk.sign(paper, reviewer);
    expect((await problemOf(publish(paper))).problem.data).toEqual({ reason: 'waits_for_file', draftId: file });
    await publish(file);
    expect((await notice(file)).related).toMatchObject([{ relation: 'interpretedBy', id: paper }]);
    expect((await notice(paper)).related).toMatchObject([{ relation: 'interprets', id: file }]);
    expect([await told(), (await desk.get(paper)).state]).toEqual([2, 'published']);
  });

  it('at a time: the interpretation is scheduled with its file and cannot leave it alone; both out at the second', async () => {
    const { file, paper } = await approveBoth();
    for (const reviewer of desk.reviewers) await desk.sign(paper, reviewer);
    await publish(file, TEN_PAST);
    expect(await desk.get(paper)).toMatchObject({
      ...{ state: 'scheduled', publishAt: TEN_PAST, publishesWith: file, abilities: { unschedule: false } },
    });
    expect((await problemOf(unschedule(paper))).code).toBe('draft.state');
    await unschedule(file);
    expect((await desk.get(paper)).state).toBe('approved');
    await publish(file, TEN_PAST);
    server.clock.set(TEN_PAST);
    await Promise.all([1, 2].map(() => server.runSchedule('notices.publish-due')));
    expect((await titles()).sort()).toEqual(['一图看懂加装电梯补助', '老旧小区加装电梯补助办法']);
    expect(await told()).toBe(2);
  });

  const second = async (id: string) => (await notice(id)).publishedAt;

  it('the file is scheduled, waived: an interpretation approved later -> joins it at its second, at no other; both out together', async () => {
    const file = await desk.create(regulation());
    await desk.submit(file.id);
    await desk.reviewers[0].call('staff.drafts.waiveInterpretation', {
      params: { id: file.id },
      body: { ...(await desk.seen(file.id)), reason: '急件，解读随后' },
    });
    for (const reviewer of desk.reviewers) await desk.sign(file.id, reviewer);
    await publish(file.id, TEN_PAST);
    const paper = await desk.approve(interpretation(file.id));
    const later = await problemOf(publish(paper.id, '2026-11-16T03:00:00.000Z'));
    expect(later.problem.errors).toMatchObject([{ path: 'at' }]);
    await publish(paper.id);
    expect(await desk.get(paper.id)).toMatchObject({ state: 'scheduled', publishAt: TEN_PAST, publishesWith: file.id });
    server.clock.set(TEN_PAST);
    await server.runSchedule('notices.publish-due');
    expect([await second(file.id), await second(paper.id)]).toEqual([TEN_PAST, TEN_PAST]);
  });

  it('the interpretation is sent back, or taken back and changed, after the file was approved -> the file waits until it is signed again', async () => {
    const { file, paper } = await approveBoth();
    for (const reviewer of desk.reviewers) await desk.sign(paper, reviewer);
    await desk.sendBack(paper, 'writer', desk.reviewers[1]);
    expect((await problemOf(publish(file))).code).toBe('draft.interpretation_missing');
    expect((await problemOf(publish(file, TEN_PAST))).code).toBe('draft.interpretation_missing');
    await desk.save(paper, interpretation(file, { title: '三句话说清加装电梯补助' }));
    await desk.submit(paper);
    for (const reviewer of desk.reviewers) await desk.sign(paper, reviewer);
    await publish(file);
    expect((await notice(file)).related).toMatchObject([{ title: '三句话说清加装电梯补助' }]);
    expect(await second(file)).toBe(await second(paper));
  });

  it('the interpretation names its file no more, or is thrown away -> the file does not go out alone', async () => {
    const { file, paper } = await approveBoth();
    const body = await desk.seen(paper);
    await desk.editor.call('staff.drafts.recall', { params: { id: paper }, body });
    await desk.editor.call('staff.drafts.discard', { params: { id: paper }, body: await desk.seen(paper) });
    expect((await problemOf(publish(file))).code).toBe('draft.interpretation_missing');
    expect(await titles()).toEqual([]);
  });

  it('waived, then sent back and changed -> the waiver was for other words: it has to be waived again, or interpreted', async () => {
    const file = await desk.create(regulation());
    await desk.submit(file.id);
    await desk.reviewers[0].call('staff.drafts.waiveInterpretation', {
      params: { id: file.id },
      body: { ...(await desk.seen(file.id)), reason: '只改了一个联系电话' },
    });
    await desk.sendBack(file.id, 'writer', desk.reviewers[0]);
    expect((await desk.get(file.id)).waiver).not.toBeNull();
    await desk.save(file.id, regulation({ title: '老旧小区加装电梯补助办法（修订）' }));
    expect((await desk.get(file.id)).waiver).toBeNull();
    await desk.submit(file.id);
    for (const reviewer of desk.reviewers.slice(0, 2)) await desk.sign(file.id, reviewer);
    expect((await problemOf(desk.sign(file.id, desk.reviewers[2]))).code).toBe('draft.interpretation_missing');
  });

  it('one cannot go out at its second -> neither does, both wait for a person again', async () => {
    const other = await desk.approve(announcement({ title: '旧通知' }));
    await publish(other.id);
    const file = await desk.create(regulation());
    const related = [
      { relation: 'interprets' as const, id: file.id },
      { relation: 'related' as const, id: other.id },
    ];
    const paper = await desk.create(interpretation(file.id, { relatedIds: related }));
    for (const { id } of [file, paper]) await desk.submit(id);
    for (const reviewer of desk.reviewers) for (const { id } of [file, paper]) await desk.sign(id, reviewer);
    await publish(file.id, TEN_PAST);
    await desk.editor.call('staff.notices.takeDown', { params: { id: other.id }, body: { reason: '作废' } });
    server.clock.set(TEN_PAST);
    await server.runSchedule('notices.publish-due');
    const states = [(await desk.get(file.id)).state, (await desk.get(paper.id)).state];
    expect([states, await titles()]).toEqual([['approved', 'approved'], []]);
  });

  it('one interpretation of two files, out with the first -> the second is interpreted and goes out', async () => {
    const [first, next] = [
      await desk.create(regulation()),
      await desk.create(regulation({ title: '加装电梯补助申请细则', documentNumber: '栖住建〔2026〕13号' })),
    ];
    const both = [first, next].map(({ id }) => ({ relation: 'interprets' as const, id }));
    const paper = await desk.create(interpretation(first.id, { relatedIds: both }));
    for (const { id } of [first, paper]) await desk.submit(id);
    for (const reviewer of desk.reviewers) for (const { id } of [first, paper]) await desk.sign(id, reviewer);
    await publish(first.id);
    await desk.submit(next.id);
    for (const reviewer of desk.reviewers) await desk.sign(next.id, reviewer);
    await publish(next.id);
    expect((await notice(next.id)).related).toMatchObject([{ relation: 'interpretedBy', id: paper.id }]);
  });
});
