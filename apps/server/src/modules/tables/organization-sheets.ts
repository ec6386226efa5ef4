import {
  AREA_LEVEL_LABELS,
  PLACE_KIND_LABELS,
  ROLE_LABELS,
  ROSTER_POST_LABELS,
  UNIT_KIND_LABELS,
} from '@bandeng/contracts/routes';
import { sayTime, sheetOf, yes } from './sheet';

const staff = sheetOf({
  route: 'staff.members.list',
  name: '工作人员',
  columns: {
    姓名: ({ name }) => name,
    用户名: ({ username }) => username,
    角色: ({ roles }, say) =>
      roles
        .map(({ role, unitId }) => ROLE_LABELS[role] + (unitId === null ? '' : `（${say.unit(unitId)}）`))
        .join('、'),
    动态口令: ({ totpEnrolled }) => (totpEnrolled ? '登记了' : '没有登记'),
    从哪天起: ({ createdAt }) => sayTime(createdAt),
    停用了: ({ closed }) => yes(closed),
    编号: ({ id }) => id,
  },
});

const rosters = sheetOf({
  route: 'staff.rosters.list',
  name: '名录',
  columns: {
    姓名: ({ name }) => name,
    负责什么: ({ post }) => ROSTER_POST_LABELS[post],
    单位: ({ unit }) => unit?.name ?? '',
    地方: ({ area }) => area?.name ?? '',
    职务: ({ duty }) => duty ?? '',
    电话: ({ phone }) => phone ?? '',
    公开: ({ isPublic }) => yes(isPublic),
    从哪天起: ({ since }) => since,
    到哪天止: ({ closedOn }) => closedOn ?? '',
    编号: ({ id }) => id,
  },
});

const units = sheetOf({
  route: 'staff.units.list',
  name: '单位',
  columns: {
    名称: ({ name }) => name,
    简称: ({ shortName }) => shortName,
    种类: ({ kind }) => UNIT_KIND_LABELS[kind],
    电话: ({ phone }) => phone ?? '',
    地址: ({ address }) => address ?? '',
    办公时间: ({ officeHours }) => officeHours ?? '',
    受理申请: ({ takesRequests }) => yes(takesRequests),
    从哪天起: ({ since }) => since ?? '',
    哪天停用: ({ closedOn }) => closedOn ?? '',
    编号: ({ id }) => id,
  },
});

const areas = sheetOf({
  route: 'staff.areas.list',
  name: '行政区划和网格',
  columns: {
    名称: ({ name }) => name,
    哪一级: ({ level }) => AREA_LEVEL_LABELS[level],
    在哪里: ({ path }) => path.slice(0, -1).join(' / '),
    从哪天起: ({ since }) => since ?? '',
    哪天停用: ({ closedOn }) => closedOn ?? '',
    编号: ({ id }) => id,
  },
});

const places = sheetOf({
  route: 'staff.places.list',
  name: '查阅点',
  columns: {
    名称: ({ name }) => name,
    种类: ({ kind }) => PLACE_KIND_LABELS[kind],
    地址: ({ address }) => address,
    电话: ({ phone }) => phone ?? '',
    开放时间: ({ hours }) => hours,
    能办什么: ({ services }) => services.join('、'),
    从哪天起: ({ since }) => since ?? '',
    哪天停用: ({ closedOn }) => closedOn ?? '',
    编号: ({ id }) => id,
  },
});

export const organizationSheets = { staff, rosters, units, areas, places };
