/** Of door-to-door work, as an auditor calls it. */
export const GRID_RECORDS: Readonly<Record<string, string>> = {
  gridBuildings: '楼',
  gridDoors: '门',
  gridAssignments: '派工',
  gridCampaigns: '入户任务',
  gridSyncs: '走访记录',
  gridPosters: '贴出的海报',
  gridPads: '便条本',
  gridSlips: '便条',
};
export const GRID_ACTIONS: Readonly<Record<string, string>> = {
  'building.added': '新增楼',
  'building.changed': '改楼',
  'building.closed': '停用楼',
  'door.added': '新增门',
  'door.changed': '改门',
  'doors.imported': '导入楼和门',
  'assignment.added': '派工',
  'assignment.changed': '改派工',
  'campaign.created': '布置入户任务',
  'campaign.closed': '提前结束入户任务',
  'grid.synced': '交走访记录',
  'poster.photographed': '传海报照片',
  'pad.printed': '印便条',
  'pad.voided': '作废便条本',
  'slip.bound': '留便条',
  'slip.claimed': '凭便条领走代录的',
};
