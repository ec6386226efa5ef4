import { randomUUID } from 'node:crypto';
import { putDistrict } from '../../fixtures/district';
import { problemOf, startTestServer, type TestServer } from '../../testing';
import { enquiriesOn, MASKED } from './enquiry.fixtures';

// Each test starts a server and several people: on a busy machine that takes longer than five seconds.
jest.setTimeout(60_000);

let server: TestServer;
let on: ReturnType<typeof enquiriesOn>;
beforeEach(async () => {
  server = await startTestServer({ now: '2026-11-16T02:00:00.000Z' });
  await putDistrict(server);
  on = enquiriesOn(server);
});
afterEach(() => server.stop());

async function published() {
  const made = await on.answered();
  await made.desk.call('staff.enquiries.publish', { params: made.params, body: MASKED });
  return made;
}
const report = () => ({ id: randomUUID(), reason: '写了我家的门牌' });

it('report: once a person, of what is public -> waits on the desk without a name; kept -> settled, stays public', async () => {
  const { params, desk, editor } = await published();
  const neighbour = await server.asResident();
  const first = report();
  await neighbour.call('enquiries.report', { params, body: first });
  expect(await neighbour.call('enquiries.report', { params, body: report() })).toEqual({ id: first.id });
  await (await server.asResident()).call('enquiries.report', { params, body: { ...report(), reason: '广告' } });
  const seen = await desk.call('staff.enquiries.get', { params });
  expect(seen.reports.map(({ reason }) => reason)).toEqual(['写了我家的门牌', '广告']);
  expect(JSON.stringify(seen)).not.toContain(neighbour.accountId);
  const tasksOf = async (client: typeof desk) => (await client.call('staff.desk')).tasks.map(({ step }) => step);
  expect(await tasksOf(desk)).toEqual(['看看举报，决定公不公开']);
  expect(await tasksOf(editor)).toEqual([]);
  await neighbour.call('me.close');
  expect((await desk.call('staff.enquiries.get', { params })).reports).toHaveLength(1);
  const body = { isShown: true, reason: '没有门牌' };
  expect(await desk.call('staff.enquiries.show', { params, body })).toMatchObject({ reports: [], isPublic: true });
  expect(await tasksOf(desk)).toEqual([]);
  expect(await on.eventsOf('enquiry.hidden')).toEqual([]);
});

it('hide: with a reason -> nobody else reads or finds it; its author appeals once; shown again -> found again', async () => {
  const { resident, params, desk, editor } = await published();
  await server.runWorker();
  const found = async () =>
    (await server.anonymous.call('search.query', { query: { q: '路灯', kind: 'enquiry' } })).items.length;
  const codeOf = async () => (await problemOf(server.anonymous.call('enquiries.get', { params }))).code;
  expect(await found()).toBe(1);
  const hide = { isShown: false, reason: '里面有别人的名字' };
  expect((await problemOf(editor.call('staff.enquiries.show', { params, body: hide }))).status).toBe(403);
  await desk.call('staff.enquiries.show', { params, body: hide });
  expect([await codeOf(), await found()]).toEqual(['enquiry.not_found', 0]);
  expect((await server.anonymous.call('enquiries.list')).items).toEqual([]);
  const neighbour = await server.asResident();
  expect((await problemOf(neighbour.call('enquiries.report', { params, body: report() }))).code).toBe(
    'enquiry.not_found',
  );
  await server.runWorker();
  const { items } = await resident.call('me.messages.list');
  expect(items.map(({ kind }) => kind)).toContain('enquiry.hidden');
  expect(await resident.call('enquiries.get', { params })).toMatchObject({
    own: { hidden: { reason: hide.reason, appeal: null } },
    abilities: { appeal: true },
  });
  const appeal = (text: string) => resident.call('enquiries.appeal', { params, body: { text } });
  await appeal('那是店名');
  expect(await appeal('那是店名')).toMatchObject({ abilities: { appeal: false } });
  expect((await problemOf(appeal('再说一遍'))).code).toBe('enquiry.state');
  expect((await desk.call('staff.desk')).tasks.map(({ step }) => step)).toEqual(['看看申诉，决定公不公开']);
  await desk.call('staff.enquiries.show', { params, body: { isShown: true, reason: '确实是店名' } });
  await server.runWorker();
  expect(await found()).toBe(1);
  expect(await server.anonymous.call('enquiries.get', { params })).toMatchObject({ title: MASKED.title });
  expect(await on.eventsOf('enquiry.shown')).toHaveLength(1);
});

it('hide: what was never published -> 409', async () => {
  const { params, desk } = await on.answered();
  const call = desk.call('staff.enquiries.show', { params, body: { isShown: false, reason: '不合适' } });
  expect((await problemOf(call)).code).toBe('enquiry.state');
});
