import { asText } from '../big-json';
import type { CallWechat } from './caller';
import { readFields, readImage, requireText } from './read-answer';

export interface SubscribeMessage {
  openid: string;
  templateId: string;
  /** Page that a tap opens, with its query: `pages/notice/index?id=7`. */
  page?: string;
  /** Key of the template → value, within the limits of `templateValueProblem`. */
  data: Record<string, string>;
  /** Which version of the mini-program a tap opens. Default formal. */
  state?: 'developer' | 'trial' | 'formal';
  lang?: 'zh_CN' | 'en_US' | 'zh_HK' | 'zh_TW';
}

export interface MiniProgramCode {
  /** 1 to 32 of: digits, letters, !#$&'()*+,/:;=?@-._~ */
  scene: string;
  /** Without a slash in front and without a query; WeChat's default is the home page. */
  page?: string;
  /** Pixels, 280 to 1280. Default 430. */
  width?: number;
  envVersion?: 'release' | 'trial' | 'develop';
  /** False lets a code point to a page that is not released yet. Default true. */
  checkPath?: boolean;
  isTransparent?: boolean;
}

export interface UrlLink {
  path?: string;
  /** At most 1,024 characters. */
  query?: string;
  /** When the link ends: an instant from one minute to 30 days ahead, or a number of days from 1 to 30. */
  expires: { at: Date } | { days: number };
  envVersion?: 'release' | 'trial' | 'develop';
}

/**
 * Sends one subscription message and uses up one subscription. Never repeated by this client, except after a refused
 * token: an error with `outcome: 'unknown'` means that the user may have it.
 * @returns WeChat's number of the message, as text because it exceeds 2^53; null when WeChat gave none
 */
export function sendSubscribeMessage(
  call: CallWechat,
  message: SubscribeMessage,
): Promise<{ messageId: string | null }> {
  const api = 'sendSubscribeMessage';
  return call({
    api,
    path: '/cgi-bin/message/subscribe/send',
    body: {
      touser: message.openid,
      template_id: message.templateId,
      ...(message.page !== undefined && { page: message.page }),
      data: Object.fromEntries(Object.entries(message.data).map(([key, value]) => [key, { value }])),
      miniprogram_state: message.state ?? 'formal',
      lang: message.lang ?? 'zh_CN',
    },
    retry: 'never',
    read: response => ({ messageId: asText(readFields(api, response).msgid) || null }),
  });
}

/** getUnlimitedQRCode: the bytes of a JPEG or PNG. Repeated when in doubt: the same code again costs nothing. */
export function miniProgramCode(call: CallWechat, code: MiniProgramCode): Promise<Buffer> {
  const api = 'miniProgramCode';
  return call({
    api,
    path: '/wxa/getwxacodeunlimit',
    body: {
      scene: code.scene,
      ...(code.page !== undefined && { page: code.page }),
      ...(code.width !== undefined && { width: code.width }),
      check_path: code.checkPath ?? true,
      env_version: code.envVersion ?? 'release',
      is_hyaline: code.isTransparent ?? false,
    },
    retry: 'always',
    isImage: true,
    read: response => readImage(api, response),
  });
}

/** generate_urllink: an https address that opens the mini-program. Each one counts against the day's quota. */
export function urlLink(call: CallWechat, link: UrlLink): Promise<string> {
  const api = 'urlLink';
  const expiry =
    'at' in link.expires
      ? { expire_type: 0, expire_time: Math.floor(link.expires.at.getTime() / 1000) }
      : { expire_type: 1, expire_interval: link.expires.days };
  return call({
    api,
    path: '/wxa/generate_urllink',
    body: {
      ...(link.path !== undefined && { path: link.path }),
      ...(link.query !== undefined && { query: link.query }),
      ...expiry,
      env_version: link.envVersion ?? 'release',
    },
    retry: 'not_done',
    read: response => requireText(api, readFields(api, response), 'url_link'),
  });
}
