import type { PageName } from '../../../apps/miniprogram/src/routes';
import type { District } from '../../support/district';
import type { Phone } from './phone';
import { gridViews } from './views-of-grid';

/** People of the demo by what they have: doors to walk to, comments and requests under way, an answer, something to correct. */
export const residents = {
  busy: 'demo-resident-1',
  answered: 'demo-resident-2',
  correcting: 'demo-resident-3',
  worker: 'demo-grid',
} as const;

/** One thing to look at: a page with true content, and what was tapped on it. */
export interface View {
  /** Name of the page, or with what was done on it: `consultation: comment sheet`. */
  name: PageName | `${PageName}: ${string}`;
  params?: (ids: Ids) => Record<string, string>;
  /** Who is logged in; null for a stranger. */
  as?: keyof typeof residents | null;
  act?: (phone: Phone, ids: Ids) => Promise<void>;
}

export const pageOf = ({ name }: View): PageName => name.split(':')[0] as PageName;

export type Ids = Awaited<ReturnType<typeof idsOf>>;

/** Things of the demo district that the views are opened with. */
export async function idsOf(district: District) {
  const { anyone } = district;
  const busy = (await district.logIn(residents.busy)).client;
  const answered = (await district.logIn(residents.answered)).client;
  const correcting = (await district.logIn(residents.correcting)).client;
  const consultations = (state: 'open' | 'closed' | 'answered') =>
    anyone.call('consultations.list', { query: { state } });

  const notices = await anyone.call('notices.list', { query: { limit: 100 } });
  const tables = await anyone.call('notices.list', { query: { q: '助餐补贴' } });
  const entries = await anyone.call('entries.list', { query: { domain: 'elderly-care', q: '助餐补贴' } });
  const guides = await anyone.call('guides.list', { query: { kind: 'guide' } });
  const reports = await anyone.call('guides.list', { query: { kind: 'annual_report' } });
  const annual = one((await anyone.call('annualReports.list', { query: {} })).items, 'annual report handed in');
  const surveys = (state: 'open' | 'answered') => anyone.call('surveys.list', { query: { state } });
  const meetings = (when: 'coming' | 'past') => anyone.call('meetings.list', { query: { when } });
  const open = await consultations('open');
  const comment = one((await busy.call('me.comments.list', { query: {} })).items, 'comment');
  const requests = (await busy.call('me.informationRequests.list', { query: {} })).items;
  const enquiries = (await busy.call('me.enquiries.list', { query: {} })).items;
  const decided = (await answered.call('me.informationRequests.list', { query: {} })).items;
  const letters = await Promise.all(
    decided.map(({ id }) => answered.call('informationRequests.letters', { params: { id }, query: {} })),
  );
  const letter = one(
    letters.flatMap(({ items }) => items),
    'delivered letter',
  ).id;
  const { checkCode } = await answered.call('letters.open', { params: { id: letter } });
  const incomplete = (await correcting.call('me.informationRequests.list', { query: {} })).items;
  return {
    posting: one(notices.items, 'posting', notice => notice.posting !== null && notice.limited === null).id,
    running: one(notices.items, 'running posting', ({ posting, limited }) => posting?.day != null && !limited).id,
    corrected: await correctedIn(anyone, notices.items),
    limited: one(notices.items, 'limited notice', notice => notice.limited !== null).id,
    table: one(tables.items, 'notice on meals').id,
    entry: one(entries.items, 'entry on meals').id,
    guide: one(guides.items, 'guide').id,
    report: one(reports.items, 'annual report').id,
    annualUnit: annual.unit.id,
    annualYear: String(annual.year),
    onEntries: one(open.items, 'open one on entries', consultation => consultation.draftKind === 'entries').id,
    onClauses: one(open.items, 'open one on clauses', consultation => consultation.draftKind === 'clauses').id,
    revised: one(open.items, 'open one in its second draft', consultation => consultation.draftVersion > 1).id,
    matter: await matterOfOne(anyone, open.items),
    closed: one((await consultations('closed')).items, 'closed consultation').id,
    answered: one((await consultations('answered')).items, 'answered consultation').id,
    survey: one((await surveys('open')).items, 'open survey').id,
    surveyed: one((await surveys('answered')).items, 'survey with its result').id,
    meeting: one((await meetings('coming')).items, 'meeting to come').id,
    met: one((await meetings('past')).items, 'meeting that was').id,
    comment: comment.id,
    commented: comment.consultationId,
    request: one(requests, 'request under way', request => request.dueOn !== null).id,
    decided: one(decided, 'decided request', request => request.status === 'decided').id,
    letter,
    checkCode,
    incomplete: one(incomplete, 'incomplete request', request => request.status === 'awaiting_correction').id,
    enquiry: one(enquiries, 'message under way', ({ status }) => status === 'assigned').id,
    rated: one(enquiries, 'answered message', ({ status }) => status === 'answered').id,
    publicAnswer: one((await anyone.call('answers.list', { query: {} })).items, 'answer in the archive').id,
    planned: one((await anyone.call('enquiries.list', { query: {} })).items, 'public answer').id,
    message: one((await busy.call('me.messages.list', { query: {} })).items, 'message').id,
  };
}

/** Only the page of a notice says that it was corrected. */
/** A notice of the demo that was corrected after it came out. */
export async function correctedIn(
  anyone: District['anyone'],
  postings: readonly { id: string; posting: unknown }[],
): Promise<string> {
  for (const { id } of postings.filter(({ posting }) => posting !== null)) {
    const { corrected } = await anyone.call('notices.get', { params: { id }, query: {} });
    if (corrected) return id;
  }
  throw new Error('the demo district has no corrected notice');
}

/** Only matters.of says what matter a record is in. */
async function matterOfOne(anyone: District['anyone'], consultations: readonly { id: string }[]): Promise<string> {
  for (const { id } of consultations) {
    const { matter } = await anyone.call('matters.of', { params: { kind: 'consultation', id }, query: {} });
    if (matter) return matter.id;
  }
  throw new Error('the demo district has no matter');
}

/** The first that is wanted; the demo district has one of each. */
function one<T>(items: readonly T[], what: string, isWanted: (item: T) => boolean = () => true): T {
  const found = items.find(isWanted);
  if (found === undefined) throw new Error(`the demo district has no ${what}`);
  return found;
}

const fillRequest = async (phone: Phone) => {
  await phone.type('你要什么？', '槐影长者食堂的承包合同');
  await phone.see('这些已经公开，先看看是不是');
};

const keepNotice = async (phone: Phone, ids: Ids) => {
  await phone.open('notice', { id: ids.posting });
  await phone.tap('button', '收藏');
  await phone.open('favourites');
  await phone.see(/(刚刚|今天.*|日)收藏$/);
};

const leaveHalfWritten = async (phone: Phone) => {
  await phone.open('requestForm');
  await fillRequest(phone);
  await phone.open('drafts');
  await phone.see('信息公开申请');
};

/** Every page of routes.ts, and the sheets that one meets on the main job. */
export const views: readonly View[] = [
  { name: 'home' },
  { name: 'home: stranger', as: null },
  { name: 'public' },
  {
    name: 'public: tree',
    act: async phone => {
      await phone.tap('button', /^养老服务/);
      await phone.tap('button', /^补贴与服务/);
    },
  },
  { name: 'participation' },
  { name: 'participation: answered', act: phone => phone.tap('tab', '有结果') },
  { name: 'mine' },
  { name: 'mine: stranger', as: null },
  { name: 'help' },
  { name: 'areas', act: phone => phone.tap('button', '柳营街道') },
  { name: 'search' },
  {
    name: 'search: found',
    act: async phone => {
      await phone.page.getByRole('searchbox').or(phone.page.getByRole('textbox')).first().fill('助餐补贴');
      await phone.page.keyboard.press('Enter');
      await phone.see(/到底了|再看一些/);
    },
  },
  { name: 'notices' },
  { name: 'notices: filter', act: phone => phone.tap('button', '只看哪些') },
  {
    name: 'notices: of a unit',
    act: async phone => {
      await phone.tap('button', '只看哪些');
      await phone.tap('link', /^哪个单位/);
      await phone.tap('radio', '栖河区民政局');
      await phone.see('栖河区民政局');
    },
  },
  { name: 'notice', params: ids => ({ id: ids.posting }) },
  { name: 'notice: table', params: ids => ({ id: ids.table }) },
  {
    name: 'notice: objection',
    params: ids => ({ id: ids.running }),
    act: async phone => {
      await phone.tap('button', '我有异议');
      await phone.tap('button', '提交异议');
      await phone.see('写上姓名，核查要用');
    },
  },
  { name: 'reports' },
  { name: 'reports: nudges', params: () => ({ part: 'nudges' }) },
  { name: 'objections' },
  { name: 'corrections', params: ids => ({ id: ids.corrected }) },
  { name: 'notice: limited', params: ids => ({ id: ids.limited }) },
  { name: 'notice: feedback', params: ids => ({ id: ids.posting }), act: phone => phone.tap('button', '看不懂') },
  { name: 'favourites', act: keepNotice },
  { name: 'entries', params: () => ({ domain: 'elderly-care', group: '补贴与服务' }) },
  { name: 'entry', params: ids => ({ id: ids.entry }) },
  { name: 'guides' },
  { name: 'guides: rules', params: () => ({ kind: 'rule' }) },
  {
    name: 'guides: reports of a unit',
    params: () => ({ kind: 'annual_report' }),
    act: async phone => {
      await phone.tap('button', '换个单位');
      await phone.tap('radio', '栖河区民政局');
      await phone.see('到底了');
    },
  },
  { name: 'guide', params: ids => ({ id: ids.guide }) },
  { name: 'guide: annual report', params: ids => ({ id: ids.report }) },
  { name: 'annualReport', params: ids => ({ unit: ids.annualUnit, year: ids.annualYear }) },
  { name: 'places' },
  { name: 'consultation', params: ids => ({ id: ids.onEntries }) },
  { name: 'consultation: clauses', params: ids => ({ id: ids.onClauses }) },
  { name: 'consultation: why', params: ids => ({ id: ids.onEntries }), act: phone => phone.tap('tab', '为什么改') },
  { name: 'consultation: comments', params: ids => ({ id: ids.onEntries }), act: phone => phone.tap('tab', /^大家说/) },
  {
    name: 'consultation: comment sheet',
    params: ids => ({ id: ids.onEntries }),
    act: phone => phone.tap('button', /^公开时限[^]*提意见/),
  },
  {
    name: 'consultation: column without a text',
    params: ids => ({ id: ids.onEntries }),
    act: async phone => {
      await phone.tap('button', /^还有 \d+ 行没改动，\d+ 行没写/);
      await phone.tap('button', /^监督举报电话[^]*没写[^]*提意见/);
      await phone.tap('switch', /^不显示名字/);
      await phone.see('公开时写「周文兰」');
    },
  },
  {
    name: 'consultation: whole entry',
    params: ids => ({ id: ids.onEntries }),
    act: phone => phone.tap('button', /对这一项说…/),
  },
  {
    name: 'consultation: login sheet',
    params: ids => ({ id: ids.onEntries }),
    as: null,
    act: async phone => {
      await phone.tap('button', '对整个草案说一句');
      await phone.type('你想说什么', '改得好');
      await phone.tap('button', '送出我的意见');
      await phone.see('周文兰');
    },
  },
  { name: 'consultation: closed', params: ids => ({ id: ids.closed }) },
  { name: 'decisions' },
  { name: 'matter', params: ids => ({ id: ids.matter }) },
  {
    name: 'versions',
    params: ids => ({ id: ids.revised }),
    act: phone => phone.tap('button', '第 2 稿改了什么'),
  },
  { name: 'receipt', params: ids => ({ id: ids.comment, consultation: ids.commented }) },
  { name: 'outcome', params: ids => ({ id: ids.answered }) },
  { name: 'myComments' },
  { name: 'myComments: stranger', as: null },
  { name: 'surveys' },
  { name: 'surveys: answered', act: phone => phone.tap('tab', '有结果') },
  {
    name: 'survey',
    params: ids => ({ id: ids.survey }),
    act: async phone => {
      await phone.tap('radio', '不去');
      await phone.tap('button', '交上去');
      await phone.see('这道题要答');
    },
  },
  {
    name: 'surveyResult',
    params: ids => ({ id: ids.surveyed }),
    act: phone => phone.tap('button', /^看大家写的/),
  },
  { name: 'meetings' },
  { name: 'meetings: past', act: phone => phone.tap('tab', '开过的') },
  { name: 'meeting', params: ids => ({ id: ids.meeting }), act: phone => phone.tap('button', '我想去') },
  { name: 'meeting: held', params: ids => ({ id: ids.met }) },
  { name: 'mySignUps' },
  { name: 'requestForm' },
  { name: 'requestForm: suggestions', act: fillRequest },
  {
    name: 'requestForm: who, with faults',
    act: async phone => {
      await fillRequest(phone);
      await phone.tap('button', '都不是，接着申请');
      await phone.tap('button', '下一步');
      await phone.see('请填写姓名');
    },
  },
  { name: 'request', params: ids => ({ id: ids.request }) },
  { name: 'request: decided', params: ids => ({ id: ids.decided }), as: 'answered' },
  {
    name: 'request: withdraw',
    params: ids => ({ id: ids.request }),
    act: phone => phone.tap('button', '撤回'),
  },
  { name: 'requests' },
  { name: 'letter', params: ids => ({ id: ids.letter }), as: 'answered' },
  { name: 'shared', params: () => ({ scene: 'nosuchcode' }), as: null },
  { name: 'slip', as: null },
  { name: 'letterCheck', params: ids => ({ code: ids.checkCode }), as: null },
  { name: 'answers', as: null },
  {
    name: 'answers: nothing found',
    as: null,
    act: async phone => {
      await phone.type('搜别人要过的', '没有人要过的东西');
      await phone.page.keyboard.press('Enter');
      await phone.see(/^没有找到/);
    },
  },
  { name: 'answer', params: ids => ({ id: ids.publicAnswer }), as: null },
  { name: 'requestCorrection', params: ids => ({ id: ids.incomplete }), as: 'correcting' },
  { name: 'enquiries' },
  { name: 'enquiries: nothing of a kind', act: phone => phone.tap('tab', '投诉') },
  {
    name: 'enquiryForm',
    act: async phone => {
      await phone.tap('button', '交留言');
      await phone.see('写一写是怎么回事');
    },
  },
  { name: 'enquiry', params: ids => ({ id: ids.enquiry }) },
  { name: 'enquiry: answered', params: ids => ({ id: ids.rated }) },
  { name: 'enquiry: public', params: ids => ({ id: ids.planned }), as: null },
  { name: 'myEnquiries' },
  { name: 'inbox' },
  { name: 'message', params: ids => ({ id: ids.message }) },
  { name: 'drafts' },
  { name: 'drafts: one', act: leaveHalfWritten },
  { name: 'subscriptions' },
  { name: 'settings' },
  { name: 'account' },
  {
    name: 'account: name',
    act: async phone => {
      await phone.tap('link', /^称呼/);
      await phone.type(/^怎么称呼你/, '区政府');
      await phone.tap('button', '存下');
      await phone.see(/^像机关/);
    },
  },
  { name: 'about' },
  { name: 'staff', as: 'answered' },
  { name: 'staff: bound', as: 'worker' },
  ...gridViews,
  { name: 'notFound' },
  { name: 'gallery' },
];
