import { randomUUID } from 'node:crypto';
import { printPad } from '../../apps/server/src/modules/grid/slips/slips.fixtures';
import { withCheckDigit } from '@bandeng/rules';
import { describeInBrowser } from '../support/browser';
import { staffClient } from '../support/staff-client';
import { until } from '../support/until';
import { axeViolations, stickingOut, stickingOutAtTwiceTheType, tooSmall } from './support/checks';
import { modes, openPhone, type Phone } from './support/phone';
import { setStage } from './support/stage';
import { residents } from './support/views';

const STREET = 'liuying';

/** Issue: what was taken down at a door becomes the resident's own, by a printed slip, and they see its answer. */
describeInBrowser('a slip left at a door', () => {
  const stage = setStage();
  let phone: Phone;
  afterEach(() => phone.close());

  const desk = (username: string) => staffClient(stage.district.app, username);
  const sceneOf = (address: string) => address.split('?scene=')[1] ?? '';
  const numberOf = (address: string) => sceneOf(address).slice(0, 8);
  const resident = async (openid: string, options = {}) => {
    const { session } = await stage.district.logIn(openid);
    phone = await openPhone(stage.browser, stage.district.app.origin, { session, ...options });
  };
  const leaveSlip = async (number: string, lastFour: string | null) => {
    const { client } = await stage.district.logIn(residents.worker);
    const said = { about: 'help', title: '楼道灯坏了', body: '三楼的灯坏了半个月。', publicConsent: false } as const;
    const { items } = await client.call('grid.sync', {
      body: {
        items: [
          {
            ...{
              id: randomUUID(),
              kind: 'enquiry',
              takenAt: '2026-11-17T01:30:00.000Z',
              offset: 0,
              doorId: null,
              ...said,
            },
            ...{ contact: { name: null, phone: null }, slip: { number, lastFour } },
            consent: { how: 'spoken', words: '同意记下来', readBack: true },
          },
        ],
      },
    });
    expect(items).toMatchObject([{ result: 'accepted' }]);
  };

  test('typed without a network, sent, scanned, claimed with the digits -> it is theirs, and the answer is read there', async () => {
    const { addresses } = await printPad(await desk('street'), { areaId: STREET, count: 2 });
    const [address, other] = addresses as [string, string];
    await resident(residents.worker, { keepsApp: true });
    await phone.open('workbench');
    await phone.tap('button', '下载走访包');
    await phone.see('可以出门了');
    await phone.page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
    await phone.context.setOffline(true);
    await phone.go('gridBuildings', 'link', /^去走楼/);
    await phone.go('gridBuilding', 'link', /^槐影东里 1 号楼/);
    await phone.go('gridVisit', 'button', /^1 单元 301，/);
    await phone.go('gridEnquiry', 'link', /^代录一件留言/);
    await phone.type('一句话说是什么事', '井盖松了');
    await phone.type('本人怎么说的', '菜场门口的井盖一踩就响，怕绊着人。');
    await phone.tap('radio', /^不公开/);
    await phone.tap('checkbox', '念给本人听，本人说对');
    const number = numberOf(address);
    const mistyped = number.slice(0, 7) + ((Number(number[7]) + 1) % 10);
    await phone.type(/^便条编号/, mistyped);
    await phone.see('编号不对，对着便条再看一遍');
    await phone.type(/^便条编号/, `${number.slice(0, 4)} ${number.slice(4)}`);
    await phone.type(/^本人手机号后四位/, '0042');
    expect(await axeViolations(phone.page)).toEqual([]);
    await phone.page.getByText('留一张便条').scrollIntoViewIfNeeded();
    await phone.screenshot('slips/1-left');
    await phone.go('gridVisit', 'button', '记下这件留言');
    // The paper is scanned before the worker has found a network.
    const look = (one: string) => stage.district.anyone.call('slips.get', { params: { code: sceneOf(one) } });
    expect(await look(address)).toMatchObject({ state: 'unbound' });
    await phone.context.setOffline(false);
    await until(async () => (await look(address)).state === 'open');
    expect(await look(other)).toMatchObject({ state: 'unbound' });
    await phone.close();

    phone = await openPhone(stage.browser, stage.district.app.origin);
    await phone.page.goto(new URL(new URL(address).hash, `${stage.district.app.origin}/m/`).href);
    await phone.on('slip');
    await phone.see('网格员替你记了一件留言');
    await phone.type('手机号后四位', '1111');
    await phone.tap('button', '领到我名下');
    await phone.tap('link', /^孙玉梅/);
    await phone.see(/^后四位不对/);
    await phone.screenshot('slips/2-wrong');
    await phone.type('手机号后四位', '0042');
    await phone.tap('button', '领到我名下');
    await phone.see('是你的了');
    await phone.screenshot('slips/3-claimed');
    await phone.go('enquiry', 'button', '去看看');
    await phone.see('井盖松了');

    const office = await desk('office');
    const id = new URL(phone.page.url().replace('#/', '')).searchParams.get('id') ?? '';
    await office.call('staff.enquiries.refuse', {
      params: { id },
      body: { toWhom: '区水务集团', reason: '井盖归他们修，已经告诉他们。' },
    });
    await phone.page.reload();
    await phone.see(/井盖归他们修/);
    await phone.screenshot('slips/4-answer');
    expect(phone.faults).toEqual([]);
  });

  test.each(modes)('every state of a slip, %s -> says what to do, nothing of what was taken down', async mode => {
    const street = await desk('street');
    const { id, addresses } = await printPad(street, { areaId: STREET, count: 4 });
    const [open, used, late, void_] = addresses as [string, string, string, string];
    await leaveSlip(numberOf(open), '0042');
    await leaveSlip(numberOf(used), null);
    await (await stage.district.logIn('demo-resident-4')).client.call('slips.claim', { body: { code: sceneOf(used) } });
    phone = await openPhone(stage.browser, stage.district.app.origin, { mode });
    const show = async (address: string, words: string | RegExp, name: string) => {
      await phone.open('slip', { scene: sceneOf(address) });
      await phone.see(words);
      await phone.screenshot(`slips/${mode}/${name}`);
      const isElder = mode === 'elder';
      expect([
        ...(await stickingOut(phone.page, 320)),
        ...(await tooSmall(phone.page, isElder ? 'elder' : 'normal', 360)),
        ...(isElder ? await stickingOutAtTwiceTheType(phone.page, 360) : []),
        ...(await axeViolations(phone.page)),
      ]).toEqual([]);
      expect(await phone.page.content()).not.toContain('楼道灯');
    };
    await show(open, '网格员替你记了一件留言', 'open');
    await show(used, '这张便条领过了', 'claimed');
    await show(late, '还没送到', 'unbound');
    await street.call('staff.grid.pads.void', { params: { id }, body: {} });
    await show(void_, '这张便条作废了', 'void');
    await show(`?scene=${withCheckDigit('5720417')}${'a'.repeat(20)}`, '不认识这张便条', 'unknown');
    await phone.open('slip');
    await phone.see(/光有编号不行/);
    await phone.screenshot(`slips/${mode}/how`);
    expect(phone.faults).toEqual([]);
  });
});
