import { readFile } from 'node:fs/promises';
import { createTestClient } from '@bandeng/test-kit';
import { scan } from '../../apps/server/src/modules/grid/shares/scan.fixtures';
import { describeInBrowser } from '../support/browser';
import { axeViolations } from './support/checks';
import { modes, openPhone, type Phone } from './support/phone';
import { setStage } from './support/stage';
import { idsOf, residents, type Ids } from './support/views';

const COMMUNITY = 'liuying-huaiying';

/** What somebody sees who scans the code on a poster, a sheet or a card. */
describeInBrowser('a scanned code', () => {
  const stage = setStage();
  let phone: Phone | undefined;
  let ids: Ids;

  beforeAll(async () => {
    ids = await idsOf(stage.district);
  });
  afterEach(async () => {
    expect(phone?.faults).toEqual([]);
    await phone?.close();
    phone = undefined;
  });
  const officeOf = async (username: string) => {
    const { accessToken } = await stage.district.anyone.call('auth.staff', {
      body: { username, password: 'bandeng-demo' },
    });
    return createTestClient(stage.district.app.origin, accessToken);
  };
  const shareOf = async (item: { kind: 'notice' | 'consultation'; id: string }, channel: 'poster' | 'chat') => {
    const office = await officeOf('office');
    return office.call('grid.shares.create', { body: { item, areaId: COMMUNITY, channel } });
  };
  const opensOf = async (notice: string) => {
    const office = await officeOf('office');
    const { total } = await office.call('staff.grid.coverage', { query: { notice, area: COMMUNITY } });
    return total.figures?.opens;
  };

  test.each(modes)(
    'off a poster, %s -> the notice at once, in large letters at once, counted once, no login; smaller in a tap; whom to call',
    async mode => {
      phone = await openPhone(stage.browser, stage.district.app.origin, { mode });
      const { path } = await shareOf({ kind: 'notice', id: ids.table }, 'poster');
      const before = (await opensOf(ids.table)) ?? 0;
      const counted = phone.page.waitForResponse(answer => answer.url().endsWith('/opens') && answer.status() === 204);
      // The choice of large letters is kept from an earlier visit.
      if (mode === 'elder') await phone.open('home');
      await phone.page.goto(new URL(path, stage.district.app.origin).href);
      await phone.on('notice');
      await counted;
      expect(await opensOf(ids.table)).toBe(before + 1);
      await phone.one('button', /^打电话 0599-555/).waitFor();
      expect(await axeViolations(phone.page)).toEqual([]);
      await phone.screenshot(`shares/${mode}`);
      if (mode !== 'normal') return;
      expect(await phone.page.locator('.theme.elder').count()).toBeGreaterThan(0);
      await phone.tap('button', '字小一点');
      await phone.one('button', '字大一点').waitFor();
      await phone.screenshot('shares/smaller');
      await phone.page.reload();
      await phone.settled();
      expect(await opensOf(ids.table)).toBe(before + 1);
      // Asked once: whoever turned them smaller reads the next poster so.
      await phone.one('button', '字大一点').waitFor();
    },
  );

  test('passed on by a worker to a grid -> a link with the code of that grid, that opens for anybody', async () => {
    const { session } = await stage.district.logIn(residents.worker);
    phone = await openPhone(stage.browser, stage.district.app.origin, { session });
    await phone.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await phone.open('workbench');
    await phone.tap('button', '下载走访包');
    await phone.see('可以出门了');
    await phone.tap('link', /点开念给人听/);
    await phone.tap('radio', '槐影社区第1网格');
    await phone.tap('button', '转给槐影社区第1网格的居民');
    await phone.see(/^链接复制好了/);
    await phone.screenshot('shares/worker');
    const link = await phone.page.evaluate(() => navigator.clipboard.readText());
    expect(link).toMatch(/\/m\/#\/subpackages\/reading\/shared\/index\?scene=[0-9a-z]{10}$/);
    const code = link.slice(-10);
    await phone.tap('button', '做成海报图片');
    await phone.page.getByRole('img', { name: /^海报：/ }).waitFor();
    await phone.screenshot('shares/worker-poster');
    const kept = phone.page.waitForEvent('download');
    await phone.tap('button', '存下来');
    const read = (await scan(await readFile(await (await kept).path())))?.slice(-10) ?? '';
    expect(await stage.district.anyone.call('shares.get', { params: { code: read } })).toMatchObject({
      ...{ state: 'open', channel: 'picture' },
    });
    expect(await stage.district.anyone.call('shares.get', { params: { code } })).toMatchObject({
      ...{ state: 'open', channel: 'chat' },
    });
  });

  test('off a card of a consultation -> the consultation, without the help for paper', async () => {
    phone = await openPhone(stage.browser, stage.district.app.origin);
    const { code } = await shareOf({ kind: 'consultation', id: ids.onClauses }, 'chat');
    await phone.page.goto(`${stage.district.app.origin}/m/#/subpackages/reading/shared/index?scene=${code}`);
    await phone.on('consultation');
    expect(await phone.one('button', '字大一点').count()).toBe(0);
  });
});
