import { startTestServer, type TestServer } from '../../testing';
import { OTHER_UNIT, putDistrict } from '../consultations/consultation.fixtures';
import { meetingInput, UNIT } from './meetings/meeting.fixtures';
import { surveyInput } from './surveys/survey.fixtures';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
  await putDistrict(server);
});
afterEach(() => server.stop());

describe('GET /staff/search, questionnaires and meetings', () => {
  it('by a word of the title -> drafts of the own unit too; of another unit nothing', async () => {
    const office = await server.asStaff('office');
    const [survey, meeting] = [surveyInput(), meetingInput()];
    await office.call('staff.surveys.create', { body: survey });
    await office.call('staff.meetings.create', { body: meeting });
    const find = async (unitId: string) =>
      (await (await server.asStaff('editor', { unitId })).call('staff.search', { query: { q: '长者食堂' } })).items;
    expect((await find(UNIT)).map(({ kind, id }) => [kind, id])).toEqual([
      ['survey', survey.id],
      ['meeting', meeting.id],
    ]);
    expect(await find(OTHER_UNIT)).toEqual([]);
  });
});
