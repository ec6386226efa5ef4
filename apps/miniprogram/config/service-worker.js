/*
 * Keeps the H5's own files on the phone, so that it opens without a network. What was read is kept by the app itself
 * (src/lib/kept.ts), never here. config/app-shell.ts puts three constants before this text: VERSION, from the contents of
 * the build; PAGE, its index.html; and FILES, the addresses of its scripts and styles, each with a hash in its name.
 */
const CACHE = `bandeng-shell-${VERSION}`;
/** A network that answers later than this is as good as none. */
const PATIENCE_MS = 4_000;

self.addEventListener('install', event => {
  event.waitUntil(keepAll().then(() => self.skipWaiting()));
});

self.addEventListener('activate', event => {
  event.waitUntil(dropOld().then(() => self.clients.claim()));
});

self.addEventListener('fetch', event => {
  const { request } = event;
  const { pathname, origin } = new URL(request.url);
  if (origin !== self.location.origin || request.method !== 'GET') return;
  if (request.mode === 'navigate') event.respondWith(newestPage(request));
  else if (FILES.includes(pathname)) event.respondWith(keptOr(pathname, () => fetch(request)));
});

/** All or nothing. While servers are being exchanged the page may be of another version: then it is tried again later. */
async function keepAll() {
  const cache = await caches.open(CACHE);
  const page = await fetch(self.registration.scope, { cache: 'reload' });
  if ((await page.clone().text()) !== PAGE) throw new Error('the page is of another version');
  await cache.put(self.registration.scope, page);
  await cache.addAll(FILES);
}

async function dropOld() {
  const names = await caches.keys();
  await Promise.all(
    names.filter(name => name.startsWith('bandeng-shell-') && name !== CACHE).map(name => caches.delete(name)),
  );
}

async function keptOr(address, fetchIt) {
  const kept = await caches.match(address, { cacheName: CACHE, ignoreVary: true, ignoreSearch: true });
  return kept || fetchIt();
}

/** The network's page, so that a new version is there with the next visit; the kept one without a network or a server. */
async function newestPage(request) {
  const fetched = fetch(request).catch(() => undefined);
  const answer = await Promise.race([fetched, new Promise(resolve => setTimeout(resolve, PATIENCE_MS))]);
  if (answer && answer.status < 500) return answer;
  return keptOr(self.registration.scope, async () => answer || (await fetched) || Response.error());
}
