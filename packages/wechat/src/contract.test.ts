import type { SimulatedWechat } from './simulated-wechat.fixture';
import { failureOfCall, MINUTE, startSimulatedWechat } from './simulated-wechat.fixture';

const TEMPLATE = 'tpl-answer';
const templates = { [TEMPLATE]: ['thing1', 'time2'] };
const pages = ['pages/home/index', 'pages/notice/index'];
const message = (openid: string) => ({
  openid,
  templateId: TEMPLATE,
  page: 'pages/notice/index?id=7',
  data: { thing1: '您的意见已答复', time2: '2026年11月16日 10:00' },
});

describe.each(['http', 'in process'] as const)('client against simulator, %s', transport => {
  let world: SimulatedWechat;
  beforeEach(async () => {
    world = await startSimulatedWechat(transport, { simulator: { templates, pages } });
  });
  afterEach(() => world.close());

  test('codeToSession: fresh code -> openid and a session key of 16 bytes', async () => {
    const session = await world.client.codeToSession(world.simulator.issueLoginCode('o-zhang'));
    expect(session).toMatchObject({ openid: 'o-zhang', unionid: null });
    expect(Buffer.from(session.sessionKey, 'base64')).toHaveLength(16);
  });

  test('codeToSession: used twice, expired, foreign or of the phone button -> invalid_code 40029', async () => {
    const used = world.simulator.issueLoginCode('o-zhang');
    await world.client.codeToSession(used);
    const expired = world.simulator.issueLoginCode('o-zhang');
    world.clock.advance(5 * MINUTE);
    const phoneCode = world.simulator.issuePhoneCode('o-zhang', '19900000001');
    for (const code of [used, expired, 'made-up', 'a.b', phoneCode]) {
      const failure = await failureOfCall(world.client.codeToSession(code));
      expect(failure).toMatchObject({ kind: 'invalid_code', errcode: 40029, outcome: 'not_done', retryable: false });
      expect(failure.rid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/);
    }
  });

  test('codeToSession: a second before five minutes -> still good', async () => {
    const code = world.simulator.issueLoginCode('o-zhang');
    world.clock.advance(5 * MINUTE - 1000);
    await expect(world.client.codeToSession(code)).resolves.toMatchObject({ openid: 'o-zhang' });
  });

  test('codeToSession: no code -> bad_argument 41008', async () => {
    expect(await failureOfCall(world.client.codeToSession(''))).toMatchObject({ kind: 'bad_argument', errcode: 41008 });
  });

  test('stableToken: asked twice -> the same token of 512 characters for two hours', async () => {
    const first = await world.client.stableToken();
    world.clock.advance(10 * MINUTE);
    const second = await world.client.stableToken();
    expect(second).toEqual(first);
    expect(first.accessToken).toHaveLength(512);
    expect(first.expiresAt.toISOString()).toBe('2026-11-16T04:00:00.000Z');
  });

  test('stableToken: forced -> another token; forced again within 30 seconds -> rate_limited', async () => {
    const first = await world.client.stableToken();
    const forced = await world.client.stableToken({ force: true });
    expect(forced.accessToken).not.toBe(first.accessToken);
    world.clock.advance(29_000);
    expect(await failureOfCall(world.client.stableToken({ force: true }))).toMatchObject({
      kind: 'rate_limited',
      errcode: 45011,
    });
    world.clock.advance(1000);
    await expect(world.client.stableToken({ force: true })).resolves.toBeDefined();
  });

  test('stableToken: forced 21 times in a day -> rate_limited 45009', async () => {
    for (let time = 0; time < 20; time += 1) {
      await world.client.stableToken({ force: true });
      world.clock.advance(30_000);
    }
    expect(await failureOfCall(world.client.stableToken({ force: true }))).toMatchObject({ errcode: 45009 });
  });

  test('phoneNumber: fresh code -> the number; again -> invalid_code', async () => {
    const code = world.simulator.issuePhoneCode('o-zhang', '19900000001');
    expect(await world.client.phoneNumber(code)).toEqual({
      phoneNumber: '19900000001',
      purePhoneNumber: '19900000001',
      countryCode: '86',
    });
    expect(await failureOfCall(world.client.phoneNumber(code))).toMatchObject({ kind: 'invalid_code', errcode: 40029 });
  });

  test.each([
    ['路灯坏了三天，请尽快修好', 'pass', 100],
    ['这里是测试广告', 'risky', 10001],
    ['这里是测试时政', 'review', 20001],
    ['这里是测试存疑', 'review', 21000],
    ['测试时政和测试辱骂', 'risky', 20003],
  ])('checkText: %s -> %s %i', async (content, suggest, label) => {
    await world.simulator.visit('o-zhang');
    const result = await world.client.checkText({ content, openid: 'o-zhang', scene: 2 });
    expect(result).toMatchObject({ suggest, label });
    expect(result.traceIds).toHaveLength(1);
  });

  test('checkText: bad word at character 7,000 -> three pieces asked, the worst verdict wins', async () => {
    await world.simulator.visit('o-zhang');
    const content = `${'好'.repeat(7000)}测试存疑`;
    const result = await world.client.checkText({ content, openid: 'o-zhang', scene: 2 });
    expect(result).toMatchObject({ suggest: 'review', label: 21000 });
    expect(result.traceIds).toHaveLength(3);
  });

  test('checkText: risky in the first piece -> the rest is not asked', async () => {
    await world.simulator.visit('o-zhang');
    const content = `测试违法${'好'.repeat(7000)}`;
    const result = await world.client.checkText({ content, openid: 'o-zhang', scene: 2 });
    expect(result).toMatchObject({ suggest: 'risky', label: 20006 });
    expect(result.traceIds).toHaveLength(1);
  });

  test('checkText: a risky nickname or title -> risky', async () => {
    await world.simulator.visit('o-zhang');
    const check = { content: '您好', openid: 'o-zhang', scene: 2 } as const;
    expect(await world.client.checkText({ ...check, nickname: '测试低俗' })).toMatchObject({ label: 20012 });
    expect(await world.client.checkText({ ...check, title: '测试欺诈' })).toMatchObject({ label: 20008 });
  });

  test('checkText: not seen for two hours -> user_inactive 61010; a login makes it good again', async () => {
    const check = { content: '您好', openid: 'o-zhang', scene: 2 } as const;
    expect(await failureOfCall(world.client.checkText(check))).toMatchObject({ kind: 'user_inactive', errcode: 61010 });
    await world.client.codeToSession(world.simulator.issueLoginCode('o-zhang'));
    await world.client.checkText(check);
    world.clock.advance(120 * MINUTE + 1000);
    expect(await failureOfCall(world.client.checkText(check))).toMatchObject({ errcode: 61010, retryable: false });
  });

  test('checkText: empty -> 44002; malformed openid -> wrong_user 40003; scene 9 -> 40129', async () => {
    const check = { content: '您好', openid: 'o-zhang', scene: 2 } as const;
    expect(await failureOfCall(world.client.checkText({ ...check, content: '' }))).toMatchObject({ errcode: 44002 });
    expect(await failureOfCall(world.client.checkText({ ...check, openid: 'o zhang' }))).toMatchObject({
      kind: 'wrong_user',
      errcode: 40003,
    });
    expect(await failureOfCall(world.client.checkText({ ...check, scene: 9 as 4 }))).toMatchObject({ errcode: 40129 });
  });

  test('checkMedia: new file -> trace id; the same again -> duplicate 87020', async () => {
    await world.simulator.visit('o-zhang');
    const check = { mediaUrl: 'https://files.example/1.jpg', mediaType: 'image', openid: 'o-zhang', scene: 2 } as const;
    await expect(world.client.checkMedia(check)).resolves.toMatchObject({ traceId: expect.any(String) as string });
    expect(await failureOfCall(world.client.checkMedia(check))).toMatchObject({ kind: 'duplicate', errcode: 87020 });
  });

  test('checkMedia: a video -> 40004; away for two hours -> 61010; no address -> 44002', async () => {
    const check = { mediaUrl: 'https://files.example/1.jpg', mediaType: 'image', openid: 'o-zhang', scene: 2 } as const;
    const asVideo = { ...check, mediaType: 'video' as 'image' };
    expect(await failureOfCall(world.client.checkMedia(asVideo))).toMatchObject({ errcode: 40004 });
    expect(await failureOfCall(world.client.checkMedia(check))).toMatchObject({ errcode: 61010 });
    expect(await failureOfCall(world.client.checkMedia({ ...check, mediaUrl: '' }))).toMatchObject({ errcode: 44002 });
  });

  test('sendSubscribeMessage: one subscription -> sent once, then not_subscribed 43101', async () => {
    await world.simulator.grantSubscription('o-zhang', TEMPLATE);
    const { messageId } = await world.client.sendSubscribeMessage(message('o-zhang'));
    expect(await world.simulator.sent()).toEqual([
      {
        messageId,
        at: '2026-11-16T02:00:00.000Z',
        openid: 'o-zhang',
        templateId: TEMPLATE,
        page: 'pages/notice/index?id=7',
        data: { thing1: '您的意见已答复', time2: '2026年11月16日 10:00' },
        state: 'formal',
        lang: 'zh_CN',
      },
    ]);
    expect(BigInt(messageId ?? 0)).toBeGreaterThan(BigInt(Number.MAX_SAFE_INTEGER));
    expect(await failureOfCall(world.client.sendSubscribeMessage(message('o-zhang')))).toMatchObject({
      kind: 'not_subscribed',
      errcode: 43101,
      outcome: 'not_done',
    });
  });

  test('sendSubscribeMessage: switched off in the settings -> 43101', async () => {
    await world.simulator.grantSubscription('o-zhang', TEMPLATE, 3);
    await world.simulator.refuseSubscription('o-zhang', TEMPLATE);
    expect(await failureOfCall(world.client.sendSubscribeMessage(message('o-zhang')))).toMatchObject({
      errcode: 43101,
    });
  });

  test.each([
    ['value too long', { data: { thing1: '长'.repeat(21), time2: '10:00' } }, 47003],
    ['value missing', { data: { thing1: '答复' } }, 47003],
    ['value of the wrong type', { data: { thing1: '答复', time2: '明天' } }, 47003],
    ['unknown language', { lang: 'fr_FR' as 'en_US' }, 47003],
    ['unknown template', { templateId: 'tpl-none' }, 40037],
    ['page not released', { page: 'pages/none/index' }, 41030],
    ['malformed openid', { openid: '张' }, 40003],
    ['word that is not delivered', { data: { thing1: '测试广告', time2: '10:00' } }, 45168],
  ])('sendSubscribeMessage: %s -> refused by number', async (_, change, errcode) => {
    await world.simulator.grantSubscription('o-zhang', TEMPLATE);
    const failure = await failureOfCall(world.client.sendSubscribeMessage({ ...message('o-zhang'), ...change }));
    expect(failure.errcode).toBe(errcode);
    // A refused message does not use up the subscription.
    await expect(world.client.sendSubscribeMessage(message('o-zhang'))).resolves.toBeDefined();
  });

  test('miniProgramCode: the same scene twice -> the same PNG of the width asked', async () => {
    const code = { scene: 'n=7&s=2', page: 'pages/notice/index', width: 300 };
    const image = await world.client.miniProgramCode(code);
    expect(image.subarray(1, 4).toString()).toBe('PNG');
    expect(image.readUInt32BE(16)).toBe(300);
    expect(await world.client.miniProgramCode(code)).toEqual(image);
    expect(await world.client.miniProgramCode({ ...code, scene: 'n=8&s=2' })).not.toEqual(image);
  });

  test.each([
    ['empty scene', { scene: '' }, 40169],
    ['scene of 33', { scene: 'a'.repeat(33) }, 40169],
    ['scene with a percent sign', { scene: 'a%20' }, 40129],
    ['reserved name', { scene: 'scancode_time=1' }, 85096],
    ['slash in front', { scene: 'a', page: '/pages/notice/index' }, 41030],
    ['query in the page', { scene: 'a', page: 'pages/notice/index?a=1' }, 41030],
    ['page not released', { scene: 'a', page: 'pages/draft/index' }, 41030],
    ['unknown version', { scene: 'a', envVersion: 'beta' as 'trial' }, 40097],
    ['too wide', { scene: 'a', width: 1281 }, 40097],
  ])('miniProgramCode: %s -> refused by number', async (_, code, errcode) => {
    expect(await failureOfCall(world.client.miniProgramCode(code))).toMatchObject({ kind: 'bad_argument', errcode });
  });

  test('miniProgramCode: page not released, unchecked -> an image', async () => {
    const code = { scene: 'a', page: 'pages/draft/index', checkPath: false };
    await expect(world.client.miniProgramCode(code)).resolves.toBeInstanceOf(Buffer);
  });

  test('urlLink: thirty days or an instant -> an https address', async () => {
    const at = new Date(world.clock.now().getTime() + MINUTE);
    const link = { path: '/pages/notice/index', query: 'id=7' };
    expect(await world.client.urlLink({ ...link, expires: { days: 30 } })).toMatch(/^https:\/\//);
    expect(await world.client.urlLink({ ...link, expires: { at } })).toMatch(/^https:\/\//);
  });

  test.each([
    ['31 days', { expires: { days: 31 } }, 85401],
    ['an instant past', { expires: { at: new Date('2026-11-16T02:00:30Z') } }, 85401],
    ['31 days ahead', { expires: { at: new Date('2026-12-17T02:00:00Z') } }, 85401],
    ['query of 1,025', { query: 'q'.repeat(1025), expires: { days: 1 } }, 40212],
    ['page not released', { path: 'pages/none/index', expires: { days: 1 } }, 40165],
  ])('urlLink: %s -> refused by number', async (_, link, errcode) => {
    expect(await failureOfCall(world.client.urlLink(link))).toMatchObject({ kind: 'bad_argument', errcode });
  });
});
