/** From the moment a notice is published until it is found, fed, and told to who follows its column. */
import { randomUUID } from 'node:crypto';
import { createTestClient, type TestClient } from '@bandeng/test-kit';
import { openDistrict, type District } from '../support/district';
import { startApp } from '../support/start-app';
import { median, report, scaled, type Finding } from './report';

const TIMES = scaled(40, 2);
const POLL_MS = 10;
const LIMIT_MS = 30_000;
const AIM_MS = 2_000;
const COLUMN = 'department-documents';
const RESIDENT = 'demo-resident-1';
const LIST = `/api/v1/notices?column=${COLUMN}`;

/** What follows on a publication, and how one sees that it has. */
const PLACES = ['search', 'feed', 'list’s ETag', 'inbox'] as const;
type Place = (typeof PLACES)[number];
type Times = Record<Place, number>;

async function publishOne(district: District, office: TestClient, resident: TestClient): Promise<Times> {
  // Letters of its own, so that nothing else is found by them.
  const title = `夜市摊位登记办法${randomUUID().slice(0, 8)}`;
  const { anyone } = district;
  const etag = (await anyone.fetch(LIST)).headers.get('etag');
  const now = new Date((await office.fetch('/healthz')).headers.get('date')!).toISOString();
  await office.call('staff.notices.create', {
    body: {
      ...{
        id: randomUUID(),
        title,
        kind: 'regulation',
        unitId: 'civil-affairs',
        columnIds: [COLUMN],
        publishedAt: now,
      },
      ...{ keyPoints: [], attachmentIds: [], entryIds: [], areaIds: [], relatedIds: [] },
      body: [{ type: 'paragraph', children: [{ text: '摊位先登记后营业。' }] }],
    },
  });
  const since = Date.now();
  const has: Record<Place, () => Promise<boolean>> = {
    search: async () =>
      (await anyone.call('search.query', { query: { q: title } })).items.some(item => item.title.text.includes(title)),
    feed: async () => (await (await anyone.fetch('/feeds/notices.atom')).text()).includes(title),
    'list’s ETag': async () => (await anyone.fetch(LIST)).headers.get('etag') !== etag,
    inbox: async () =>
      (await resident.call('me.messages.list', { query: {} })).items.some(message =>
        JSON.stringify(message).includes(title),
      ),
  };
  const took = PLACES.map(async place => {
    while (!(await has[place]())) {
      if (Date.now() - since > LIMIT_MS) throw new Error(`${place} did not follow in ${LIMIT_MS / 1_000} s`);
      await new Promise(resolve => setTimeout(resolve, POLL_MS));
    }
    return [place, Date.now() - since] as const;
  });
  return Object.fromEntries(await Promise.all(took)) as Times;
}

async function main(): Promise<void> {
  // The district is loaded while the server starts, and everything that follows from that is delivered behind it.
  const district = await openDistrict(startApp({ env: { LOG_LEVEL: 'warn', RATE_LIMITS: 'off' } }));
  const body = { username: 'office', password: 'bandeng-demo' };
  const { accessToken } = await district.anyone.call('auth.staff', { body });
  const office = createTestClient(district.app.origin, accessToken);
  const resident = (await district.logIn(RESIDENT)).client;
  await resident.call('me.subscriptions.put', { body: { items: [{ kind: 'column', id: COLUMN }] } });
  const first = await publishOne(district, office, resident);
  const others: Times[] = [];
  for (let turn = 0; turn < TIMES; turn += 1) others.push(await publishOne(district, office, resident));
  await district.stop();
  const findings: Finding[] = PLACES.flatMap(place => {
    const times = others.map(each => each[place]).sort((a, b) => a - b);
    const slowest = times[Math.floor(times.length * 0.95)]!;
    return [
      { what: `${place}, median / p95`, value: `${median(times)} / ${slowest} ms`, aim: `${AIM_MS} ms` },
      { what: `${place}, the first after a cold start of the demo`, value: `${first[place]} ms`, aim: `${AIM_MS} ms` },
    ];
  });
  report('publish: what follows on a notice', findings);
}

void main();
