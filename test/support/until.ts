const LIMIT_MS = 60_000;
const POLL_MS = 50;

/** Waits until the condition holds; what comes by the outbox comes soon, and not at once. */
export async function until(condition: () => Promise<boolean>): Promise<void> {
  const limit = Date.now() + LIMIT_MS;
  while (!(await condition())) {
    if (Date.now() > limit) throw new Error(`waited ${LIMIT_MS / 1000} s in vain for ${condition.toString()}`);
    await new Promise(resolve => setTimeout(resolve, POLL_MS));
  }
}
