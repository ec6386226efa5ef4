import type { Machine } from './machines';

/** The state after an event, or null when the machine does not allow it there. */
export function nextState<S extends string, E extends string>(machine: Machine<S, E>, state: S, event: E): S | null {
  return machine[state][event] ?? null;
}

/** The events that a machine allows in a state. */
export function allowedEvents<S extends string, E extends string>(machine: Machine<S, E>, state: S): E[] {
  return Object.keys(machine[state]) as E[];
}
