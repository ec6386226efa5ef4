import type { DemoLevel, DemoStage } from '../types';

export const STAGE_CODES: Record<string, DemoStage> = {
  决策: 'decision',
  执行: 'execution',
  管理: 'management',
  服务: 'service',
  结果: 'result',
};
export const LEVEL_CODES: Record<string, DemoLevel> = { 市: 'city', 县: 'county', 乡: 'town', 村: 'village' };
export const CHANNEL_CODES: Record<string, string> = {
  网站: 'website',
  公报: 'gazette',
  微博微信: 'new_media',
  发布会: 'press_hearing',
  广播: 'broadcast',
  报纸: 'print',
  查阅点: 'reading_point',
  大厅: 'service_center',
  服务站: 'convenience_station',
  入户: 'doorstep',
  公示栏: 'bulletin_board',
  推送: 'targeted_push',
};

/** Contents that a domain's sheet repeats; they are written out in the entry. */
export const CONTENTS: Record<string, string> = {
  文件: '文件名称、文号、发布部门、成文日期、施行日期、正文',
  标记文件: '●文件名称\n●文号\n●发布部门\n●发布日期\n●实施日期\n●正文\n〇废止日期',
  解读: '背景依据、目标任务、主要内容、适用范围、执行标准、注意事项、新旧政策差异',
  意见: '决策草案、起草说明、征求意见的方式和期限、意见采纳情况',
  会议: '会议名称、时间地点、议题、列席代表、会议结果',
  指南: '受理条件、申请材料、办理流程、办理时限、办理地点、联系电话',
  许可: '申请条件、申请材料、办理流程、法定依据、受理机构、办理结果',
  处罚: [
    '1.机构职能、权责清单、执法人员名单',
    '2.执法程序或行政强制流程图',
    '3.执法依据',
    '4.处罚裁量基准',
    '5.咨询和投诉方式',
    '6.处罚决定',
    '7.救济渠道',
  ].join('；\n'),
  检查: '检查对象、检查依据、检查内容、检查结果、整改要求',
  名单: '申请人姓名（隐去部分）、所在社区或村、核定标准、公示期限、异议渠道',
  资金: '资金来源、分配依据、分配结果、使用情况、监督电话',
  机构: '机构名称、地址、服务时间、联系电话、服务项目',
  监督: '监督电话、来信地址、受理范围、办理程序、反馈时限',
};

const FORMED = '信息形成之日起';
const FIXED: Record<string, string> = {
  L: '长期公开（动态调整）',
  CF: '1.除处罚决定外其他内容：长期公开（动态调整）；\n2.处罚决定：作出决定之日起7个工作日内',
  C30: '信息形成之日起20个工作日内；征求意见期限不少于30日',
  C7: '信息形成之日起20个工作日内；征求意见期限不少于7个工作日',
  P7: '信息形成之日起20个工作日内；公示期不少于7天',
  P7w: '信息形成之日起20个工作日内；公示期不少于7个工作日',
  P10: '信息形成之日起10个工作日内；公示期不少于10天',
  JS: '即时公开，最迟不超过24小时',
  Y: '每年结束后20个工作日内',
};

/** T20 形成或变更, G5 形成, D7 作出决定, M5 每月, Q10 每季度; the words of FIXED; anything else stands as written. */
export function timeLimits(code: string): string {
  const fixed = FIXED[code];
  if (fixed !== undefined) return fixed;
  const [head, ...tail] = code.split('；');
  if (head !== undefined && tail.length > 0 && /^[TGDMQ]\d+$/.test(head)) return [timeLimits(head), ...tail].join('；');
  const [, kind, count] = /^([TGDMQ])(\d+)$/.exec(code) ?? [];
  const texts: Record<string, string> = {
    T: `信息形成或者变更之日起${count}个工作日内`,
    G: `${FORMED}${count}个工作日内`,
    D: `作出决定之日起${count}个工作日内`,
    M: `每月结束后${count}个工作日内`,
    Q: `每季度结束后${count}个工作日内`,
  };
  return kind === undefined ? code : (texts[kind] as string);
}
