import { limits } from '@bandeng/contracts/routes';
import type { District } from '../support/district';
import { until } from '../support/until';
import type { LaunchOptions, MiniProgram } from './harness';

const QUESTION = '助餐补贴多久公开一次才好？';
const ENTRY = '老年人助餐补贴发放结果';

/** Boots the build for somebody; what an earlier launch left on the phone may be handed over. */
export type Launch = (options: Partial<LaunchOptions>) => Promise<MiniProgram>;

/**
 * PRODUCT.md, The main job, in the built mini-program: read, find, say, ask, be told. On the way the phone loses its
 * network, is switched off, and an answer is lost: the words stay and arrive once.
 */
export async function doMainJob(launch: Launch, district: District, openid: string): Promise<void> {
  const person = { openid };
  const proposal = '每月结束后8个工作日内';
  const reason = '对账要几天，八天来得及';
  let app = await launch({ person });
  try {
    await readNotice(app, district);
    await findEntry(app);

    await openDraft(app);
    await app.tap('每月结束后20个工作日内');
    await app.type('你想改成', proposal);
    app.network.goOffline();
    await app.waitFor('没有网络，先看读过的');
    await app.type('说说你家的情况', reason);
    await app.tap('送出我的意见');
    await app.waitFor('没有网络，写下的还在这部手机里');
    expect(app.network.sent.filter(line => line.startsWith('POST') && line.includes('/comments '))).toEqual([]);
    const { storage } = app;
    await app.waitFor(() => String(storage.get('bd:drafts')).includes(reason));
    seeNoErrors(app);
    await app.close();

    app = await launch({ person, storage });
    await app.tab('我的');
    await app.tap('登录');
    await app.waitUntilGone('还没有登录');
    await openDraft(app);
    await app.waitFor('1 条写了一半');
    await app.tap('接着写');
    await app.waitFor(`${reason.length}/${limits.commentBody}`);
    app.network.loseAnswers();
    await app.tap('送出我的意见');
    await app.waitFor('连不上服务器。过一会儿再试一次');
    app.network.goOnline();
    await app.tap('送出我的意见');
    await app.waitFor('收到你的意见了');

    const { client } = await district.logIn(openid);
    const mine = async () => (await client.call('me.comments.list', { query: { limit: 100 } })).items;
    expect(await mine()).toEqual([expect.objectContaining({ proposedText: proposal, body: reason, state: 'waiting' })]);
    await app.waitFor((await mine())[0]?.receipt.hash.slice(0, 8) ?? 'a receipt');
    await sayAndWithdraw(app);
    expect((await mine()).map(({ state }) => state).sort()).toEqual(['waiting', 'withdrawn']);

    const asked = '槐影长者食堂的承包合同';
    await askForInformation(app, asked);
    const requests = (await client.call('me.informationRequests.list', { query: {} })).items;
    expect(requests).toEqual([expect.objectContaining({ name: asked, status: 'awaiting_confirmation', dueOn: null })]);
    const params = { id: requests[0]?.id ?? '' };
    await (await district.officer()).call('staff.informationRequests.register', { params });

    const told = async () => (await client.call('me.messages.list', { query: { limit: 100 } })).items;
    await until(async () => (await told()).length > 0);
    await seeWhatBecameOfIt(app, asked);
    await seeOutcome(app);
    expect((await told()).map(({ title }) => title)).toEqual([asked]);
    seeNoErrors(app);
  } finally {
    await app.close();
  }
}

const seeNoErrors = (app: MiniProgram) => {
  expect(app.record.errors).toEqual([]);
  expect(app.network.sent.filter(line => / 5\d\d$/.test(line))).toEqual([]);
};

async function readNotice(app: MiniProgram, { anyone }: District): Promise<void> {
  await app.waitFor('身边的公开');
  const { items } = await anyone.call('notices.list', { query: {} });
  await app.tap(items.find(notice => notice.limited === null)?.title ?? 'a notice');
  await app.waitFor('这条信息怎么样？');
  await app.back();
}

async function findEntry(app: MiniProgram): Promise<void> {
  await app.tab('公开');
  await app.tap('养老服务');
  await app.tap('补贴与服务');
  await app.tap(ENTRY);
  for (const fact of ['公开什么', '谁公开', '每月结束后5个工作日内']) await app.waitFor(fact);
  await app.back();
}

async function openDraft(app: MiniProgram): Promise<void> {
  await app.tab('参与');
  await app.tap(QUESTION);
  await app.waitFor('点任何一行，就对那一行提意见');
  await app.waitFor('每月结束后20个工作日内');
}

async function sayAndWithdraw(app: MiniProgram): Promise<void> {
  await app.tap('再说一句');
  await app.tap('对整个草案说一句');
  await app.type('你想说什么', '通知也贴到楼道里');
  await app.tap('送出我的意见');
  await app.waitFor('收到你的意见了');
  await app.tap('撤回这条意见');
  // The dialog first: until it is there, 撤回 would be found in the button that opens it.
  await app.waitFor('撤回后别人看不到');
  await app.tap('撤回');
  await app.waitFor('你撤回了这条意见');
  await app.back();
}

async function askForInformation(app: MiniProgram, asked: string): Promise<void> {
  await app.tab('首页');
  await app.tap('要信息');
  await app.type('你要什么？', asked);
  await app.waitFor('这些已经公开，先看看是不是');
  await app.tap('都不是，接着申请');
  await app.type('姓名', '何小禾');
  await app.tap('护照');
  await app.type('证件号码', 'E00000077');
  await app.type('电话', '19900000077');
  await app.tap('下一步');
  await app.tap('在这里看');
  await app.tap('交申请');
  await app.waitFor('收到了');
  await app.waitFor('登记你的申请，从那天起算期限');
  await app.back();
}

/** Registered on Tuesday 17 November: twenty working days later is Tuesday 15 December. */
async function seeWhatBecameOfIt(app: MiniProgram, asked: string): Promise<void> {
  await app.tab('我的');
  await app.tap('我的意见');
  await app.waitFor(QUESTION);
  await app.back();
  await app.tap('消息');
  await app.waitFor(asked);
  await app.back();
  await app.tap('我的申请');
  await app.waitFor('最晚12月15日答复');
  await app.tap(asked);
  for (const word of ['为什么是12月15日', '收到', '休', '最晚', '登记好了，开始计时']) await app.waitFor(word);
  await app.back();
  await app.back();
}

async function seeOutcome(app: MiniProgram): Promise<void> {
  await app.tab('参与');
  await app.tap('有结果');
  await app.tap('老人吃饭补多少、送到家补不补？');
  await app.waitFor('账对得上');
  await app.waitFor('条意见，条条有下落');
}
