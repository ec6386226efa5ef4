import type { GridRecord, RouteAnswer } from '@bandeng/contracts/types';
import { asApiError } from '@bandeng/contracts/api-error';
import {
  begin,
  emptyOutbox,
  nextOutbox,
  nextStep,
  type Outbox,
  type OutboxEvent,
  type OutboxRecord,
} from '@bandeng/rules';
import { create } from 'zustand';
import { api } from '@/lib/api';
import { currentReach, onReachChange } from '@/lib/online';
import { currentSession, onAccountChange } from '@/lib/session';
import { removeStored, writeStored } from '@/lib/storage';
import { learnContact, walkDate } from './contact';
import { applyRecords } from './pack-store';
import { forgetLostPhotos, forgetPhotos, sendPhoto } from './record-photos';
import { prepareSeal, seal, unseal } from './seal';
import { keptRecords, tellChange, type KeptRecord, type OutboxEntry } from './unsent';

/**
 * The phone around the offline engine of @bandeng/rules: each record lies in storage before anybody is told that it was taken down,
 * and one batch at a time is sent while there is a network. What was on its way when the app was killed is sent again under its id.
 */
interface OutboxState {
  owner: string | undefined;
  outbox: Outbox<OutboxEntry>;
  /** Why the last batch was not answered, in words. */
  fault: string | undefined;
}

const useStore = create<OutboxState>(() => ({ owner: undefined, outbox: emptyOutbox(), fault: undefined }));
const current = () => useStore.getState().outbox;

export const useOutbox = (): OutboxState => useStore();

let isWatching = false;
let pause: ReturnType<typeof setTimeout> | undefined;
/** Counts who is here: an answer to a batch of before says nothing to who came after. */
let round = 0;
/** The server refused a batch as a whole without saying which record: they go one by one until it is found. */
let isOneByOne = false;

/** Opens the outbox of whoever is logged in; called by every page of the workbench, does something once. */
export function startOutbox(): void {
  if (!isWatching) {
    isWatching = true;
    void forgetLostPhotos();
    onAccountChange(reopen);
    onReachChange(reach => dispatch({ type: 'network', isOnline: reach !== 'offline' }));
  }
  if (useStore.getState().owner !== currentSession()?.account.id) reopen();
}

function reopen(): void {
  round += 1;
  clearTimeout(pause);
  const owner = currentSession()?.account.id;
  const records = owner === undefined ? [] : readRecords(owner);
  const nextSequence = Math.max(0, ...records.map(({ sequence }) => sequence)) + 1;
  useStore.setState({ owner, fault: undefined, outbox: { ...emptyOutbox(), records, nextSequence } });
  dispatch({ type: 'restarted' });
  dispatch({ type: 'network', isOnline: currentReach() !== 'offline' });
  void sealOpenOnes();
}

const readRecords = (owner: string): OutboxRecord<OutboxEntry>[] =>
  keptRecords(owner).flatMap(kept =>
    kept.sealed === undefined ? kept.record : (unseal<OutboxRecord<OutboxEntry>>(kept.sealed) ?? []),
  );

/** What was written before there was anything to seal it with. */
async function sealOpenOnes(): Promise<void> {
  await prepareSeal();
  const { owner, outbox } = useStore.getState();
  if (owner === undefined) return;
  const open = new Set(keptRecords(owner).flatMap(kept => (kept.sealed === undefined ? kept.record.id : [])));
  persist(
    owner,
    outbox.records.filter(({ id }) => !open.has(id)),
    outbox.records,
  );
}

/** Takes a record down. False when the phone is full: then nothing was kept, and the form still has it. */
export const writeRecord = (data: GridRecord, title: string, photos: readonly string[] = []): boolean =>
  dispatch({ type: 'written', id: data.id, body: { title, data, deliveredOn: null }, photos });

/** The person changed what was refused; it goes again. False when the phone is full. */
export const changeRecord = (data: GridRecord, title: string): boolean =>
  dispatch({ type: 'changed', id: data.id, body: { title, data, deliveredOn: null } });

export const discardRecord = (id: string): boolean => dispatch({ type: 'discarded', id });

/** 现在就送: without waiting for the end of a pause. */
export const retryNow = (): boolean => dispatch({ type: 'retry' });

/** Takes an event in; what the person wrote is in storage before the state says so, and with a full phone nothing happens at all. */
function dispatch(event: OutboxEvent<OutboxEntry>): boolean {
  const { owner, outbox } = useStore.getState();
  const next = withoutWords(nextOutbox(outbox, event));
  const isStored = owner !== undefined && persist(owner, outbox.records, next.records);
  if (!isStored && (event.type === 'written' || event.type === 'changed')) return false;
  useStore.setState({ outbox: next });
  go();
  return isStored;
}

/** What arrived keeps its title for today's list; the words leave the phone. */
const withoutWords = (outbox: Outbox<OutboxEntry>): Outbox<OutboxEntry> => ({
  ...outbox,
  records: outbox.records
    .map(record =>
      record.state === 'delivered' && record.body.data !== null
        ? { ...record, body: { ...record.body, data: null, deliveredOn: walkDate() } }
        : record,
    )
    .filter(({ body }) => body.deliveredOn === null || body.deliveredOn === walkDate()),
});

/** Only what changed is written, each under its own key; what is on its way lies there as waiting. */
function persist(
  owner: string,
  before: readonly OutboxRecord<OutboxEntry>[],
  after: readonly OutboxRecord<OutboxEntry>[],
): boolean {
  const known = new Map(before.map(record => [record.id, record]));
  const left = new Set(after.map(({ id }) => id));
  for (const { id } of before) if (!left.has(id)) removeStored(`outbox:${id}`);
  const awaited = new Set(after.flatMap(({ photos }) => photos));
  void forgetPhotos(before.flatMap(({ photos }) => photos).filter(photo => !awaited.has(photo)));
  const changed = after.filter(record => record !== known.get(record.id) && record.state !== 'sending');
  const areWritten = changed.map(record => writeStored(`outbox:${record.id}`, keptOf(owner, record)));
  tellChange();
  return areWritten.every(isWritten => isWritten);
}

function keptOf(owner: string, record: OutboxRecord<OutboxEntry>): KeptRecord {
  const sealed = seal(record);
  const { state } = record;
  return sealed === undefined ? { owner, state, record } : { owner, state, sealed };
}

function go(): void {
  clearTimeout(pause);
  const step = nextStep(current());
  if (step?.do === 'pause') pause = setTimeout(retryNow, step.seconds * 1_000);
  if (step?.do === 'send') void send(isOneByOne ? step.ids.slice(0, 1) : step.ids);
  if (step?.do === 'upload') void upload(step.id, step.photo);
}

async function upload(id: string, photo: string): Promise<void> {
  const mine = round;
  useStore.setState({ outbox: begin(current(), { do: 'upload', id, photo }) });
  const result = await sendPhoto(photo);
  if (mine !== round) return;
  if (result === 'sent') dispatch({ type: 'photoSent', id, photo });
  else dispatch({ type: 'photoFailed', id, isRefused: result === 'refused' });
}

async function send(ids: readonly string[]): Promise<void> {
  const mine = round;
  useStore.setState({ outbox: begin(current(), { do: 'send', ids }) });
  const items = recordsOf(ids);
  try {
    const answer = await api.call('grid.sync', { body: { items } });
    if (mine === round) take(answer, items);
  } catch (error) {
    if (mine === round) refuse(error, ids);
  }
}

const recordsOf = (ids: readonly string[]): GridRecord[] => {
  const bodies = new Map(current().records.map(({ id, body }) => [id, body.data]));
  return ids.flatMap(id => bodies.get(id) ?? []);
};

function take({ serverTime, items }: RouteAnswer<'grid.sync'>, sent: readonly GridRecord[]): void {
  learnContact(serverTime);
  const arrived = new Set(
    items.filter(({ result }) => result === 'accepted' || result === 'known').map(({ id }) => id),
  );
  // The walk learns of what was done first: killed in between, the record is sent again and the server knows it.
  applyRecords(sent.filter(({ id }) => arrived.has(id)));
  useStore.setState({ fault: undefined });
  dispatch({ type: 'answered', items });
}

/** No answer, or one about the whole batch. What the server never takes must not keep back the others. */
function refuse(error: unknown, ids: readonly string[]): void {
  const { status, title, detail } = asApiError(error);
  const isOurs = status >= 400 && status < 500 && ![401, 403, 408, 429].includes(status);
  useStore.setState({ fault: title });
  if (!isOurs) {
    dispatch({ type: 'unanswered' });
    return;
  }
  isOneByOne = ids.length > 1;
  const reason = [title, detail].filter(Boolean).join('。');
  dispatch({ type: 'answered', items: ids.length > 1 ? [] : ids.map(id => ({ id, result: 'rejected', reason })) });
}
