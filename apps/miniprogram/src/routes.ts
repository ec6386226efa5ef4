/** Every page of the mini-program, in one list: app.config.ts builds from it and lib/navigation opens from it. */

/** Tab pages live in the main package. `help` is a tab in elder mode only. */
export const tabPages = [
  { name: 'home', path: 'pages/home/index', text: '首页' },
  { name: 'public', path: 'pages/public/index', text: '公开' },
  { name: 'participation', path: 'pages/participation/index', text: '参与' },
  { name: 'mine', path: 'pages/mine/index', text: '我的' },
  { name: 'help', path: 'pages/help/index', text: '找人帮' },
] as const;

/** Pages by name and path. The folder after `subpackages/` is the subpackage that holds them. */
export const pagePaths = {
  home: 'pages/home/index',
  public: 'pages/public/index',
  participation: 'pages/participation/index',
  mine: 'pages/mine/index',
  help: 'pages/help/index',
  notFound: 'pages/not-found/index',
  areas: 'subpackages/reading/areas/index',
  search: 'subpackages/reading/search/index',
  notices: 'subpackages/reading/notices/index',
  notice: 'subpackages/reading/notice/index',
  matter: 'subpackages/reading/matter/index',
  corrections: 'subpackages/reading/corrections/index',
  favourites: 'subpackages/reading/favourites/index',
  shared: 'subpackages/reading/shared/index',
  slip: 'subpackages/reading/slip/index',
  entries: 'subpackages/reading/entries/index',
  entry: 'subpackages/reading/entry/index',
  guides: 'subpackages/reading/guides/index',
  guide: 'subpackages/reading/guide/index',
  annualReport: 'subpackages/reading/annual-report/index',
  places: 'subpackages/reading/places/index',
  consultation: 'subpackages/participation/consultation/index',
  decisions: 'subpackages/participation/decisions/index',
  versions: 'subpackages/participation/versions/index',
  receipt: 'subpackages/participation/receipt/index',
  outcome: 'subpackages/participation/outcome/index',
  myComments: 'subpackages/participation/my-comments/index',
  meetings: 'subpackages/participation/meetings/index',
  meeting: 'subpackages/participation/meeting/index',
  mySignUps: 'subpackages/participation/my-sign-ups/index',
  surveys: 'subpackages/participation/surveys/index',
  survey: 'subpackages/participation/survey/index',
  surveyResult: 'subpackages/participation/survey-result/index',
  requestForm: 'subpackages/requests/form/index',
  request: 'subpackages/requests/request/index',
  requests: 'subpackages/requests/list/index',
  requestCorrection: 'subpackages/requests/correct/index',
  enquiries: 'subpackages/enquiries/list/index',
  enquiryForm: 'subpackages/enquiries/form/index',
  enquiry: 'subpackages/enquiries/enquiry/index',
  myEnquiries: 'subpackages/enquiries/mine/index',
  answers: 'subpackages/requests/answers/index',
  answer: 'subpackages/requests/answer/index',
  letter: 'subpackages/requests/letter/index',
  letterCheck: 'subpackages/requests/check/index',
  inbox: 'subpackages/mine/inbox/index',
  message: 'subpackages/mine/message/index',
  drafts: 'subpackages/mine/drafts/index',
  objections: 'subpackages/mine/objections/index',
  reports: 'subpackages/mine/reports/index',
  subscriptions: 'subpackages/mine/subscriptions/index',
  settings: 'subpackages/mine/settings/index',
  account: 'subpackages/mine/account/index',
  about: 'subpackages/mine/about/index',
  staff: 'subpackages/mine/staff/index',
  workbench: 'subpackages/grid/today/index',
  gridBuildings: 'subpackages/grid/buildings/index',
  gridBuilding: 'subpackages/grid/building/index',
  gridVisit: 'subpackages/grid/visit/index',
  gridComment: 'subpackages/grid/comment/index',
  gridEnquiry: 'subpackages/grid/enquiry/index',
  gridAsked: 'subpackages/grid/asked/index',
  gridTell: 'subpackages/grid/tell/index',
  gridHandOn: 'subpackages/grid/hand-on/index',
  gridPoster: 'subpackages/grid/poster/index',
  gridOutbox: 'subpackages/grid/outbox/index',
  gallery: 'subpackages/gallery/index',
} as const;

export type PageName = keyof typeof pagePaths;

/** Pages of the main package: the tabs, and where an unknown address leads. */
export const mainPages = [...tabPages.map(tab => tab.path), pagePaths.notFound];

/** Subpackages of the build, from the paths; each is named as its folder. */
export const subPackages = [
  ...new Set(Object.values(pagePaths).flatMap(path => path.match(/^subpackages\/[^/]+/) ?? [])),
].map(root => ({
  root,
  name: root.replace('subpackages/', ''),
  pages: Object.values(pagePaths)
    .filter(path => path.startsWith(`${root}/`))
    .map(path => path.slice(root.length + 1)),
}));
