/** Every page of the mini-program, in one list: app.config.ts builds from it and lib/navigation opens from it. */

/** Tab pages live in the main package. `help` is a tab in elder mode only. */
export const tabPages = [
  { name: 'home', path: 'pages/home/index', text: '首页' },
  { name: 'public', path: 'pages/public/index', text: '公开' },
  { name: 'participation', path: 'pages/participation/index', text: '参与' },
  { name: 'mine', path: 'pages/mine/index', text: '我的' },
  { name: 'help', path: 'pages/help/index', text: '找人帮' },
] as const;

/** A subpackage of the build; `name` is what preloadRule calls it. */
export const subPackages = [{ root: 'subpackages/gallery', name: 'gallery', pages: ['index'] }];

/** Page names of the app, to their paths. Add a page here and in `subPackages`. */
export const pagePaths = {
  home: 'pages/home/index',
  public: 'pages/public/index',
  participation: 'pages/participation/index',
  mine: 'pages/mine/index',
  help: 'pages/help/index',
  gallery: 'subpackages/gallery/index',
} as const;

export type PageName = keyof typeof pagePaths;
