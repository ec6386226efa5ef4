import { waitFor } from '@testing-library/react';
import { answerWith, resetTaro, taroCalls } from '../../../test/taro';
import { setReach } from '@/lib/online';
import { endSession, startSession } from '@/lib/session';
import { writeStored } from '@/lib/storage';
import { watchUnsent } from './send-unsent';

const visit = {
  ...{ id: 'visit-1', kind: 'visit', takenAt: '2026-11-16T01:30:00.000Z', offset: 0, doorId: 'door-1', way: 'door' },
  ...{ items: [], reaction: 'knew', followUpOn: null, note: null },
};
const record = {
  ...{ id: visit.id, sequence: 1, photos: [], state: 'waiting', photoFailures: 0, problem: null },
  body: { title: '门 101', data: visit, deliveredOn: null },
};
const logIn = (id: string) => startSession({ accessToken: 'a', refreshToken: 'r', account: { id } });
const sent = () => taroCalls.requests.filter(({ url }) => url.endsWith('/grid/sync')).length;

test('a walk is over and nobody opens the workbench -> nothing for a stranger or without a network; sent when it is back', async () => {
  resetTaro();
  answerWith(() => ({
    statusCode: 200,
    data: { serverTime: '2026-11-16T02:00:00.000Z', items: [{ id: visit.id, result: 'accepted', isLate: false }] },
  }));
  setReach('offline');
  writeStored(`outbox:${record.id}`, { owner: 'worker-1', state: 'waiting', record });
  watchUnsent();
  logIn('worker-2');
  setReach('online');
  endSession();
  setReach('offline');
  logIn('worker-1');
  await waitFor(() => expect(sent()).toBe(0));
  setReach('online');
  await waitFor(() => expect(sent()).toBe(1));
});
