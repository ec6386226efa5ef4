import { commentInput, openConsultation, putDistrict } from '../consultations/consultation.fixtures';
import { startTestServer, type TestServer } from '../../testing';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
  await putDistrict(server);
});
afterEach(() => server.stop());

describe('news of a review', () => {
  it.each([
    ['after_review', 'approved', '你的意见可以公开看到了'],
    ['after_check', 'approved', '你的意见可以公开看到了'],
    ['with_outcome', 'approved', '你的意见会和结果一起公开'],
    ['after_review', 'rejected', '你的意见已计入，但不公开显示'],
    ['with_outcome', 'rejected', '你的意见已计入，但不公开显示'],
  ] as const)('comment shown %s: %s -> its author reads “%s”', async (display, decision, body) => {
    const office = await server.asStaff('office');
    const { id, input } = await openConsultation(office, { display });
    const resident = await server.asResident();
    const comment = await resident.call('consultations.comments.create', { params: { id }, body: commentInput() });
    await office.call('staff.comments.review', { params: { id, commentId: comment.id }, body: { decision } });
    await server.runWorker();
    const { items } = await resident.call('me.messages.list');
    expect(items.filter(item => item.kind === 'comment.reviewed')).toEqual([
      expect.objectContaining({ title: input.question, body, link: { kind: 'comment', id } }),
    ]);
  });

  it('decided the other way before it is told -> each message says what was decided then', async () => {
    const office = await server.asStaff('office');
    const { id } = await openConsultation(office);
    const resident = await server.asResident();
    const comment = await resident.call('consultations.comments.create', { params: { id }, body: commentInput() });
    const params = { id, commentId: comment.id };
    await office.call('staff.comments.review', { params, body: { decision: 'approved' } });
    await office.call('staff.comments.review', { params, body: { decision: 'rejected' } });
    await server.runWorker();
    const { items } = await resident.call('me.messages.list');
    expect(items.map(item => item.body).sort()).toEqual(
      ['你的意见可以公开看到了', '你的意见已计入，但不公开显示'].sort(),
    );
  });
});
