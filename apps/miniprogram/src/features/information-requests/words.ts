import type { Help, IdType, OrganizationKind, RequestBody } from './request-draft';

export const organizationWords: Record<OrganizationKind, string> = {
  business: '商业企业',
  research: '科研机构',
  charity: '社会公益组织',
  legal_service: '法律服务机构',
  other: '其他',
};
export const idWords: Record<IdType, string> = {
  id_card: '身份证',
  passport: '护照',
  hk_macau_permit: '港澳居民来往内地通行证',
  taiwan_permit: '台湾居民来往大陆通行证',
  other: '其他证件',
};
export const formWords: Record<RequestBody['delivery']['form'], string> = {
  electronic: '电子版',
  paper: '纸质',
  other: '其他',
};
export const methodWords: Record<RequestBody['delivery']['method'], string> = {
  app: '在这里看',
  email: '发到邮箱',
  post: '邮寄',
  pickup: '自己去取',
  on_site: '到现场查阅、抄录',
};
export const helpWords: Record<Help, string> = {
  large_print: '要大字的',
  read_aloud: '要读给我听',
  sign_language: '要手语',
  written_down: '写字不方便，要人代写',
};
