/** One rule of the table "订阅消息参数值内容限制": what a value of this type may be, and how long. */
interface ValueRule {
  maxLength: number;
  pattern?: RegExp;
}

const CLOCK_TIME = '(?:[01]?\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d)?';
const CALENDAR_DAY = '\\d{4}(?:年\\d{1,2}月\\d{1,2}日|-\\d{1,2}-\\d{1,2}|/\\d{1,2}/\\d{1,2})';
const MOMENT = `${CALENDAR_DAY}(?: ?${CLOCK_TIME})?`;
const TIME_POINT = `(?:${CALENDAR_DAY} ?)?${CLOCK_TIME}`;

const RULES: Readonly<Record<string, ValueRule>> = {
  thing: { maxLength: 20 },
  number: { maxLength: 32, pattern: /^-?\d+(?:\.\d+)?$/ },
  letter: { maxLength: 32, pattern: /^[A-Za-z]+$/ },
  symbol: { maxLength: 5, pattern: /^[^\p{L}\p{N}\s]+$/u },
  character_string: { maxLength: 32, pattern: /^[\x20-\x7e]+$/ },
  time: { maxLength: 64, pattern: new RegExp(`^${TIME_POINT}(?:~${TIME_POINT})?$`) },
  date: { maxLength: 64, pattern: new RegExp(`^${MOMENT}(?:~${MOMENT})?$`) },
  // One sign of a currency, ten digits, and perhaps 元 behind them.
  amount: { maxLength: 14, pattern: /^\p{Sc}?(?=(?:\D*\d){1,10}\D*$)\d+(?:\.\d+)?元?$/u },
  phone_number: { maxLength: 17, pattern: /^[\d+\-() ]+$/ },
  car_number: { maxLength: 8, pattern: /^[\p{Script=Han}A-Za-z\d]+$/u },
  name: { maxLength: 20, pattern: /^(?:[^\p{Script=Han}\d]{1,20}|[^\d]{1,10})$/u },
  phrase: { maxLength: 5, pattern: /^\p{Script=Han}+$/u },
  enum: { maxLength: 64 },
};

/**
 * Why WeChat would refuse this value of a subscription message with 47003.
 * @param key a template's key, such as `thing1` or `character_string12`
 * @returns null when the value is fine
 */
export function templateValueProblem(
  key: string,
  value: unknown,
): 'unknown_key' | 'empty' | 'too_long' | 'malformed' | null {
  const rule = ruleOf(key);
  if (rule === null) return 'unknown_key';
  if (typeof value !== 'string' || value.trim() === '') return 'empty';
  if (/\p{Cc}/u.test(value)) return 'malformed';
  if ([...value].length > rule.maxLength) return 'too_long';
  return rule.pattern !== undefined && !rule.pattern.test(value) ? 'malformed' : null;
}

/**
 * Brings free text to what its key takes: line breaks become spaces, a long `thing` ends in an ellipsis, an empty one
 * says 无. Other types are cut only, since a shortened time or number would be a wrong one.
 */
export function fitTemplateValue(key: string, value: string): string {
  const text = value.replace(/[\p{Cc}\s]+/gu, ' ').trim();
  const isFreeText = /^(?:thing|phrase|name)\d+$/.test(key);
  const rule = ruleOf(key);
  if (!isFreeText || rule === null) return text;
  if (text === '') return '无';

  const characters = [...text];
  const limit = key.startsWith('name') && /\p{Script=Han}/u.test(text) ? 10 : rule.maxLength;
  if (characters.length <= limit) return text;
  return key.startsWith('thing') ? `${characters.slice(0, limit - 1).join('')}…` : characters.slice(0, limit).join('');
}

function ruleOf(key: string): ValueRule | null {
  const type = /^([a-z_]+)\d{1,3}$/.exec(key)?.[1];
  return type !== undefined && Object.hasOwn(RULES, type) ? (RULES[type] ?? null) : null;
}
