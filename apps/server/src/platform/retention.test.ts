import { putDistrict as putOffice } from '../fixtures/district';
import { commentInput, openConsultation, putDistrict } from '../modules/consultations/consultation.fixtures';
import { newRequest } from '../modules/information-requests/information-requests.fixtures';
import { startTestServer, type TestServer } from '../testing';

const DAY_MS = 86_400_000;

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
  await putDistrict(server);
});
afterEach(() => server.stop());

const pass = async (days: number) => {
  server.clock.advance(days * DAY_MS);
  await server.runSchedule('platform.sweep');
};
const stored = (collection: string, _id: string) => server.collection(collection).findOne({ _id });

describe('retention file, on records of the app', () => {
  it('comment: five years on -> words and receipt stay, who wrote it is gone', async () => {
    const office = await server.asStaff('office');
    const { id } = await openConsultation(office, { display: 'with_outcome' });
    const author = await server.asResident();
    const body = commentInput({ penName: '槐影居民' });
    await author.call('consultations.comments.create', { params: { id }, body });

    await pass(1_800);
    expect(await stored('comments', body.id)).toMatchObject({ accountId: author.accountId, penName: '槐影居民' });
    await pass(30);
    const left = await stored('comments', body.id);
    expect(left).toMatchObject({ body: body.body, isAuthorGone: true, accountId: null, penName: null });
    expect(left?.receipt).toBeTruthy();
  });

  it('withdrawn comment: half a year on -> its words are gone, one that stands keeps them', async () => {
    const office = await server.asStaff('office');
    const { id } = await openConsultation(office, { display: 'with_outcome' });
    const author = await server.asResident();
    const [taken, standing] = [commentInput(), commentInput({ body: '助餐点请开在一楼，坐轮椅也进得去。' })];
    for (const body of [taken, standing]) await author.call('consultations.comments.create', { params: { id }, body });
    await author.call('consultations.comments.withdraw', { params: { id, commentId: taken.id } });

    await pass(181);
    expect((await stored('comments', taken.id))?.body).toBe('作者撤回了这条意见。');
    expect((await stored('comments', standing.id))?.body).toBe(standing.body);
  });

  it('information request: six years on -> the case stays and can be read, the applicant is gone from it', async () => {
    await putOffice(server);
    const applicant = await server.asResident('o-applicant');
    const body = newRequest({ assistance: { kinds: ['large_print'] } });
    const { number } = await applicant.call('informationRequests.create', { body });

    await pass(2_191);
    const left = await stored('informationRequests', body.id);
    expect(left).toMatchObject({ number, unitId: expect.any(String), assistance: null });
    expect(Object.values(left?.applicant as object).filter(Boolean)).toEqual([]);
    expect(Object.values(left?.applicantIndex as object).filter(Boolean)).toEqual([]);
    const again = await server.asResident('o-applicant');
    const seen = await again.call('informationRequests.get', { params: { id: body.id } });
    expect(seen.applicant).toMatchObject({ name: '', idNumber: '', phone: '' });
    const officer = await server.asStaff('officer');
    expect((await officer.call('informationRequests.get', { params: { id: body.id } })).number).toBe(number);
  });
});
