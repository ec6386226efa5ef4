import { openDistrict, type District } from '../support/district';
import { inRepository } from '../support/repository';
import { launchMiniProgram } from './harness';

const dist = inRepository('apps/miniprogram/dist/weapp');
let district: District;

beforeAll(async () => {
  district = await openDistrict();
});
afterAll(() => district.stop());

test('a letter in WeChat -> its sealed file opens with the menu that keeps and forwards it, and can be sent to a chat', async () => {
  const openid = 'demo-resident-2';
  const { client } = await district.logIn(openid);
  const requests = (await client.call('me.informationRequests.list', { query: {} })).items;
  const letters = await Promise.all(
    requests.map(async ({ id, name }) => ({
      name,
      letters: (await client.call('informationRequests.letters', { params: { id }, query: {} })).items,
    })),
  );
  const answered = letters.find(one => one.letters.length > 0)!;
  const app = await launchMiniProgram({ dist, apiOrigin: district.app.origin, person: { openid } });
  try {
    await app.tab('我的');
    await app.tap('登录');
    await app.waitUntilGone('还没有登录');
    await app.tap('我的申请');
    await app.tap(answered.name);
    await app.tap(answered.letters[0]!.title);
    await app.tap('看盖了章的文件');
    await app.waitFor(() => app.calls('openDocument').length > 0);
    expect(app.calls('openDocument')).toEqual([
      expect.objectContaining({ filePath: expect.stringContaining('wxfile://tmp/') as string, showMenu: true }),
    ]);
    await app.tap('发到聊天里存着');
    await app.waitFor('发到你选的聊天里了');
    expect(app.calls('shareFileMessage')).toEqual([
      expect.objectContaining({ fileName: expect.stringMatching(/\.pdf$/) as string }),
    ]);
    expect(app.record.errors).toEqual([]);
  } finally {
    await app.close();
  }
});
