import type { StaffArea, StaffPlace, StaffUnit } from '@bandeng/contracts/types';

export const UNIT_KINDS: Readonly<Record<StaffUnit['kind'], string>> = {
  government: '政府',
  department: '部门',
  street: '街道',
  utility: '公共企事业单位',
};
export const AREA_LEVELS: Readonly<Record<StaffArea['level'], string>> = {
  district: '区县',
  street: '街道',
  community: '社区（村）',
  grid: '网格',
};
export const PLACE_KINDS: Readonly<Record<StaffPlace['kind'], string>> = {
  reading_room: '公开专区',
  service_hall: '政务大厅',
  library: '图书馆',
  archive: '档案馆',
  community_corner: '社区公开角',
  screen: '查询屏',
};

export { ROSTER_POST_LABELS as POSTS } from '@bandeng/contracts/routes';

export const optionsOf = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }));

/** Nothing typed is nothing. */
export const orNull = (text: string | undefined | null): string | null => text?.trim() || null;
