import { startTestServer, type TestServer } from '../testing';
import { createDelivery, type Listener } from './listeners';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(() => server.stop());

const deliveryTo = (...listeners: Listener[]) => {
  const { outbox, transaction, logger } = server.deps.platform;
  return createDelivery({ outbox, transaction, logger, listeners });
};
const addEvent = (name: string) => {
  const { outbox, transaction } = server.deps.platform;
  return transaction(tx => outbox.add({ name, thing: 't1' }, tx));
};

describe('outbox', () => {
  it('event: two listeners, one fails -> only the failed one runs again', async () => {
    const ran: string[] = [];
    let isBroken = true;
    const delivery = deliveryTo(
      { name: 'a.hear', events: ['thing.done'], handle: async () => void ran.push('a') },
      {
        name: 'b.hear',
        events: ['thing.done'],
        handle: async () => {
          ran.push('b');
          if (isBroken) throw new Error('broken');
        },
      },
      { name: 'c.hear', events: ['other.done'], handle: async () => void ran.push('c') },
    );
    await addEvent('thing.done');
    expect(await delivery.deliverNext()).toBe('failed');
    isBroken = false;
    expect(await delivery.deliverNext()).toBe('idle');
    expect(await delivery.deliverNext({ isForced: true })).toBe('done');
    expect(ran).toEqual(['a', 'b', 'b']);
    expect(await server.deps.platform.outbox.countPending()).toBe(0);
  });

  it('event: transaction rolled back -> never told', async () => {
    const { outbox, transaction } = server.deps.platform;
    const failing = transaction(async tx => {
      await outbox.add({ name: 'thing.done' }, tx);
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect(await outbox.countPending()).toBe(0);
  });

  it('event: fails for ever -> given up and counted', async () => {
    const { outbox } = server.deps.platform;
    const delivery = deliveryTo({
      name: 'a.hear',
      events: ['thing.done'],
      handle: () => Promise.reject(new Error('broken')),
    });
    await addEvent('thing.done');
    for (let attempt = 0; attempt < 20; attempt += 1) await delivery.deliverNext({ isForced: true });
    expect(await outbox.countPending()).toBe(0);
    expect(await outbox.countDead()).toBe(1);
  });

  it('once: listener runs twice for one entry -> its work is done once', async () => {
    let worked = 0;
    let failures = 1;
    const delivery = deliveryTo({
      name: 'a.count',
      events: ['thing.done'],
      handle: async (_, { once }) => {
        await once(async () => void (worked += 1));
        if (failures-- > 0) throw new Error('after the work');
      },
    });
    await addEvent('thing.done');
    await delivery.deliverNext();
    await delivery.deliverNext({ isForced: true });
    expect(worked).toBe(1);
    expect(await server.deps.platform.outbox.countPending()).toBe(0);
  });

  it('claim: much was loaded in bulk -> what came later goes before it, then the rest in its order', async () => {
    const { outbox } = server.deps.platform;
    await outbox.inBulk(async () => {
      await addEvent('loaded.first');
      await addEvent('loaded.second');
    });
    await addEvent('thing.done');
    expect(await outbox.countPending()).toBe(3);
    const told: string[] = [];
    const delivery = deliveryTo({
      name: 'a.hear',
      events: ['loaded.first', 'loaded.second', 'thing.done'],
      handle: async event => void told.push(event.name),
    });
    while ((await delivery.deliverNext()) !== 'idle');
    expect(told).toEqual(['thing.done', 'loaded.first', 'loaded.second']);
    expect(await outbox.countPending()).toBe(0);
  });

  it('claim: an entry under lease -> not given to a second worker', async () => {
    await addEvent('thing.done');
    const { outbox } = server.deps.platform;
    expect(await outbox.claim({ leaseSeconds: 60 })).toMatchObject({ name: 'thing.done', attempts: 1 });
    expect(await outbox.claim({ leaseSeconds: 60 })).toBeNull();
  });
});
