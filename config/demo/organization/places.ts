import type { DemoPlace } from '../types';

/** A point that stands for the middle of the invented district: a hillside without an address. */
const CENTRE = { latitude: 26.6512, longitude: 118.0243 };

type Row = [
  name: string,
  kind: DemoPlace['kind'],
  areaId: string,
  address: string,
  phone: string | null,
  hours: string,
  east: number,
  north: number,
];
const OFFICE = '周一至周五 8:30–12:00，14:00–17:30';
const HALL = '周一至周五 9:00–17:00，周六 9:00–12:00';
const CORNER = '每天 8:30–20:00';

const SERVICES: Record<DemoPlace['kind'], string[]> = {
  reading_room: ['查阅政府信息', '打印复印', '代填公开申请', '大字版和朗读'],
  service_hall: ['查阅政府信息', '办事咨询', '代填公开申请', '轮椅通道'],
  library: ['查阅政府公报和文件汇编', '自助打印', '听书机'],
  archive: ['查阅历年文件', '复印', '出具档案证明'],
  community_corner: ['公示栏', '文件取阅架', '网格员值班答疑', '意见本'],
  screen: ['查目录和通知', '扫码带走', '念给我听'],
};

const ROWS: Row[] = [
  ['栖河区政务公开查阅室', 'reading_room', 'qihe', '栖河区政府路1号1号楼一层', '0599-555-1001', OFFICE, 0, 0],
  ['栖河区政务服务中心公开专区', 'service_hall', 'qihe', '栖河区政府路6号二楼东侧', '0599-555-1002', HALL, 3, 1],
  [
    '栖河区图书馆政府信息查阅点',
    'library',
    'qihe',
    '青槐街道明湖路2号三楼',
    '0599-555-1266',
    '周二至周日 9:00–21:00',
    12,
    8,
  ],
  ['栖河区档案馆查阅大厅', 'archive', 'qihe', '望桥街道平安路20号', '0599-555-1003', OFFICE, -4, 6],
  ['区文化馆信息屏', 'screen', 'qihe', '青槐街道明湖路8号', null, '周二至周日 9:00–21:00', 13, 7],
  ['柳营街道便民服务大厅', 'service_hall', 'liuying', '柳营街道营门路108号', '0599-555-1301', HALL, -10, -3],
  ['禾渡街道便民服务大厅', 'service_hall', 'hedu', '禾渡街道渡口路5号', '0599-555-1312', HALL, -6, -12],
  ['望桥街道便民服务大厅', 'service_hall', 'wangqiao', '望桥街道桥北路77号', '0599-555-1323', HALL, -8, 9],
  ['石埠街道便民服务大厅', 'service_hall', 'shibu', '石埠街道石埠大街29号', '0599-555-1334', HALL, -20, 2],
  ['青槐街道便民服务大厅', 'service_hall', 'qinghuai', '青槐街道栗园路16号', '0599-555-1345', HALL, 14, 4],
  ['砚山街道便民服务大厅', 'service_hall', 'yanshan', '砚山街道砚前路1号', '0599-555-1356', OFFICE, 26, 18],
  ['渔浦街道便民服务大厅', 'service_hall', 'yupu', '渔浦街道新圩路33号', '0599-555-1367', OFFICE, 8, -24],
  ['南陌街道便民服务大厅', 'service_hall', 'nanmo', '南陌街道花田路50号', '0599-555-1378', HALL, 5, -9],
  ['槐影社区政务公开角', 'community_corner', 'liuying-huaiying', '柳营街道槐影东里甲6号', null, CORNER, -11, -4],
  ['晒谷场社区政务公开角', 'community_corner', 'liuying-shaiguchang', '柳营街道晒谷场2区门口', null, CORNER, -12, -2],
  ['禾渡社区活动室', 'community_corner', 'hedu-hedu', '禾渡街道渡口路21号', null, '周二至周日 8:30–20:30', -7, -13],
  ['渡口社区政务公开角', 'community_corner', 'hedu-dukou', '禾渡街道渡口路17号', null, CORNER, -5, -14],
  ['纱厂社区政务公开角', 'community_corner', 'wangqiao-shachang', '望桥街道纺织路8号', null, CORNER, -9, 11],
  ['双井社区政务公开角', 'community_corner', 'shibu-shuangjing', '石埠街道双井路24号', null, CORNER, -22, 4],
  ['栗园社区政务公开角', 'community_corner', 'qinghuai-liyuan', '青槐街道栗园路40号', null, CORNER, 15, 5],
  ['上坞村村务公开栏', 'community_corner', 'yanshan-shangwu', '砚山街道上坞村村部', null, CORNER, 30, 22],
  ['沙洲村村务公开栏', 'community_corner', 'yupu-shazhou', '渔浦街道沙洲村村部', null, CORNER, 11, -29],
  ['花田社区政务公开角', 'community_corner', 'nanmo-huatian', '南陌街道花田路72号', null, CORNER, 6, -10],
  ['望桥农贸市场公开屏', 'screen', 'wangqiao-wangqiao', '望桥街道桥北路50号', null, '每天 6:00–19:00', -8, 10],
];

export const places: DemoPlace[] = ROWS.map(([name, kind, areaId, address, phone, hours, east, north], index) => ({
  id: `place-${String(index + 1).padStart(2, '0')}`,
  name,
  kind,
  areaId,
  address,
  phone,
  hours,
  services: SERVICES[kind],
  location: {
    latitude: Math.round((CENTRE.latitude + north / 1000) * 1e6) / 1e6,
    longitude: Math.round((CENTRE.longitude + east / 1000) * 1e6) / 1e6,
  },
}));
