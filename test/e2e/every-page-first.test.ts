import { pagePaths } from '../../apps/miniprogram/src/routes';
import { testEveryPage } from './support/every-page';
import { pageOf, views } from './support/views';

testEveryPage(0);

test('views: pages of routes.ts -> all of them', () => {
  expect(Object.keys(pagePaths).filter(name => !views.some(view => pageOf(view) === name))).toEqual([]);
});
