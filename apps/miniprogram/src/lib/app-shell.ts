import { isWeapp } from './env';

/**
 * Keeps the H5's own files on the phone, by sw.js of the build (config/service-worker.js): it opens without a network, and
 * what was read and written before is there. Only after the first page stands: nobody waits for it. Called once at start.
 */
export function keepAppShell(): void {
  const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  if (!workers || process.env.NODE_ENV !== 'production') return;
  // Refused in private browsing, or on an origin that is not safe: then the app works as any web page does.
  const register = () => void workers.register('sw.js').catch(() => undefined);
  if (document.readyState === 'complete') register();
  else window.addEventListener('load', register, { once: true });
}

/** Whether the app opens again without a network once it is closed: WeChat keeps it; a browser where sw.js has all of its files. */
export async function isAppKept(): Promise<boolean> {
  if (isWeapp) return true;
  const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  const registration = await workers?.getRegistration().catch(() => undefined);
  const coming = registration?.installing ?? registration?.waiting;
  if (coming) await settled(coming);
  return registration?.active?.state === 'activated' && coming?.state !== 'redundant';
}

/** It has all files, or could not get them. */
const settled = (worker: ServiceWorker): Promise<void> =>
  new Promise(resolve => {
    const look = () => ['activated', 'redundant'].includes(worker.state) && resolve();
    worker.addEventListener('statechange', look);
    look();
  });
