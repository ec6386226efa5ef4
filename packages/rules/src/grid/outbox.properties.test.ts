import fc from 'fast-check';
import {
  begin,
  emptyOutbox,
  nextOutbox,
  nextStep,
  unsent,
  type ItemAnswer,
  type Outbox,
  type OutboxEvent,
} from './outbox';

interface Body {
  words: string;
  isRefused: boolean;
}
/** What can happen to a phone in a stairwell, in any order. */
type Happening =
  | { what: 'write'; isRefused: boolean; photos: number }
  | { what: 'tap twice' | 'kill' | 'lose network' | 'find network' | 'retry' | 'mend' }
  /** The call of the moment: arrives or not, and its answer comes, comes twice, or is lost. */
  | { what: 'call'; arrives: boolean; answer: 'comes' | 'comes twice' | 'lost'; isPhotoRefused: boolean };

const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ what: fc.constant('write' as const), isRefused: fc.boolean(), photos: fc.nat(2) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      what: fc.constantFrom('tap twice', 'kill', 'lose network', 'find network', 'retry', 'mend' as const),
    }) as fc.Arbitrary<Happening>,
  },
  {
    weight: 4,
    arbitrary: fc.record({
      what: fc.constant('call' as const),
      arrives: fc.boolean(),
      answer: fc.constantFrom('comes' as const, 'comes twice' as const, 'lost' as const),
      isPhotoRefused: fc.boolean(),
    }),
  },
);

/** A phone, its storage, and a server that knows a record by its id. */
function world() {
  const server = { words: new Map<string, string>(), order: [] as string[], photos: new Map<string, string[]>() };
  const written: { id: string; words: string }[] = [];
  let outbox: Outbox<Body> = emptyOutbox();
  const happens = (event: OutboxEvent<Body>) => {
    outbox = nextOutbox(outbox, event);
  };

  function write(isRefused: boolean, photos: number): void {
    const id = `r${written.length}`;
    written.push({ id, words: `words of ${id}` });
    const paths = Array.from({ length: photos }, (_, at) => `${id}-${at}.jpg`);
    happens({ type: 'written', id, body: { words: `words of ${id}`, isRefused }, photos: paths });
  }

  function receive(ids: readonly string[]): ItemAnswer[] {
    return ids.map((id): ItemAnswer => {
      const { words, isRefused } = outbox.records.find(record => record.id === id)!.body;
      if (isRefused) return { id, result: 'rejected', reason: '这户已经不在了' };
      if (server.words.has(id)) return { id, result: 'known' };
      server.words.set(id, words);
      server.order.push(id);
      return { id, result: 'accepted' };
    });
  }

  function call({ arrives, answer, isPhotoRefused }: Extract<Happening, { what: 'call' }>): void {
    const step = nextStep(outbox);
    if (!step) return;
    outbox = begin(outbox, step);
    if (step.do === 'pause') return happens({ type: 'retry' });
    if (step.do === 'upload') {
      const { id, photo } = step;
      if (!arrives) return happens({ type: 'photoFailed', id, isRefused: false });
      if (isPhotoRefused) return happens({ type: 'photoFailed', id, isRefused: true });
      // The server knows a photo by its record and name.
      server.photos.set(id, [...new Set([...(server.photos.get(id) ?? []), photo])]);
      if (answer === 'lost') return happens({ type: 'photoFailed', id, isRefused: false });
      return happens({ type: 'photoSent', id, photo });
    }
    const items = arrives ? receive(step.ids) : [];
    if (!arrives || answer === 'lost') happens({ type: 'unanswered' });
    else happens({ type: 'answered', items });
    if (arrives && answer === 'comes twice') happens({ type: 'answered', items });
  }

  function happen(one: Happening): void {
    if (one.what === 'write') return write(one.isRefused, one.photos);
    if (one.what === 'call') return call(one);
    const last = written.at(-1);
    if (one.what === 'tap twice' && last)
      happens({ type: 'written', id: last.id, body: { words: 'again', isRefused: false } });
    if (one.what === 'kill') happens({ type: 'restarted' });
    if (one.what === 'lose network') happens({ type: 'network', isOnline: false });
    if (one.what === 'find network') happens({ type: 'network', isOnline: true });
    if (one.what === 'retry') happens({ type: 'retry' });
    const toMend = outbox.records.find(({ state }) => state === 'look');
    if (one.what === 'mend' && toMend)
      happens({ type: 'changed', id: toMend.id, body: { ...toMend.body, isRefused: false } });
  }

  const good: Happening = { what: 'call', arrives: true, answer: 'comes', isPhotoRefused: false };
  function settle(): void {
    happen({ what: 'kill' });
    happen({ what: 'find network' });
    while (outbox.records.some(({ state }) => state !== 'delivered')) {
      happen({ what: 'mend' });
      happen(good);
    }
  }
  return { server, written, happen, settle, outbox: () => outbox };
}

const days = fc.array(happening, { maxLength: 80 });

describe('the outbox, whatever happens', () => {
  test('any order of taps, kills, lost networks and answers -> in the end everything is there, once, as it was written', () => {
    fc.assert(
      fc.property(days, happenings => {
        const { server, written, happen, settle } = world();
        happenings.forEach(happen);
        settle();
        expect(Object.fromEntries(server.words)).toEqual(
          Object.fromEntries(written.map(({ id, words }) => [id, words])),
        );
        expect(server.order).toHaveLength(written.length);
      }),
      { numRuns: 300 },
    );
  });

  test('at every moment -> a record is with the server or counted as unsent, never neither', () => {
    fc.assert(
      fc.property(days, happenings => {
        const { server, written, happen, outbox } = world();
        for (const one of happenings) {
          happen(one);
          const kept = new Set(unsent(outbox()).map(({ id }) => id));
          expect(written.filter(({ id }) => !kept.has(id) && !server.words.has(id))).toEqual([]);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('one thing is on its way at a time, words before photos, oldest first', () => {
    fc.assert(
      fc.property(days, happenings => {
        const { happen, outbox } = world();
        for (const one of happenings) {
          happen(one);
          const now = outbox();
          expect(now.batch === null || now.photoOf === null).toBe(true);
          const step = nextStep(now);
          const waiting = now.records.filter(({ state }) => state === 'waiting').map(({ sequence }) => sequence);
          if (step?.do === 'upload') expect(waiting).toEqual([]);
          if (step?.do === 'send') {
            const sent = step.ids.map(id => now.records.find(record => record.id === id)!.sequence);
            expect(sent).toEqual(waiting.sort((a, b) => a - b).slice(0, sent.length));
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  test('refused by the server and mended -> it goes again under the same id; discarded -> it is gone, the others are not', () => {
    const { happen, outbox, server } = world();
    happen({ what: 'find network' });
    happen({ what: 'write', isRefused: true, photos: 0 });
    happen({ what: 'write', isRefused: false, photos: 0 });
    happen({ what: 'call', arrives: true, answer: 'comes', isPhotoRefused: false });
    expect(outbox().records.map(({ state, problem }) => [state, problem?.reason])).toEqual([
      ['look', '这户已经不在了'],
      ['delivered', undefined],
    ]);
    expect(nextStep(outbox())).toBeNull();
    expect(nextOutbox(outbox(), { type: 'discarded', id: 'r0' }).records.map(({ id }) => id)).toEqual(['r1']);
    happen({ what: 'mend' });
    happen({ what: 'call', arrives: true, answer: 'comes', isPhotoRefused: false });
    expect(server.order).toEqual(['r1', 'r0']);
  });

  test('no answer again and again -> longer pauses, five minutes at most; a network that comes back ends them', () => {
    const { happen, outbox } = world();
    happen({ what: 'find network' });
    happen({ what: 'write', isRefused: false, photos: 0 });
    const seconds = [1, 2, 3, 4, 5, 9].map(failures => nextStep({ ...outbox(), failures }));
    expect(seconds.map(step => step?.do === 'pause' && step.seconds)).toEqual([2, 5, 15, 60, 300, 300]);
    const paused = { ...outbox(), failures: 4 };
    expect(nextStep(nextOutbox(paused, { type: 'network', isOnline: true }))).toEqual({ do: 'send', ids: ['r0'] });
  });

  test('a photo refused three times -> given up, the words stay delivered', () => {
    const { happen, outbox } = world();
    happen({ what: 'find network' });
    happen({ what: 'write', isRefused: false, photos: 1 });
    happen({ what: 'call', arrives: true, answer: 'comes', isPhotoRefused: false });
    for (let tries = 0; tries < 6; tries += 1)
      happen({ what: 'call', arrives: true, answer: 'comes', isPhotoRefused: true });
    expect(outbox().records).toMatchObject([{ state: 'delivered', photos: [] }]);
  });
});
