import { asInteger, asObject, parseBigJson } from '../big-json';
import { errorOfCode, failureOf } from '../error-codes';
import type { WechatApi } from '../wechat-error';
import type { WechatResponse } from './transport';

export type Fields = Record<string, unknown>;

/**
 * The fields of a JSON answer. The content type is not asked: WeChat sends JSON as text/plain on some calls.
 * @throws WechatError for an `errcode` other than 0, or `unexpected_answer` for anything but a JSON object
 */
export function readFields(api: WechatApi, { bytes }: WechatResponse): Fields {
  const fields = parseObject(bytes);
  if (fields === null) throw failureOf(api, 'unexpected_answer', { reason: 'not_json' });
  if (fields.errcode === undefined) return fields;

  const errcode = asInteger(fields.errcode);
  if (errcode === null) throw failureOf(api, 'unexpected_answer', { reason: 'errcode_not_a_number' });
  if (errcode !== 0) throw errorOfCode(api, errcode, fields.errmsg);
  return fields;
}

/**
 * A field that must be a text with something in it.
 * @throws WechatError `unexpected_answer`
 */
export function requireText(api: WechatApi, fields: Fields, name: string): string {
  const value = fields[name];
  if (typeof value !== 'string' || value === '') throw failureOf(api, 'unexpected_answer', { reason: `no_${name}` });
  return value;
}

/**
 * The bytes of a JPEG or PNG answer.
 * @throws WechatError when WeChat answered with an error or with something that is no image
 */
export function readImage(api: WechatApi, response: WechatResponse): Buffer {
  const { bytes } = response;
  const isJpeg = bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]));
  const isPng = bytes.subarray(0, 4).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47]));
  if (isJpeg || isPng) return bytes;

  readFields(api, response);
  throw failureOf(api, 'unexpected_answer', { reason: 'no_image' });
}

function parseObject(bytes: Buffer): Fields | null {
  try {
    return asObject(parseBigJson(bytes.toString('utf8')));
  } catch {
    // Only a syntax error can be thrown here, and its text would repeat the answer.
    return null;
  }
}
