import type { DemoStaff } from '../types';

/** No unit and no area: the whole district. */
const everywhere = { unitId: null, areaId: null };

/** Who works in the console; the loader gives all of them the password of demo mode. */
export const staff: DemoStaff[] = [
  { username: 'admin', name: '系统管理员', roles: [{ role: 'admin', ...everywhere }] },
  { username: 'editor', name: '区民政局经办 秦晓', roles: [{ role: 'editor', unitId: 'civil-affairs', areaId: null }] },
  { username: 'reviewer1', name: '初审 方远', roles: [{ role: 'reviewer', unitId: 'civil-affairs', areaId: null }] },
  { username: 'reviewer2', name: '复审 石磊', roles: [{ role: 'reviewer', unitId: 'civil-affairs', areaId: null }] },
  { username: 'reviewer3', name: '终审 纪敏', roles: [{ role: 'reviewer', ...everywhere }] },
  { username: 'secrecy', name: '保密审查 顾青', roles: [{ role: 'secrecy', ...everywhere }] },
  { username: 'legal', name: '法律顾问 路平', roles: [{ role: 'legal', ...everywhere }] },
  { username: 'officer', openid: 'demo-officer', name: '公开办 丁宁', roles: [{ role: 'officer', ...everywhere }] },
  { username: 'head', name: '公开办主任 范成', roles: [{ role: 'head', ...everywhere }] },
  { username: 'office', name: '区政府办 叶秋', roles: [{ role: 'office', ...everywhere }] },
  {
    username: 'street',
    name: '柳营街道 池静',
    roles: [{ role: 'street', unitId: 'liuying-street', areaId: 'liuying' }],
  },
  { username: 'supervisor', name: '督导组 万里', roles: [{ role: 'supervisor', ...everywhere }] },
  { username: 'auditor', name: '审计员 简明', roles: [{ role: 'auditor', ...everywhere }] },
  {
    username: 'grid',
    openid: 'demo-grid',
    name: '槐影网格员 鲁小满',
    roles: [{ role: 'grid', unitId: 'liuying-street', areaId: 'liuying-huaiying' }],
  },
  {
    username: 'grid2',
    name: '槐影网格员 岑立夏',
    roles: [{ role: 'grid', unitId: 'liuying-street', areaId: 'liuying-huaiying' }],
  },
  { username: 'evaluator', name: '第三方评估 穆言', roles: [{ role: 'evaluator', ...everywhere }] },
];
