import type { DemoUnit } from '../types';
import { streets } from './areas';

const HOURS = '周一至周五 8:30–12:00，14:00–17:30（法定节假日除外）';
const HALL_HOURS = '周一至周五 9:00–17:00，周六 9:00–12:00';

/** id, full name, short name, last four of the phone, address. */
const DEPARTMENTS: [string, string, string, string, string][] = [
  ['development-reform', '栖河区发展和改革局', '区发改局', '1021', '栖河区政府路1号4号楼'],
  ['education', '栖河区教育局', '区教育局', '1032', '柳营街道书院街18号'],
  ['police', '栖河公安分局', '公安分局', '1043', '望桥街道平安路6号'],
  ['civil-affairs', '栖河区民政局', '区民政局', '1054', '柳营街道营门路27号'],
  ['justice', '栖河区司法局', '区司法局', '1065', '望桥街道平安路12号'],
  ['finance', '栖河区财政局', '区财政局', '1076', '栖河区政府路1号2号楼'],
  ['human-resources', '栖河区人力资源和社会保障局', '区人社局', '1087', '青槐街道学府路55号'],
  ['natural-resources', '栖河区自然资源局', '区自然资源局', '1098', '砚山街道砚山大道9号'],
  ['ecology', '栖河生态环境局', '生态环境局', '1109', '砚山街道砚山大道21号'],
  ['housing', '栖河区住房和城乡建设局', '区住建局', '1110', '禾渡街道船厂路40号'],
  ['urban-management', '栖河区城市管理局（综合行政执法局）', '区城管局', '1121', '石埠街道货场路3号'],
  ['agriculture', '栖河区农业农村局', '区农业农村局', '1132', '渔浦街道浦口路15号'],
  ['culture', '栖河区文化体育和旅游局', '区文体旅局', '1143', '青槐街道明湖路8号'],
  ['health', '栖河区卫生健康局', '区卫健局', '1154', '青槐街道学府路71号'],
  ['emergency', '栖河区应急管理局', '区应急局', '1165', '石埠街道双井路11号'],
  ['market', '栖河区市场监督管理局', '区市场监管局', '1176', '禾渡街道米市街66号'],
  ['tax', '栖河区税务局', '区税务局', '1187', '望桥街道广惠路30号'],
];

/** 公共企事业单位 (Art. 55) and the two housing centres, which are institutions of their own. */
const UTILITIES: [string, string, string, string, string][] = [
  ['housing-security-center', '栖河区住房保障中心', '区住房保障中心', '1211', '禾渡街道船厂路40号2楼'],
  ['housing-renewal-center', '栖河区住房更新中心', '区住房更新中心', '1222', '禾渡街道船厂路40号3楼'],
  ['water', '栖河供水有限公司', '供水公司', '1233', '渔浦街道水厂路2号'],
  ['gas', '栖河燃气有限公司', '燃气公司', '1244', '石埠街道铁道西路19号'],
  ['bus', '栖河公共交通有限公司', '公交公司', '1255', '南陌街道车站路1号'],
  ['library', '栖河区图书馆', '区图书馆', '1266', '青槐街道明湖路2号'],
];

const STREET_ADDRESSES: Record<string, [phone: string, address: string]> = {
  liuying: ['1301', '柳营街道营门路108号'],
  hedu: ['1312', '禾渡街道渡口路5号'],
  wangqiao: ['1323', '望桥街道桥北路77号'],
  shibu: ['1334', '石埠街道石埠大街29号'],
  qinghuai: ['1345', '青槐街道栗园路16号'],
  yanshan: ['1356', '砚山街道砚前路1号'],
  yupu: ['1367', '渔浦街道新圩路33号'],
  nanmo: ['1378', '南陌街道花田路50号'],
};

const line =
  (kind: DemoUnit['kind'], takesRequests: boolean) =>
  ([id, name, shortName, phone, address]: [string, string, string, string, string]): DemoUnit => ({
    id,
    name,
    shortName,
    kind,
    areaId: 'qihe',
    phone: `0599-555-${phone}`,
    address,
    officeHours: kind === 'utility' ? HALL_HOURS : HOURS,
    takesRequests,
  });

export const units: DemoUnit[] = [
  line('government', true)(['district-office', '栖河区人民政府办公室', '区政府办公室', '1000', '栖河区政府路1号1号楼']),
  ...DEPARTMENTS.map(line('department', true)),
  ...UTILITIES.map(line('utility', false)),
  ...streets.map((street): DemoUnit => {
    const [phone, address] = STREET_ADDRESSES[street.id] as [string, string];
    const unit = line(
      'street',
      true,
    )([`${street.id}-street`, `栖河区${street.name}办事处`, street.name, phone, address]);
    return { ...unit, areaId: street.id };
  }),
];

export const unit = (id: string): DemoUnit => {
  const found = units.find(one => one.id === id);
  if (!found) throw new Error(`no such unit in the demo district: ${id}`);
  return found;
};
