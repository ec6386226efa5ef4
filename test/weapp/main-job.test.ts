import { inRepository } from '../support/repository';
import { openDistrict, type District } from '../support/district';
import { launchMiniProgram } from './harness';
import { doMainJob } from './main-job.scenario';

const dist = inRepository('apps/miniprogram/dist/weapp');
let district: District;

beforeAll(async () => {
  district = await openDistrict();
});
afterAll(() => district.stop());

test('main job: bare logic layer, with losses on the way -> everything arrives once, and its author is told', async () => {
  const launch = (options: object) => launchMiniProgram({ dist, apiOrigin: district.app.origin, ...options });
  await doMainJob(launch, district, 'o-main-job-tree');
});
