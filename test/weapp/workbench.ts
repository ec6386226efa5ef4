import type { MiniProgram } from './harness';

/** From the first screen to the workbench of a grid worker who logs in. */
export async function openWorkbench(app: MiniProgram): Promise<void> {
  await app.waitFor('身边的公开');
  await app.tab('我的');
  await app.tap('登录');
  await app.waitFor('入户工作台');
  await app.tap('入户工作台');
}

/** The same, with the pack of the walk downloaded. */
export async function readyToWalk(app: MiniProgram): Promise<void> {
  await openWorkbench(app);
  await app.tap('下载走访包');
  await app.waitFor('可以出门了');
}
