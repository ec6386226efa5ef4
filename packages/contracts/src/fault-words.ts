import type { z } from 'zod';

type Issue = Parameters<z.core.$ZodErrorMap>[0];

const TYPES: Readonly<Record<string, string>> = {
  string: '要是文字',
  number: '要是数字',
  int: '要是整数',
  boolean: '要是 true 或者 false',
  array: '要是一个列表',
  object: '要是一组内容',
  record: '要是一组内容',
  undefined: '这里不要内容',
};
const FORMATS: Readonly<Record<string, string>> = {
  uuid: '编号要是 UUID',
  url: '网址不对，要带 http:// 或者 https://',
  email: '邮箱不对',
  date: '日期要写成 2026-11-21 这样',
  datetime: '时间要写成 2026-11-21T08:00:00Z 这样',
};
/** What sizes are counted in. */
const UNITS: Readonly<Record<string, string>> = { string: ' 字', array: ' 项', file: ' 字节' };
const unitOf = (origin: string): string => UNITS[origin] ?? '';
const edge = ({ inclusive }: { inclusive?: boolean }, over: string): string => (inclusive === false ? over : '');

/**
 * The Chinese of a fault that a schema itself has no words for, as zod takes it (`safeParse(value, { error: faultWords })`); apart from
 * the schemas, which stay small. The server answers with it, the console says the same before it sends.
 */
export function faultWords(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? '请填写' : (TYPES[issue.expected] ?? '格式不对');
    case 'too_small':
      if (issue.origin === 'string' && issue.minimum === 1) return '请填写';
      return `${edge(issue, '要大于') || '最少'} ${issue.minimum}${unitOf(issue.origin)}`;
    case 'too_big':
      return `${edge(issue, '要小于') || '最多'} ${issue.maximum}${unitOf(issue.origin)}`;
    case 'invalid_format':
      return FORMATS[issue.format] ?? '格式不对';
    case 'invalid_value':
      return `只能选：${issue.values.map(String).join('、')}`;
    case 'invalid_union':
      return '不在可选的几种里';
    case 'unrecognized_keys':
      return '不认识这一项';
    default:
      return '不对，请检查';
  }
}
