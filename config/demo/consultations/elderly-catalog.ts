import { blocks } from '../lib/text-blocks';
import type { Dates } from '../lib/dates';
import type { DemoConsultation, DemoEdition, EntryKey } from '../types';
import { commentsOf } from './comments-of';
import { ELDERLY_COMMENTS } from './elderly-catalog-comments';

const key = (group: string, name: string): EntryKey => `elderly-care/${group}/${name}`;
const ENTRIES: Record<string, EntryKey> = {
  助餐: key('补贴与服务', '老年人助餐补贴发放结果'),
  助餐点: key('补贴与服务', '老年人助餐点目录'),
  上门: key('补贴与服务', '居家上门照料服务补贴'),
  高龄: key('补贴与服务', '高龄津贴发放结果'),
  护理: key('补贴与服务', '失能老年人护理补贴标准'),
  床位: key('养老机构管理', '家庭养老床位建设'),
  消防: key('养老机构管理', '养老机构消防安全检查'),
  收费: key('养老机构管理', '养老机构收费标准'),
  驿站: key('养老机构管理', '社区养老服务驿站运营'),
  等级: key('质量评估与监督', '养老机构等级评定'),
};

const SHARED = {
  domainId: 'elderly-care',
  basis: ['《中华人民共和国政府信息公开条例》', '《关于推进基本养老服务体系建设的意见》'],
  publisherText: '区民政局',
  office: '养老服务科',
  channels: ['website', 'new_media', 'bulletin_board'],
};

/** The draft: 36 entries in force, six changed, two new, one gone: 38 rows for residents to look at. */
export const elderlyDraft = (d: Dates): DemoEdition => ({
  key: 'elderly-draft',
  title: '养老服务公开目录修订草案',
  number: null,
  state: 'consulted',
  inForce: false,
  base: 'first',
  domainIds: ['elderly-care'],
  createdAt: d.at(-30, '15:00'),
  frozenAt: null,
  edits: [
    { entry: ENTRIES.助餐 as string, field: 'timeLimits', text: '每月结束后20个工作日内', commentKeys: [] },
    { entry: ENTRIES.高龄 as string, field: 'timeLimits', text: '每月结束后10个工作日内', commentKeys: [] },
    {
      entry: ENTRIES.护理 as string,
      field: 'content',
      text: '补贴对象、评估等级、补贴标准、申领程序、停发和恢复',
      commentKeys: [],
    },
    { entry: ENTRIES.消防 as string, field: 'timeLimits', text: '信息形成之日起5个工作日内', commentKeys: [] },
    { entry: ENTRIES.收费 as string, field: 'channels', text: 'website,bulletin_board,new_media', commentKeys: [] },
    {
      entry: ENTRIES.驿站 as string,
      field: 'content',
      text: '驿站名称、运营方、服务项目、收费标准、开放时间、上月服务人次',
      commentKeys: [],
    },
  ],
  added: [
    {
      ...SHARED,
      path: ['补贴与服务'],
      name: '居家上门照料服务补贴',
      contentText: '服务项目、收费、补贴标准',
      timeLimitsText: '每季度结束后10个工作日内',
      levels: ['county', 'town'],
      stage: 'result',
    },
    {
      ...SHARED,
      path: ['养老机构管理'],
      name: '家庭养老床位建设',
      contentText: '建设标准、申请条件、补贴标准、签约机构、验收结果',
      timeLimitsText: '信息形成或者变更之日起20个工作日内',
      levels: ['county'],
      stage: 'service',
    },
  ],
  removed: [key('补贴与服务', '老年教育课程和报名')],
});

/** Open, on the entries of an edition: nine days left, most people speak about one time limit. */
export function elderlyCatalog(d: Dates): DemoConsultation {
  const opensOn = d.day(-21);
  const closesOn = d.day(9);
  return {
    key: 'elderly-catalog',
    question: '助餐补贴多久公开一次才好？',
    title: '养老服务公开目录修订草案',
    unitId: 'civil-affairs',
    kind: 'standardCatalog',
    state: 'open',
    opensOn,
    closesOn,
    outcomeDueOn: d.plus(closesOn, 28),
    display: 'after_review',
    contact: '区民政局养老服务科，营门路27号，0599-555-1054',
    areaIds: ['qihe'],
    domainIds: ['elderly-care'],
    background:
      blocks(`养老服务公开目录写着 36 项该公开的事：公开什么、谁公开、多久之内公开。用了一年多，发现有的写得不够用，有的做不到，这次一起改。
## 改了什么
- 助餐补贴发放结果，从每月结束后 5 个工作日放宽到 20 个工作日，因为送餐记录要和 31 个助餐点逐笔对账
- 新增“居家上门照料服务补贴”和“家庭养老床位建设”
- 老年教育课程改由文化目录公开，这里删去
- 另有 5 项改了内容、时限或者渠道
## 想听您说
放宽到 20 个工作日行不行？哪一项您最想看到而目录里没有？点任何一行，就对那一行提意见。`),
    draft: { kind: 'entries', editionKey: 'elderly-draft' },
    outcome: null,
    comments: commentsOf(d, {
      consultation: 'elderly-catalog',
      opensOn,
      closesOn,
      entries: ENTRIES,
      text: ELDERLY_COMMENTS,
    }),
  };
}
