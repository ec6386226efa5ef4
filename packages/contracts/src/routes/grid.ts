import { defineRoutes } from './define';
import { desk, work } from './presets';

/** Who goes from door to door. */
const walkers = ['grid'] as const;
/** Who keeps the doors of their areas and sends people out. */
const senders = ['street', 'office'] as const;
const watchers = [...senders, 'grid', 'supervisor', 'head'] as const;

export const gridRoutes = defineRoutes({
  'grid.pack': {
    ...desk,
    path: '/grid/pack',
    who: walkers,
    summary: '网格员今天的走访包：派到的网格里的楼、门、要送的内容',
    description: '没有派网格时 `buildings` 是空的。正文用公开的接口另取，存在手机里。',
  },
  'grid.sync': {
    ...work,
    path: '/grid/sync',
    who: walkers,
    summary: '一批走访记录，一条一条回答',
    description:
      '最多 50 条。每条带手机自己取的 `id`：已经有的回 `known`，同一个 `id` 内容不同回 `conflict` 和已有的那条，不收的回 `rejected` 和能照着办的原因。',
  },
  'grid.photos.create': {
    ...work,
    path: '/grid/records/:id/photos/:at',
    who: walkers,
    limit: 'upload',
    body: 'multipart',
    summary: '一张海报的照片，记录送到以后传',
    description:
      '照片重新编码，最长的边 1600 点，拍摄的地点、时间、机型都去掉。同一条记录的第几张传过了，再传什么都不变。只有贴的人能传。',
    errors: ['poster.not_found', 'photo.too_large', 'photo.unreadable', 'file.incomplete', 'file.virus'],
  },
  'staff.grid.posters.list': {
    ...desk,
    path: '/staff/grid/campaigns/:id/posters',
    who: watchers,
    summary: '一个入户任务贴了哪些海报：地方、哪天、照片',
    description: '不说是谁贴的，只记到哪天。照片用 `/files/:id/ticket` 看。',
    errors: ['campaign.not_found'],
  },
  'grid.asked': {
    ...desk,
    path: '/grid/asked',
    who: walkers,
    summary: '自己近 90 天代录、转交的，现在怎样了，答复是什么',
    description: '只有自己记下的。名字、电话不回到手机上。',
  },
  'grid.toTell': {
    ...desk,
    path: '/grid/to-tell',
    who: walkers,
    summary: '有了答复、还没有告诉本人的：现在走这个网格的人去告诉',
    description:
      '本人凭便条领走的不在里面：他在微信里看。换了人走，任务跟着网格走，只有门、说的是哪件事和答复，没有前一个人记的原话。没有写门的留给记下的人。',
  },
  'staff.grid.areas.list': {
    ...desk,
    path: '/staff/grid/areas',
    who: watchers,
    summary: '自己管的地方，一直到网格',
    description: '一次全给：一个区几百个。停用的不在里面。',
  },
  'staff.grid.buildings.list': { ...desk, path: '/staff/grid/buildings', who: senders, summary: '一个地方的楼' },
  'staff.grid.buildings.put': {
    ...work,
    method: 'PUT',
    path: '/staff/grid/buildings/:id',
    who: senders,
    summary: '新增或者改一栋楼，编号自己取',
    errors: ['area.not_found', 'organization.closed', 'grid.same_name'],
  },
  'staff.grid.buildings.close': {
    ...work,
    path: '/staff/grid/buildings/:id/close',
    who: senders,
    summary: '停用一栋楼（拆了）：不再走访，记录留着',
    errors: ['building.not_found', 'organization.closed'],
  },
  'staff.grid.doors.list': {
    ...desk,
    path: '/staff/grid/buildings/:id/doors',
    who: senders,
    summary: '一栋楼的门，按单元、楼层、门牌',
    errors: ['building.not_found'],
  },
  'staff.grid.doors.listIn': {
    ...desk,
    path: '/staff/grid/areas/:id/doors',
    who: senders,
    summary: '一个地方在用的门，一扇一行，带楼和网格：列和导入的一样',
    errors: ['area.not_found'],
  },
  'staff.grid.doors.put': {
    ...work,
    method: 'PUT',
    path: '/staff/grid/doors/:id',
    who: senders,
    summary: '新增或者改一扇门：门牌、多少天走访一次。不写户主，不写为什么',
    errors: ['building.not_found', 'organization.closed', 'grid.same_name'],
  },
  'staff.grid.doors.import': {
    ...work,
    path: '/staff/grid/doors/import',
    who: senders,
    limit: 'upload',
    body: 'multipart',
    summary: '从表格导入楼和门：先试读，哪一行不对逐行说；有一行不对就什么都不记',
    errors: ['import.unreadable', 'file.too_large', 'file.incomplete'],
  },
  'staff.grid.assignments.list': {
    ...desk,
    path: '/staff/grid/assignments',
    who: senders,
    summary: '派给谁走哪些网格',
  },
  'staff.grid.assignments.put': {
    ...work,
    method: 'PUT',
    path: '/staff/grid/assignments/:id',
    who: senders,
    summary: '派一个人走一个网格，或者里面的一个小区（院长）、一栋楼（楼长），从哪天到哪天',
    errors: ['area.not_found', 'staff.not_found', 'building.not_found'],
  },
  'staff.grid.campaigns.list': { ...desk, path: '/staff/grid/campaigns', who: watchers, summary: '入户任务' },
  'staff.grid.campaigns.create': {
    ...work,
    path: '/staff/grid/campaigns',
    who: senders,
    status: 201,
    summary: '布置一个入户任务：送什么，到哪些地方，从哪天到哪天',
    errors: ['area.not_found', 'notice.not_found', 'consultation.not_found', 'id.conflict'],
  },
  'staff.grid.campaigns.get': {
    ...desk,
    path: '/staff/grid/campaigns/:id',
    who: watchers,
    summary: '一个入户任务',
    errors: ['campaign.not_found'],
  },
  'staff.grid.campaigns.close': {
    ...work,
    path: '/staff/grid/campaigns/:id/close',
    who: senders,
    summary: '提前结束入户任务',
    errors: ['campaign.not_found', 'campaign.closed'],
  },
  'staff.grid.coverage': {
    ...desk,
    path: '/staff/grid/coverage',
    who: watchers,
    summary: '一个任务或者一份内容送到了哪些地方：下一级一行，最下面是楼',
    description:
      '门数少于 5 的格子只对本地方的人显示，其他人看到 `null`；只有一格这样时，旁边最小的一格也不显示，免得用合计推算出来。一级只有几十行，一次全给。',
    errors: ['area.not_found', 'campaign.not_found'],
  },
  'staff.grid.questions': {
    ...desk,
    path: '/staff/grid/questions',
    who: ['street', 'office', 'supervisor', 'head'],
    summary: '一段时间里一个地方的人问了什么：代录、转交的和走访时有疑问、有意见的，按事情分',
    description:
      '本地方的人看准数；其他人看到的户数少于 5 是 `null`，往上按 5 的整数倍往小里取，免得一减就知道是哪几户。事情有多少行就给多少行：一个地方几十行。',
    errors: ['area.not_found'],
  },
  'staff.grid.onBehalf.signature': {
    ...work,
    path: '/staff/grid/on-behalf/:id/signature',
    who: ['editor', 'office', 'street', 'officer', 'head'],
    summary: '看代录、转交的本人怎么同意的：同意的话、哪天、签名；谁看的、为什么看，留在审计里',
    description: '只给办这件事的单位：看得到姓名、电话的人。签名是一笔一笔的点，横竖都从 0 到 1000，画在两比一的框里。',
    errors: ['on_behalf.not_found'],
  },
  'staff.grid.workers': {
    ...desk,
    path: '/staff/grid/workers',
    who: ['street', 'office', 'supervisor', 'head'],
    summary: '一段时间里每个网格员走访了多少户',
  },
});
