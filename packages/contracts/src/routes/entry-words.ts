import type { Entry } from '../schemas/types';
import type { EntryFieldName } from '../schemas/entry-text';

/** What a resident and a clerk read for the columns of an entry and the words in them; the boxes as the national layout prints them (FACTS §3). */
export const FIELD_LABELS: Readonly<Record<EntryFieldName, string>> = {
  name: '公开事项',
  content: '公开内容（要素）',
  basis: '公开依据',
  timeLimits: '公开时限',
  publisher: '公开主体',
  office: '责任科室',
  channels: '公开渠道和载体',
  audience: '公开对象',
  mode: '公开方式',
  level: '公开层级',
  stage: '过程',
  category: '类别',
  attribute: '公开属性',
  siteColumn: '网站对应栏目',
  phone: '咨询电话',
  supervisionPhone: '监督举报电话',
  ground: '不予公开依据',
};

export const CHANNEL_LABELS: Readonly<Record<Entry['channels'][number]['channel'], string>> = {
  website: '政府网站',
  gazette: '政府公报',
  new_media: '两微一端',
  press_hearing: '发布会/听证会',
  broadcast: '广播电视',
  print: '纸质媒体',
  reading_point: '公开查阅点',
  service_center: '政务服务中心',
  convenience_station: '便民服务站',
  doorstep: '入户/现场',
  bulletin_board: '社区/企事业单位/村公示栏(电子屏)',
  targeted_push: '精准推送',
  other: '其他',
};
export const LEVEL_LABELS: Readonly<Record<Entry['level'][number], string>> = {
  city: '市级',
  county: '县级',
  town: '乡级',
  village: '村级',
};
export const STAGE_LABELS: Readonly<Record<NonNullable<Entry['stage']>, string>> = {
  decision: '决策',
  execution: '执行',
  management: '管理',
  service: '服务',
  result: '结果',
};
export const MODE_LABELS: Readonly<Record<Entry['mode'][number], string>> = { active: '主动', on_request: '依申请' };
export const ATTRIBUTE_LABELS: Readonly<Record<Entry['attribute'], string>> = {
  active: '主动公开',
  on_request: '依申请公开',
  withheld: '不予公开',
};
