import { buildStale, findBrowser } from './build';

/** Jest's globalSetup for the suites across apps, when jest is run by hand: builds what is stale, looks for a browser. */
export default function prepareApps(_global: unknown, project: { displayName?: { name: string } }): void {
  const front = { weapp: ['weapp'], e2e: ['h5', 'console'] } as const;
  const name = project.displayName?.name ?? '';
  buildStale('engine', 'server', 'district', ...(name in front ? front[name as keyof typeof front] : []));
  if (name in front) process.env.CHROMIUM_PATH ??= findBrowser();
}
