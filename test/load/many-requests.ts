/** A district with years of information requests, written past the product: what is measured is the product after that. */
import { randomUUID } from 'node:crypto';
import mongoose from 'mongoose';
import { addDays, daysBetween, nationalCalendar, type RequestEvent } from '@bandeng/rules';
import { recounted } from '../../apps/server/src/modules/information-requests/case-clock';
import type { InformationRequestRecord } from '../../apps/server/src/modules/information-requests/information-request.model';
import type { App } from '../support/start-app';
import { startDemo } from '../support/start-demo';
import { settle } from './settle';

/** What came in, in the order of its coming, is spread evenly over these days. */
const FIRST_DAY = '2022-01-04';
export const TODAY = '2026-12-21';
/** An open case was received at most so many days ago: hardly any is late, and most have their last day in the next year. */
const OPEN_DAYS = 25;
const BATCH = 1_000;

type Fact = [type: RequestEvent['type'], afterDays: number, more?: object];

/** How cases went, by days after they came in. Most are answered; some after a correction, a third party, more time. */
const ENDED: readonly Fact[][] = [
  [['decided', 12, { kind: 'granted' }]],
  [['decided', 15, { kind: 'not_existing' }]],
  [['decided', 9, { kind: 'not_responsible' }]],
  [['decided', 18, { kind: 'partial' }]],
  [
    ['correctionAsked', 4, { deadline: 20 }],
    ['corrected', 11],
    ['decided', 30, { kind: 'granted' }],
  ],
  [
    ['thirdPartyAsked', 5],
    ['thirdPartyAnswered', 16],
    ['decided', 29, { kind: 'granted' }],
  ],
  [
    ['extended', 14, { workingDays: 10, approvedBy: '主任' }],
    ['decided', 33, { kind: 'partial' }],
  ],
  [['withdrawn', 6]],
];
const OPEN: readonly Fact[][] = [
  [],
  [],
  [['extended', 3, { workingDays: 15, approvedBy: '主任' }]],
  [['thirdPartyAsked', 2]],
  [['correctionAsked', 2, { deadline: 40 }]],
];

const KINDS = [
  ['person', null],
  ['person', null],
  ['person', null],
  ['organization', 'business'],
  ['organization', 'legal_service'],
] as const;

const eventOf = (day: string, [type, afterDays, more]: Fact): RequestEvent => {
  const on = addDays(day, afterDays);
  const dated = { type, on, ...more } as RequestEvent;
  return dated.type === 'correctionAsked' ? { ...dated, deadline: addDays(day, Number(dated.deadline)) } : dated;
};

const at = <T>(list: readonly T[], turn: number): T => list[turn % list.length]!;

export interface Volume {
  count: number;
  open: number;
}

/** The number of a case, and the others of its year after it. */
export const numberOf = (turn: number): string => `栖公开〔${2022 + (turn % 5)}〕B${String(turn).padStart(6, '0')}`;

function requestAt(
  turn: number,
  { count, open }: Volume,
  { like, unitIds }: { like: InformationRequestRecord; unitIds: readonly string[] },
): InformationRequestRecord {
  const ended = count - open;
  const isOpen = turn >= ended;
  const closing = addDays(TODAY, -OPEN_DAYS - 35);
  const day = isOpen
    ? addDays(TODAY, -Math.floor(((count - 1 - turn) / open) * OPEN_DAYS) - 1)
    : addDays(FIRST_DAY, Math.floor((turn / ended) * daysBetween(FIRST_DAY, closing)));
  const came: RequestEvent[] = [
    { type: 'submitted', on: day },
    { type: 'registered', on: day },
  ];
  const facts = [...came, ...at(isOpen ? OPEN : ENDED, turn).map(fact => eventOf(day, fact))];
  // What would lie after today has not happened yet.
  const happened = facts.filter(({ on }) => on <= TODAY);
  const [applicantKind, organizationKind] = at(KINDS, turn);
  return recounted(
    {
      ...like,
      _id: randomUUID(),
      number: numberOf(turn),
      accountId: `bench-account-${turn % 9_000}`,
      unitId: at(unitIds, turn * 7),
      ...{ applicantKind, organizationKind, idDocumentType: null },
      applicantIndex: { name: '', idNumber: `bench-${turn % 9_000}`, phone: '', phoneLast4: '' },
      content: { name: `第${turn}号小区物业维修资金使用明细`, documentNumber: null, description: null },
      submittedAt: new Date(`${day}T02:00:00.000Z`),
      events: happened.map(fact => ({ at: new Date(`${fact.on}T02:00:00.000Z`), by: 'office', fact, note: null })),
      // It was reminded of and chased today already: what is measured is not the morning’s round.
      ...{ remindedOn: TODAY, chasedOn: TODAY, recounts: [], corrections: [], revision: 1 },
    },
    nationalCalendar,
  );
}

/** The demo district with so many requests more, of which so many are open. */
export async function startWithRequests(volume: Volume): Promise<App> {
  const settings = { env: { RATE_LIMITS: 'off', CHECK_ANSWERS: 'off', LOG_LEVEL: 'warn' } };
  const app = await startDemo({ env: { ...settings.env, NOW: `${TODAY}T01:00:00.000Z` } });
  await settle(app.databaseUri());
  const connection = await mongoose.createConnection(app.databaseUri()).asPromise();
  const requests = connection.collection<InformationRequestRecord>('informationRequests');
  const like = (await requests.findOne({ endedOn: '', decisionStep: { $in: ['', null] } } as never))!;
  const unitIds = (await connection.collection('units').find({}).toArray()).map(({ _id }) => String(_id));
  for (let from = 0; from < volume.count; from += BATCH) {
    const size = Math.min(BATCH, volume.count - from);
    const some = Array.from({ length: size }, (_, index) => requestAt(from + index, volume, { like, unitIds }));
    await requests.insertMany(some as never);
  }
  await connection.close();
  return app;
}
