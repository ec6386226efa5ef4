import { randomUUID } from 'node:crypto';
import { startTestServer, type TestServer } from '../../testing';
import { commentInput, heardLetter, openConsultation, putDistrict } from './consultation.fixtures';

let server: TestServer;
let office: Awaited<ReturnType<TestServer['asStaff']>>;
let id: string;

beforeEach(async () => {
  server = await startTestServer();
  await putDistrict(server);
  office = await server.asStaff('office');
  ({ id } = await openConsultation(office, { display: 'after_check' }));
});
afterEach(() => server.stop());

/** A letter: looked at by a person, so that its words are found at once. */
const heard = async (body: string, over: { proposedText?: string; consultation?: string } = {}) => {
  const { consultation = id, ...given } = over;
  const target = { kind: 'clause' as const, id: 'c2' };
  const input = { ...heardLetter, ...given, id: randomUUID(), target, body };
  return (await office.call('staff.comments.record', { params: { id: consultation }, body: input })).id;
};
type Query = NonNullable<Parameters<typeof office.call<'staff.comments.list'>>[1]['query']>;
const find = async (q: string, query: Query = {}) =>
  (await office.call('staff.comments.list', { params: { id }, query: { ...query, q } })).items.map(item => item.id);

describe('GET /staff/consultations/:id/comments?q', () => {
  it('words: all of them, in any order and form, in the words or the proposal -> found; another, or elsewhere -> not', async () => {
    const stairs = await heard('食堂门口的台阶太高，轮椅上不去。');
    const menu = await heard('请把菜单贴在食堂门口。', { proposedText: '助餐点每周公布菜单和价格，附二维码。' });
    const elsewhere = await openConsultation(office);
    await heard('食堂门口要有轮椅坡道。', { consultation: elsewhere.id });
    expect((await find('食堂')).sort()).toEqual([stairs, menu].sort());
    expect(await find('轮椅 食堂')).toEqual([stairs]);
    expect(await find('价格')).toEqual([menu]);
    expect(await find('食堂 公交车')).toEqual([]);
    expect(await find('，。')).toEqual([]);
  });

  it('a queue, an answer, a place -> narrow what is found; the pages hold together', async () => {
    const ids: string[] = [];
    for (const what of ['甲', '乙', '丙']) ids.push(await heard(`食堂要有轮椅坡道，${what}处尤其要。`));
    const params = { id, commentId: ids[1]! };
    await office.call('staff.comments.answer', { params, body: { result: 'adopted', reason: '都修。' } });
    expect(await find('轮椅', { queue: 'adopted' })).toEqual([ids[1]]);
    expect((await find('轮椅', { queue: 'to_answer' })).sort()).toEqual([ids[0], ids[2]].sort());
    expect(await find('轮椅', { place: 'c1' })).toEqual([]);
    const query = { q: '坡道 轮椅', limit: 2 };
    const first = await office.call('staff.comments.list', { params: { id }, query });
    const cursor = first.nextCursor ?? '';
    const second = await office.call('staff.comments.list', { params: { id }, query: { ...query, cursor } });
    expect([...first.items, ...second.items].map(item => item.id).sort()).toEqual([...ids].sort());
  });

  it('one that is known by its id -> it alone, in whichever queue; of another consultation -> nothing', async () => {
    await heard('食堂要有轮椅坡道。');
    const known = await heard('台阶太高。');
    const one = (consultation: string) =>
      office.call('staff.comments.list', { params: { id: consultation }, query: { comment: known, queue: 'adopted' } });
    expect((await one(id)).items.map(item => item.id)).toEqual([known]);
    expect((await one((await openConsultation(office)).id)).items).toEqual([]);
  });

  it('a number that leads to a person -> in no index; taken back -> not found any more; not checked yet -> with its check', async () => {
    await heard('请打我电话 13900000017，台阶太高。');
    expect(await find('13900000017')).toEqual([]);
    expect(await find('台阶')).toHaveLength(1);
    const keys = (await server.collection('comments').find({}).toArray()).flatMap(one => one.keys as string[]);
    expect(keys.filter(key => key.includes('13900000017'))).toEqual([]);

    const resident = await server.asResident();
    const own = commentInput({ body: '坡道旁边要有扶手。' });
    await resident.call('consultations.comments.create', { params: { id }, body: own });
    expect(await find('扶手')).toEqual([]);
    await server.runWorker();
    expect(await find('扶手')).toEqual([own.id]);
    await resident.call('consultations.comments.withdraw', { params: { id, commentId: own.id } });
    expect(await find('扶手')).toEqual([]);
  });
});
