import { randomUUID } from 'node:crypto';
import { putDistrict } from '../../fixtures/district';
import { createDelivery } from '../../platform/listeners';
import { startTestServer, type TestServer } from '../../testing';
import type { InformationRequestRecord } from './information-request.model';
import { newRequest } from './information-requests.fixtures';

// Each test starts a server and several people: on a busy machine that takes longer than five seconds.
jest.setTimeout(60_000);

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer({ now: '2026-12-16T02:00:00.000Z' });
  await putDistrict(server);
});
afterEach(() => server.stop());

const NOTICE = `国务院办公厅关于2027年部分节假日安排的通知
国办发明电〔2026〕9号
一、元旦：1月1日（周五）至3日（周日）放假，共3天。1月9日（周六）上班。
二、劳动节：5月1日（周六）至3日（周一）放假，共3天。
三、国庆节：10月1日（周五）至7日（周四）放假，共7天。
2026年12月15日`;
/** More than two steps take. */
const COPIES = 104;

/** A registered request and so many like it, as if others had filed them on the same day. */
async function manyOpen(): Promise<void> {
  const { id } = await (
    await server.asResident()
  ).call('informationRequests.create', {
    body: newRequest(),
  });
  const desk = await server.asStaff('officer', { unitId: 'district-office' });
  await desk.call('staff.informationRequests.register', { params: { id } });
  await server.runWorker();
  const requests = server.collection<InformationRequestRecord>('informationRequests');
  const record = (await requests.findOne({ _id: id }))!;
  await requests.insertMany(
    Array.from({ length: COPIES }, (_, at) => ({ ...record, _id: randomUUID(), number: `${record.number}-${at}` })),
  );
}

it('recount: more open requests than a step takes -> every one by the new days, audited and told once', async () => {
  await manyOpen();
  const requests = server.collection<InformationRequestRecord>('informationRequests');
  expect(await requests.countDocuments({ dueOn: '2027-01-14', provisional: true })).toBe(COPIES + 1);
  const admin = await server.asStaff('admin');
  await admin.call('staff.holidays.enter', { body: { text: NOTICE, url: 'https://www.gov.cn/' } });
  // The second step waits for its turn as everything else does that happens meanwhile.
  const { outbox, transaction, logger } = server.deps.platform;
  const delivery = createDelivery({ outbox, transaction, logger, listeners: server.deps.listeners });
  for (let step = 0; step < 4; step += 1) await delivery.deliverNext();
  const sofar = await requests.countDocuments({ provisional: false });
  expect(sofar).toBeGreaterThan(0);
  expect(sofar).toBeLessThan(COPIES + 1);
  await server.runWorker();
  expect(await requests.countDocuments({ dueOn: '2027-01-13', provisional: false })).toBe(COPIES + 1);
  const audited = { action: 'information-request.recounted' };
  expect(await server.collection('auditEntries').countDocuments(audited)).toBe(COPIES + 1);
  expect(await server.collection('messages').countDocuments({ kind: 'information-request.recounted' })).toBe(
    COPIES + 1,
  );
});
