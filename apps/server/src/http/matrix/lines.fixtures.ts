import { randomUUID } from 'node:crypto';
import type { RouteName } from '@bandeng/contracts/routes';
import { HOUSING } from '../../modules/catalog/catalog.fixtures';
import { announcement } from '../../modules/notices/drafts/drafts.fixtures';
import { ofEntry, ofRecord, type Call, type Line } from './line.fixtures';
import { enquiries } from './lines-of-enquiries.fixtures';
import { grid } from './lines-of-grid.fixtures';
import { meetings, surveys } from './lines-of-participation.fixtures';
import { postings } from './lines-of-postings.fixtures';
import { consultations, drafts, matters, notices } from './lines-of-publishing.fixtures';
import { requests } from './lines-of-requests.fixtures';

const catalog = {
  'domains.list': 'public',
  'entries.list': 'public',
  'entries.get': 'public',
  'entries.nudge': 'own',
  'editions.list': 'public',
  'editions.get': 'public',
  'editions.diff': 'public',
  'me.nudges.list': 'own',
  'staff.nudges.list': 'district',
  'staff.nudges.close': 'district',
  'staff.catalog.import': 'derived',
  'staff.catalog.export': 'district',
  'staff.catalog.duties': 'district',
  'staff.editions.create': {
    unit: async () => ({ body: { id: randomUUID(), title: '修订', domainIds: [HOUSING] } }),
  },
  'staff.editions.entries': 'district',
  'staff.editions.findings': 'district',
  'staff.editions.edit': {
    unit: ofEntry(entryId => ({ body: { edits: [{ entryId, field: 'office', text: '住房保障科' }] } })),
  },
  'staff.editions.addEntry': 'district',
  'staff.editions.placeEntry': {
    unit: ofEntry(entryId => ({ params: { entryId }, body: { path: ['保障'] } })),
  },
  'staff.editions.moveEntry': {
    unit: ofEntry(entryId => ({ params: { entryId }, body: { direction: 'up', pastId: 'nobody' } })),
  },
  'staff.editions.removeEntry': { unit: ofEntry(entryId => ({ params: { entryId } })) },
  'staff.editions.freeze': {
    whole: async world => ({
      params: { id: await world.edition() },
      body: { number: `2026-${randomUUID().slice(0, 6)}` },
    }),
  },
  'staff.editions.enforce': { whole: async world => ({ params: { id: world.frozenEdition }, body: {} }) },
  'staff.rounds.list': 'district',
  'staff.rounds.open': {
    whole: async world => ({
      params: { id: await world.edition() },
      body: { id: randomUUID(), kind: 'expert', memberIds: ['nobody'], dueOn: '2026-12-10' },
    }),
  },
  'staff.rounds.panelists': 'district',
  'staff.rounds.get': { panel: async world => ({ params: { id: (await world.round()).id } }) },
  'staff.rounds.close': {
    whole: async world => ({ params: { id: (await world.round()).id }, body: { conclusion: '可以定稿' } }),
  },
  'staff.rounds.notes': { panel: async world => ({ params: { id: (await world.round()).id } }) },
  'staff.rounds.writeNote': {
    panel: async world => ({
      params: { id: (await world.round()).id, noteId: randomUUID() },
      body: { entryId: null, body: '事项可以再细一些。' },
    }),
  },
  'staff.rounds.takeBackNote': { panel: async world => ({ params: await world.note() }) },
  'staff.rounds.answerNote': {
    unit: async world => ({ params: await world.note(), body: { verdict: 'adopted', words: '已改' } }),
  },
  'staff.lists.list': 'district',
  'staff.lists.import': { whole: async () => ({ query: { kind: 'powers' } }) },
  'staff.lists.items': 'district',
  'staff.lists.map': 'district',
  'staff.lists.changes': 'district',
} satisfies Partial<Record<RouteName, Line>>;

/** Admins and auditors are for the whole district: nobody holds these roles for less. */
const whole = (call: Call = {}) => ({ whole: async (): Promise<Call> => call });
const people = {
  'auth.wechat': 'public',
  'auth.staff': 'public',
  'auth.desk': 'public',
  'auth.desk.renew': 'public',
  'auth.desk.leave': 'public',
  'auth.methods': 'public',
  'auth.oidc': 'public',
  'auth.staffBindings': 'own',
  'auth.refresh': 'public',
  'auth.logout': 'public',
  'me.get': 'own',
  'me.export': 'own',
  'me.close': 'own',
  'me.name': 'own',
  'me.phone': 'own',
  'me.messages.list': 'own',
  'me.messages.read': { self: ofRecord('message') },
  'me.subscriptions.get': 'own',
  'me.subscriptions.put': 'own',
  'me.subscriptionCredits.add': 'own',
  'staff.totp.get': 'own',
  'staff.totp.begin': 'own',
  'staff.totp.confirm': 'own',
  'staff.totp.recoveryCodes': 'own',
  'staff.members.list': whole(),
  'staff.members.create': whole({ body: {} }),
  'staff.members.get': whole({ params: { id: 'nobody' } }),
  'staff.members.update': whole({ params: { id: 'nobody' }, body: {} }),
  'staff.members.bindingCode': whole({ params: { id: 'nobody' } }),
  'staff.members.close': whole({ params: { id: 'nobody' } }),
  'staff.members.resetTotp': whole({ params: { id: 'nobody' }, body: {} }),
} satisfies Partial<Record<RouteName, Line>>;

const organization = {
  'areas.list': 'public',
  'units.list': 'public',
  'units.get': 'public',
  'places.list': 'public',
  'guides.list': 'public',
  'guides.get': 'public',
  'workingDays.get': 'public',
  'staff.units.list': whole(),
  'staff.units.put': whole({ params: { id: 'x' }, body: {} }),
  'staff.units.close': whole({ params: { id: 'x' }, body: {} }),
  'staff.areas.list': whole(),
  'staff.areas.put': whole({ params: { id: 'x' }, body: {} }),
  'staff.areas.close': whole({ params: { id: 'x' }, body: {} }),
  'staff.places.list': whole(),
  'staff.places.put': whole({ params: { id: 'x' }, body: {} }),
  'staff.places.close': whole({ params: { id: 'x' }, body: {} }),
  'staff.holidays.list': whole(),
  'staff.holidays.enter': whole({ body: {} }),
  'staff.rosters.list': 'district',
  'staff.rosters.put': whole({ params: { id: 'x' }, body: {} }),
  'staff.rosters.close': whole({ params: { id: 'x' }, body: {} }),
} satisfies Partial<Record<RouteName, Line>>;

const records = {
  'files.create': 'own',
  'files.get': 'public',
  'files.ticket': 'own',
  'staff.files.scan': 'own',
  'receipts.get': 'public',
  'staff.audit.list': whole(),
  'staff.tables.get': 'derived',
  'staff.records.timeline': {
    unit: async world => ({ params: { collection: 'informationRequests', id: await world.request() } }),
    roles: ['officer', 'head', 'legal', 'supervisor'],
  },
  'staff.documents.import': 'own',
  'staff.documents.scan': 'own',
  'staff.search': {
    listed: async world => (await world.draft()).id,
    roles: ['editor', 'reviewer', 'secrecy', 'office', 'street'],
    call: () => ({ query: { q: announcement().title! } }),
  },
  'staff.desk': { listed: async world => (await world.draft('in_review')).id, roles: ['reviewer'] },
} satisfies Partial<Record<RouteName, Line>>;

/** A route that is missing here fails matrix.test.ts. */
export const LINES: Partial<Record<RouteName, Line>> = {
  ...drafts,
  ...notices,
  ...postings,
  ...consultations,
  ...matters,
  ...requests,
  ...enquiries,
  ...grid,
  ...catalog,
  ...people,
  ...organization,
  ...records,
  ...surveys,
  ...meetings,
};
