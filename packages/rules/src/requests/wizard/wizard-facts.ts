import type { GroundFinding } from '../triage';
import type { WizardFacts } from './wizard-path';

interface Consulted {
  kind: 'third_party' | 'other_agency';
  state: 'waiting' | 'answered' | 'silent';
  answer: { opinion: string } | null;
}

/** The facts of a request that the steps ask for, from what its record holds. */
export function wizardFactsOf(record: {
  isCorrected: boolean;
  reasons: { given: string | null } | null;
  consultations: readonly Consulted[];
  searchCount: number;
  grounds: readonly { finding: GroundFinding }[];
}): WizardFacts {
  const { isCorrected, reasons, consultations, searchCount, grounds } = record;
  const of = (kind: Consulted['kind']) => consultations.filter(letter => letter.kind === kind);
  const answers = of('third_party').flatMap(({ answer }) => answer ?? []);
  return {
    isCorrected,
    reasons: reasons === null ? 'none' : reasons.given === null ? 'asked' : 'given',
    thirdParty: stateOf(of('third_party')),
    thirdPartyAgrees: answers.length > 0 && answers.every(({ opinion }) => opinion === 'agree'),
    otherAgency: stateOf(of('other_agency')),
    hasSearch: searchCount > 0,
    grounds: grounds.map(({ finding }) => finding),
  };
}

/** One that is waited for keeps all waiting; one that spoke is more than one that did not. */
function stateOf(letters: readonly Consulted[]): WizardFacts['thirdParty'] {
  const states = letters.map(({ state }) => state);
  return (['waiting', 'answered', 'silent'] as const).find(state => states.includes(state)) ?? 'none';
}
