import type { LocalDate } from '../calendar';
import type { ReplyKindCode, RequestEvent, RequestEventType } from '../requests';
import type { CaseConsultation, CaseFacts } from './case-facts';
import type { LetterKind } from './letter';

/** A letter that something in a case calls for. */
export interface CaseLetter {
  /** `code@ref`: stays the same as long as the case has that event. */
  key: string;
  code: string;
  /** What it hangs on: a kind of event, with the question or the kind of decision where there may be several. */
  ref: string;
  /** When that happened. */
  on: LocalDate;
  decision?: ReplyKindCode | undefined;
}

/** What is said to whom when this happens (Art. 30 to 35, 42). */
const BY_EVENT: Partial<Record<RequestEventType, readonly string[]>> = {
  registered: ['registration'],
  correctionAsked: ['correction_notice'],
  reasonsAsked: ['reasons_notice'],
  extended: ['extension_notice'],
  delayed: ['delay_notice'],
  thirdPartyAsked: ['third_party_consultation', 'consultation_notice'],
  otherAgencyAsked: ['agency_consultation', 'consultation_notice'],
  feeNoticed: ['fee_notice'],
};

/** Ends that nobody decides: what they are called in the figures, and so in the letters. */
const ENDS: Partial<Record<RequestEventType, ReplyKindCode>> = {
  correctionLapsed: 'correction_lapsed',
  feeLapsed: 'fee_lapsed',
  withdrawn: 'withdrawn',
};

/**
 * The letters that a case calls for, in the order of what happened in it. A part that is given with the rest kept back is one letter
 * (Art. 37: 区分处理), which says the grounds; any other kind of an answer has a letter of its own.
 */
export function lettersOfCase(
  given: Pick<CaseFacts, 'events' | 'consultations' | 'recordError'>,
  letters: readonly LetterKind[],
) {
  const codeFor = (kind: ReplyKindCode) => letters.find(({ decisionKinds }) => decisionKinds?.includes(kind))?.code;
  const decided = (kind: ReplyKindCode, on: LocalDate): CaseLetter[] => {
    const code = codeFor(kind);
    return code === undefined ? [] : [letter(code, `decided:${kind}`, on, kind)];
  };
  return given.events.flatMap(({ fact }): CaseLetter[] => {
    // The other letters speak of a request for information: of a record only what became of it is told (Art. 41).
    if (given.recordError && fact.type !== 'decided') return [];
    const end = ENDS[fact.type];
    if (end) return decided(end, fact.on);
    if (fact.type !== 'decided') return (BY_EVENT[fact.type] ?? []).map(code => letter(code, refOf(fact), fact.on));
    const kinds = fact.kind.split(',') as ReplyKindCode[];
    return [
      ...toldOf(kinds).flatMap(kind => decided(kind, fact.on)),
      ...(discloses(kinds) ? given.consultations.filter(objects) : []).map(({ id }) =>
        letter('disclosure_notice', `decided:${id}`, fact.on),
      ),
    ];
  });
}

const letter = (code: string, ref: string, on: LocalDate, decision?: ReplyKindCode): CaseLetter => ({
  key: `${code}@${ref}`,
  code,
  ref,
  on,
  ...(decision && { decision }),
});

const refOf = (fact: RequestEvent): string =>
  'ref' in fact && fact.ref !== undefined ? `${fact.type}:${fact.ref}` : fact.type;

const isGround = (kind: ReplyKindCode): boolean => kind.startsWith('denied_') || kind === 'granted';
const toldOf = (kinds: readonly ReplyKindCode[]): ReplyKindCode[] =>
  kinds.includes('partial') ? kinds.filter(kind => !isGround(kind)) : [...kinds];
const discloses = (kinds: readonly ReplyKindCode[]): boolean => kinds.includes('granted') || kinds.includes('partial');
/** Art. 32: who did not agree is told in writing what is disclosed all the same, and why. */
const objects = ({ kind, opinion }: CaseConsultation): boolean =>
  kind === 'third_party' && (opinion === 'disagree' || opinion === 'partly');
