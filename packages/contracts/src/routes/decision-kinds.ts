/** Reply kinds that an office chooses (FACTS §2, §5); label, article and remedy of each are in @bandeng/rules. */
export const DECISION_KINDS = [
  'already_public',
  'granted',
  'partial',
  'denied_state_secret',
  'denied_forbidden',
  'denied_safety',
  'denied_third_party',
  'denied_internal',
  'denied_process',
  'denied_enforcement',
  'special_rules',
  'not_existing',
  'not_responsible',
  'needs_processing',
  'still_unclear',
  'complaint',
  'repeated',
  'publication',
  'excessive',
  'reconfirm',
] as const;

/** How a request to correct one's own record ends (Art. 41). */
export const RECORD_OUTCOMES = [
  'record_corrected',
  'record_not_corrected',
  'record_passed_on',
  'record_told_where',
] as const;

/** Every answer that an office gives to a request of either kind. */
export const REPLY_KINDS = [...DECISION_KINDS, ...RECORD_OUTCOMES] as const;
