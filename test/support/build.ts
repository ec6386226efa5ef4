import { execFileSync } from 'node:child_process';
import { inRepository } from './repository';

type Target = 'engine' | 'server' | 'threads' | 'district' | 'h5' | 'console' | 'weapp';

/** Builds what is stale of the named targets, as `npm test` does: so that jest may be run by hand. */
export function buildStale(...targets: Target[]): void {
  execFileSync(process.execPath, [inRepository('scripts/build.mjs'), ...targets], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** The path of a Chromium, or nothing. */
export function findBrowser(): string {
  const output = execFileSync(process.execPath, [inRepository('scripts/browser.mjs')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return output.toString('utf8').trim();
}
