import type { DemoRequest } from '../types';

/** Passports: a made-up ID number would either fail its check digit or be somebody's. */
export const person = (name: string, phone: string, number: string, address: string): DemoRequest['applicant'] => ({
  kind: 'person',
  name,
  idDocument: { type: 'passport', number },
  phone,
  address,
});
export const ZHOU = person('周文兰', '19900000001', 'E00000001', '柳营街道槐影东里');
export const HE = person('何建军', '19900000002', 'E00000002', '禾渡街道渡口路');
export const TAO = person('陶国祥', '19900000003', 'E00000003', '望桥街道纱厂宿舍');
export const LIANG = person('梁素芬', '19900000004', 'E00000004', '青槐街道栗园东区');
export const CUI = person('崔海燕', '19900000007', 'E00000005', '石埠街道铁道西片区');
export const BY_PHONE = { form: 'electronic', method: 'app' } as const;
