/**
 * The offline engine of the grid worker's phone: from events to what lies on the phone and what has to be done. Pure: the phone keeps
 * the records in storage, one key each, and calls the server; this decides what is sent when and what a record's state is.
 */

/** `waiting` for a network, `sending` in the batch on its way, `look`: the person has to decide, `photos`: its words have arrived. */
export type OutboxState = 'waiting' | 'sending' | 'look' | 'photos' | 'delivered';

/** What the server said of one record that did not simply go in. `conflict`: it knows another version of the same thing. */
export interface OutboxProblem {
  kind: 'rejected' | 'conflict';
  /** A sentence the person can act on. */
  reason: string;
  /** Of a conflict: what the server has, as it presents it. */
  current?: unknown;
}

export interface OutboxRecord<T = unknown> {
  /** Made by the phone: a repeat is known by it. */
  id: string;
  /** Order in which they were written on this phone; never the clock's, which may be set back. */
  sequence: number;
  body: T;
  /** Files of the phone that follow the words, in their order; a sent one leaves the list. */
  photos: readonly string[];
  state: OutboxState;
  /** 1 and more while a photo is refused again and again. */
  photoFailures: number;
  problem: OutboxProblem | null;
}

export interface Outbox<T = unknown> {
  records: readonly OutboxRecord<T>[];
  nextSequence: number;
  isOnline: boolean;
  /** Ids of the batch on its way, null when none is. */
  batch: readonly string[] | null;
  /** The record whose photo is on its way. */
  photoOf: string | null;
  /** Calls without an answer in a row. */
  failures: number;
}

export type ItemAnswer =
  | { id: string; result: 'accepted' | 'known' }
  | { id: string; result: 'rejected' | 'conflict'; reason: string; current?: unknown };

export type OutboxEvent<T = unknown> =
  | { type: 'written'; id: string; body: T; photos?: readonly string[] }
  /** The person changed a record that was refused, or has decided on a conflict: it goes again under the same id. */
  | { type: 'changed'; id: string; body: T }
  | { type: 'discarded'; id: string }
  | { type: 'network'; isOnline: boolean }
  /** The app starts: what was on its way was not confirmed. */
  | { type: 'restarted' }
  | { type: 'answered'; items: readonly ItemAnswer[] }
  /** No answer, or one that says nothing of the records (a server that is down). */
  | { type: 'unanswered' }
  | { type: 'photoSent'; id: string; photo: string }
  | { type: 'photoFailed'; id: string; isRefused: boolean }
  /** The pause after a failure is over, or the person tapped 再试一次. */
  | { type: 'retry' };

/** What a batch may hold (API: 50 records); words before photos, oldest first. */
export const BATCH_RECORDS = 50;
const PAUSES_SECONDS = [2, 5, 15, 60, 300] as const;
/** A photo that the server refuses so often is given up: the words have arrived. */
const PHOTO_TRIES = 3;

export const emptyOutbox = <T>(): Outbox<T> => ({
  records: [],
  nextSequence: 1,
  isOnline: false,
  batch: null,
  photoOf: null,
  failures: 0,
});

/** The outbox after an event. Events that no longer fit (an answer that came twice, a record that is gone) change nothing. */
export function nextOutbox<T>(outbox: Outbox<T>, event: OutboxEvent<T>): Outbox<T> {
  switch (event.type) {
    case 'written':
      return write(outbox, event);
    case 'changed':
      return edit(outbox, event.id, record =>
        record.state === 'look' ? { ...record, body: event.body, state: 'waiting', problem: null } : record,
      );
    case 'discarded':
      return { ...outbox, records: outbox.records.filter(({ id, state }) => id !== event.id || state === 'sending') };
    case 'network':
      return { ...outbox, isOnline: event.isOnline, failures: event.isOnline ? 0 : outbox.failures };
    case 'restarted':
      return { ...backToWaiting(outbox), failures: 0 };
    case 'answered':
      return answer(outbox, event.items);
    case 'unanswered':
      return { ...backToWaiting(outbox), failures: outbox.failures + 1 };
    case 'photoSent':
      return sentPhoto(outbox, event);
    case 'photoFailed':
      return failedPhoto(outbox, event);
    case 'retry':
      return { ...outbox, failures: 0 };
  }
}

export type OutboxStep =
  | { do: 'send'; ids: readonly string[] }
  | { do: 'upload'; id: string; photo: string }
  | { do: 'pause'; seconds: number };

/**
 * What the phone does now: nothing while something is on its way or there is no network; the oldest waiting records, and only when none
 * waits the oldest photo. After calls without an answer a pause first.
 */
export function nextStep(outbox: Outbox): OutboxStep | null {
  if (!outbox.isOnline || outbox.batch !== null || outbox.photoOf !== null) return null;
  const oldestFirst = inOrder(outbox.records);
  const waiting = oldestFirst.filter(({ state }) => state === 'waiting').slice(0, BATCH_RECORDS);
  const withPhoto = oldestFirst.find(({ state, photos }) => state === 'photos' && photos.length > 0);
  if (waiting.length === 0 && !withPhoto) return null;
  if (outbox.failures > 0) {
    return { do: 'pause', seconds: PAUSES_SECONDS[Math.min(outbox.failures, PAUSES_SECONDS.length) - 1]! };
  }
  if (waiting.length > 0) return { do: 'send', ids: waiting.map(({ id }) => id) };
  return { do: 'upload', id: withPhoto!.id, photo: withPhoto!.photos[0]! };
}

/** The outbox with a step begun: its records are on their way. */
export function begin<T>(outbox: Outbox<T>, step: OutboxStep): Outbox<T> {
  if (step.do === 'pause') return outbox;
  if (step.do === 'upload') return { ...outbox, photoOf: step.id };
  const ids = new Set(step.ids);
  return {
    ...outbox,
    batch: step.ids,
    records: outbox.records.map(record => (ids.has(record.id) ? { ...record, state: 'sending' } : record)),
  };
}

/** Records that would be lost with the phone: everything whose words the server has not confirmed. */
export const unsent = <T>(outbox: Outbox<T>): OutboxRecord<T>[] =>
  inOrder(outbox.records).filter(({ state }) => state === 'waiting' || state === 'sending' || state === 'look');

const inOrder = <T>(records: readonly OutboxRecord<T>[]) => [...records].sort((a, b) => a.sequence - b.sequence);

function write<T>(
  outbox: Outbox<T>,
  { id, body, photos = [] }: Extract<OutboxEvent<T>, { type: 'written' }>,
): Outbox<T> {
  // A second tap on the same form.
  if (outbox.records.some(record => record.id === id)) return outbox;
  const sequence = outbox.nextSequence;
  const record: OutboxRecord<T> = { id, sequence, body, photos, state: 'waiting', photoFailures: 0, problem: null };
  return { ...outbox, nextSequence: sequence + 1, records: [...outbox.records, record] };
}

function edit<T>(outbox: Outbox<T>, id: string, change: (record: OutboxRecord<T>) => OutboxRecord<T>): Outbox<T> {
  return { ...outbox, records: outbox.records.map(record => (record.id === id ? change(record) : record)) };
}

function backToWaiting<T>(outbox: Outbox<T>): Outbox<T> {
  return {
    ...outbox,
    batch: null,
    photoOf: null,
    records: outbox.records.map(record => (record.state === 'sending' ? { ...record, state: 'waiting' } : record)),
  };
}

/** An item the answer does not name is sent again: the server knows it by its id if it went in. */
function answer<T>(outbox: Outbox<T>, items: readonly ItemAnswer[]): Outbox<T> {
  const answers = new Map(items.map(item => [item.id, item]));
  const settled = outbox.records.map(record => {
    const item = answers.get(record.id);
    // A late answer to a batch that was given up counts too, but never against what the person has changed since.
    if (!item || record.state === 'delivered' || record.state === 'photos' || record.state === 'look') return record;
    if (!('reason' in item)) return arrived(record);
    if (record.state !== 'sending') return record;
    const { id: _id, result: kind, ...problem } = item;
    return { ...record, state: 'look' as const, problem: { kind, ...problem } };
  });
  return { ...backToWaiting({ ...outbox, records: settled }), photoOf: outbox.photoOf, failures: 0 };
}

const arrived = <T>(record: OutboxRecord<T>): OutboxRecord<T> => ({
  ...record,
  state: record.photos.length > 0 ? 'photos' : 'delivered',
  problem: null,
});

function sentPhoto<T>(outbox: Outbox<T>, { id, photo }: { id: string; photo: string }): Outbox<T> {
  const without = edit(outbox, id, record =>
    arrived({ ...record, photos: record.photos.filter(path => path !== photo), photoFailures: 0 }),
  );
  return { ...without, photoOf: null, failures: 0 };
}

function failedPhoto<T>(outbox: Outbox<T>, { id, isRefused }: { id: string; isRefused: boolean }): Outbox<T> {
  const free = { ...outbox, photoOf: null, failures: outbox.failures + 1 };
  if (!isRefused) return free;
  return edit(free, id, record => {
    const photoFailures = record.photoFailures + 1;
    if (photoFailures < PHOTO_TRIES) return { ...record, photoFailures };
    return arrived({ ...record, photos: record.photos.slice(1), photoFailures: 0 });
  });
}
