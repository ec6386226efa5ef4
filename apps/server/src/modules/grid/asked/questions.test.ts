import { startTestServer, type TestClient, type TestServer } from '../../../testing';
import { getTable, rowsOf } from '../../tables/tables.fixtures';
import { openConsultation } from '../../consultations/consultation.fixtures';
import {
  asStreet,
  assign,
  asWorker,
  commentFor,
  enquiryOf,
  handOnOf,
  putBuilding,
  putGrids,
  toldOf,
  visitOf,
} from '../grid.fixtures';

// Each test starts a server and several people: on a busy machine that takes longer than five seconds.
jest.setTimeout(60_000);

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer({ now: '2026-11-16T02:00:00.000Z' });
  await putGrids(server);
});
afterEach(() => server.stop());

async function start(doors: number) {
  const [street, worker] = [await asStreet(server), await asWorker(server)];
  const { doorIds } = await putBuilding(street, { doors });
  await assign(street, worker.staffId);
  const sync = (items: object[]) => worker.call('grid.sync', { body: { items: items as never } });
  const office = await server.asStaff('office', { unitId: 'district-office' });
  return { street, worker, office, doorIds, sync };
}
const questionsFor = async (reader: TestClient, area?: string) =>
  reader.call('staff.grid.questions', { query: { from: '2026-11-01', to: '2026-11-30', area } });

describe('questions by topic', () => {
  it('taken down, handed on, asked at the door -> a row for each matter, doors and times apart, for the area’s own people', async () => {
    const { street, office, sync, doorIds } = await start(6);
    const { id } = await openConsultation(office, { unitId: 'district-office' });
    const item = { kind: 'consultation' as const, id };
    await sync([
      ...doorIds.slice(0, 2).map(doorId => enquiryOf({ doorId })),
      ...[1, 2].map(() => enquiryOf({ doorId: doorIds[0]! })),
      handOnOf({ doorId: doorIds[2]! }),
      commentFor(id, { doorId: doorIds[3]! }),
      visitOf(doorIds[3]!, { reaction: 'opinion', items: [item] }),
      visitOf(doorIds[4]!, { reaction: 'question', items: [item] }),
      visitOf(doorIds[5]!, { reaction: 'question' }),
      visitOf(doorIds[5]!, { reaction: 'knew', items: [item] }),
    ]);
    const { items, isRounded } = await questionsFor(street);
    const none = { doors: 0, times: 0 };
    const one = { doors: 1, times: 1 };
    const rows = Object.fromEntries(items.map(({ kind, ...row }) => [kind, row]));
    expect(isRounded).toBe(false);
    expect(rows).toMatchObject({
      enquiry: { enquiryKind: 'help', onBehalf: { doors: 2, times: 4 }, question: none },
      request: { onBehalf: one },
      item: { item: { id, title: '助餐点开在哪里好？' }, onBehalf: one, opinion: one, question: one },
      visit: { onBehalf: none, question: one },
    });
  });

  it('to the district: fewer than five doors -> not told; more -> by fives, so that nothing can be taken from one another', async () => {
    const { office, sync, doorIds } = await start(9);
    await sync([
      ...doorIds.slice(0, 7).map(doorId => enquiryOf({ doorId })),
      ...doorIds.slice(0, 4).map(doorId => handOnOf({ doorId })),
    ]);
    const { items, isRounded } = await questionsFor(office);
    expect(isRounded).toBe(true);
    const rows = Object.fromEntries(items.map(({ kind, onBehalf }) => [kind, onBehalf]));
    expect(rows).toEqual({ enquiry: { doors: 5, times: 5 }, request: null });
    const days = { from: '2026-11-01', to: '2026-11-30' };
    const [, ...table] = await rowsOf(await getTable(office, 'grid-questions', days));
    expect(table.map(row => row.slice(0, 3))).toEqual([
      ['留言：求助', '5', '5'],
      ['要政府信息', '少于 5 户', '少于 5 户'],
    ]);
  });

  it('an area of few doors -> hidden from the district, shown to its street', async () => {
    const { street, office, sync, doorIds } = await start(3);
    await sync(doorIds.map(doorId => enquiryOf({ doorId })));
    expect(await questionsFor(office, 'liuying')).toMatchObject({ hidden: 'few', items: [] });
    expect(await questionsFor(street)).toMatchObject({ hidden: null, items: [{ onBehalf: { doors: 3 } }] });
  });

  it('told, and given up after three times -> counted, each once', async () => {
    const { street, sync, doorIds } = await start(2);
    const [one, other] = [enquiryOf({ doorId: doorIds[0]! }), enquiryOf({ doorId: doorIds[1]! })];
    await sync([one, other]);
    await sync([
      toldOf(one.id, { how: 'not_reached' }),
      toldOf(one.id),
      ...[1, 2, 3].map(() => toldOf(other.id, { how: 'not_reached' })),
    ]);
    expect(await questionsFor(street)).toMatchObject({ told: 1, notReached: 1 });
  });
});
