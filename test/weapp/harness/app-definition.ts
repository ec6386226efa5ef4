import type { Sandbox } from './sandbox';

/** What was given to App(), Page() or Component(). */
export type Definition = Record<string, unknown> & {
  methods?: Record<string, (event: unknown) => unknown>;
  properties?: Record<string, unknown>;
};

/** Calls a lifecycle method, if there is one. */
export function callMethod(sandbox: Sandbox, target: Definition, method: string, ...args: unknown[]): void {
  const call = target[method];
  if (typeof call === 'function') sandbox.guard(() => call.apply(target, args) as unknown);
}
