import { commentMachine, commentReviewMachine, consultationMachine, editionMachine, type Machine } from './machines';
import { draftMachine } from '../review';
import { allowedEvents, nextState } from './next-state';

const machines: [string, Machine<string, string>, string, string[]][] = [
  ['consultation', consultationMachine, 'draft', ['answered', 'cancelled']],
  ['comment', commentMachine, 'received', ['withdrawn']],
  ['comment review', commentReviewMachine, 'none', []],
  ['notice draft', draftMachine, 'writing', ['published', 'discarded']],
  ['edition', editionMachine, 'draft', ['frozen']],
];

function reachable(machine: Machine<string, string>, from: string): Set<string> {
  const seen = new Set([from]);
  for (const state of seen) {
    for (const event of allowedEvents(machine, state)) seen.add(nextState(machine, state, event) ?? state);
  }
  return seen;
}

describe('state machines', () => {
  test.each(machines)(
    '%s -> every state is reached from the first, and only the last ones are final',
    (_, machine, first, finals) => {
      const states = Object.keys(machine);
      expect([...reachable(machine, first)].sort()).toEqual([...states].sort());
      expect(states.filter(state => allowedEvents(machine, state).length === 0)).toEqual(finals);
    },
  );

  test('consultation: draft to answered -> open, closed, answered, one after the other', () => {
    expect(nextState(consultationMachine, 'draft', 'publish')).toBe('open');
    expect(nextState(consultationMachine, 'open', 'close')).toBe('closed');
    expect(nextState(consultationMachine, 'closed', 'publishOutcome')).toBe('answered');
  });

  test('not in the table -> null', () => {
    expect(nextState(consultationMachine, 'open', 'publishOutcome')).toBeNull();
    expect(nextState(consultationMachine, 'answered', 'cancel')).toBeNull();
    expect(nextState(commentMachine, 'withdrawn', 'adopt')).toBeNull();
    expect(nextState(draftMachine, 'in_review', 'publish')).toBeNull();
    expect(nextState(editionMachine, 'frozen', 'consult')).toBeNull();
  });
});
