import type { Guide, Place } from '@bandeng/contracts/types';

export const guideWords: Record<Guide['kind'], string> = {
  guide: '公开指南',
  rule: '公开制度',
  annual_report: '公开年报',
};

export const placeWords: Record<Place['kind'], string> = {
  reading_room: '政务公开专区',
  service_hall: '政务服务大厅',
  library: '图书馆',
  archive: '档案馆',
  community_corner: '社区公开角',
  screen: '公开屏',
};
