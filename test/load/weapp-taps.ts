/** What each tap of the main job sends from the logic layer to the page, in the built mini-program. */
import { ChangeCounter } from './change-counter';
import { launchMiniProgram, type MiniProgram } from '../weapp/harness';

export interface Tap {
  what: string;
  /** Calls of setData, and their bytes as JSON. */
  calls: number;
  bytes: number;
  /** From the tap to the last of them, answers of the server included. */
  milliseconds: number;
}

type Step = [what: string, act: (app: MiniProgram) => Promise<void>, shows: string];

const ANSWER = '每月结束后20个工作日内';

/** PRODUCT.md, The main job: find an entry, say something about a draft, ask for information. */
const STEPS: Step[] = [
  ['a tab: the catalog', app => app.tab('公开'), '养老服务'],
  ['a domain', app => app.tap('养老服务'), '补贴与服务'],
  ['a group of entries', app => app.tap('补贴与服务'), '老年人助餐补贴发放结果'],
  ['an entry', app => app.tap('老年人助餐补贴发放结果'), '每月结束后5个工作日内'],
  ['back', app => app.back(), '老年人助餐补贴发放结果'],
  ['a tab: consultations', app => app.tab('参与'), '助餐补贴多久公开一次才好？'],
  ['a draft', app => app.tap('助餐补贴多久公开一次才好？'), ANSWER],
  ['a line of the draft', app => app.tap(ANSWER), '你想改成'],
  ['a character typed', app => app.type('你想改成', '每'), '每'],
  ['sending the comment', app => app.tap('送出我的意见'), '收到你的意见了'],
  ['a tab: home', app => app.tab('首页'), '要信息'],
  ['asking for information', app => app.tap('要信息'), '你要什么？'],
];

/** @param dist folder of the build */
export async function measureTaps(dist: string, apiOrigin: string): Promise<Tap[]> {
  const counter = new ChangeCounter();
  const app = await launchMiniProgram({ dist, apiOrigin, view: counter.view, person: { openid: 'o-bench-taps' } });
  try {
    const taps: Tap[] = [];
    const measure = async ([what, act, shows]: Step) => {
      await counter.quiet();
      counter.reset();
      await act(app);
      await app.waitFor(shows);
      await counter.quiet();
      taps.push({ what, ...counter.sum() });
    };
    await app.waitFor('身边的公开');
    await counter.quiet();
    taps.push({ what: 'opening: the home page', ...counter.sum() });
    await app.tab('我的');
    await app.tap('登录');
    await app.waitUntilGone('还没有登录');
    for (const step of STEPS) await measure(step);
    if (app.record.errors.length > 0) throw new Error(app.record.errors.join('\n'));
    return taps;
  } finally {
    await app.close();
  }
}
