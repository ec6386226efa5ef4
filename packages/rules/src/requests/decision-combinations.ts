import { replyKinds, type ReplyKindCode } from './record-outcomes';

type Codes = readonly ReplyKindCode[];

const GIVEN: Codes = ['already_public', 'granted'];
/** Art. 14 to 16: one paper may be kept back on several grounds. */
const DENIED: Codes = [
  'denied_state_secret',
  'denied_forbidden',
  'denied_safety',
  'denied_third_party',
  'denied_internal',
  'denied_process',
  'denied_enforcement',
];
const NOT_HELD: Codes = ['not_existing', 'not_responsible', 'needs_processing'];

/**
 * Kinds that one answer may name together. A request counts once in table three (FACTS §2): what gives a part and keeps a part
 * back is 部分公开 and counts there only; of other combinations the kind named first is counted. Every kind that is not here
 * ends a request alone.
 */
const TOGETHER: readonly Codes[] = [
  GIVEN,
  DENIED,
  NOT_HELD,
  ['partial', 'special_rules', ...GIVEN, ...DENIED, ...NOT_HELD],
];

/** Why these kinds cannot be one answer, as a sentence for the officer; null when they can. */
export function refusedCombination(codes: Codes): string | null {
  if (new Set(codes).size < codes.length) return '同一种答复写了两遍。';
  if (codes.length < 2) return null;
  const isPartial = codes.includes('partial');
  const fits = TOGETHER.some(
    group => group.includes('partial') === isPartial && codes.every(code => group.includes(code)),
  );
  if (fits) return null;
  const some = codes.some(code => GIVEN.includes(code));
  const rest = codes.some(code => DENIED.includes(code) || NOT_HELD.includes(code));
  if (some && rest && !isPartial) return '有的给、有的不给，请加上“部分公开（区分处理）”。';
  return `一件申请只能有一种结果，“${codes.map(code => replyKinds[code].label).join('”和“')}”不能一起选。`;
}
