import { connect } from 'node:net';
import fc from 'fast-check';
import { decode, encode } from '@bandeng/mongo-documents/bson';
import { arbitraryValue } from '@bandeng/mongo-documents/test-support';
import { words } from '@bandeng/mongo-documents/words';
import { dispatch } from '../commands/dispatch';
import { withServer } from '../test-support/engine';

/** Sends bytes and resolves when the engine closes the connection, or when nothing has happened for long. */
function send(port: number, bytes: Buffer): Promise<'closed' | 'open'> {
  return new Promise(resolve => {
    const socket = connect({ port, host: '127.0.0.1' }, () => socket.end(bytes));
    socket.on('data', () => undefined);
    socket.on('error', () => resolve('closed'));
    socket.on('close', () => resolve('closed'));
    socket.setTimeout(10_000, () => {
      socket.destroy();
      resolve('open');
    });
  });
}

function message(code: number, body: Buffer, length = body.length + 16): Buffer {
  const head = Buffer.alloc(16);
  head.writeInt32LE(length, 0);
  head.writeInt32LE(1, 4);
  head.writeInt32LE(code, 12);
  return Buffer.concat([head, body]);
}

const ping = Buffer.concat([Buffer.alloc(5), encode({ ping: 1, $db: 'admin' })]);

const broken: [string, Buffer][] = [
  ['a length below the header', message(2013, ping, 3)],
  ['a negative length', message(2013, ping, -5)],
  ['a length beyond the largest message', message(2013, ping, 2_000_000_000)],
  ['an unknown operation', message(77, ping)],
  ['an unknown section', message(2013, Buffer.concat([Buffer.from([0, 0, 0, 0, 9]), ping.subarray(5)]))],
  [
    'a document longer than its message',
    message(2013, Buffer.concat([Buffer.alloc(5), Buffer.from([0xff, 0xff, 0, 0, 0])])),
  ],
  ['a document that is cut off', message(2013, ping.subarray(0, -6))],
  ['no body', message(2013, Buffer.alloc(5))],
  [
    'a sequence that runs over',
    message(2013, Buffer.concat([Buffer.from([0, 0, 0, 0, 1, 99, 0, 0, 0]), Buffer.from('documents\u0000')])),
  ],
  [
    'an old query that is no handshake',
    message(
      2004,
      Buffer.concat([Buffer.alloc(4), Buffer.from('test.things\u0000'), Buffer.alloc(8), encode({ find: 'things' })]),
    ),
  ],
];

test.each(broken)('connection: %s -> ends, the others go on', async (_what, bytes) => {
  await withServer(async (server, client) => {
    expect(await send(server.port, bytes)).toBe('closed');
    expect(await client.db('admin').command({ ping: 1 })).toMatchObject({ ok: 1 });
  });
});

/** Whole messages with lies in them: lengths, flags, operations, sections, and documents cut off or filled with noise. */
const noise = fc.uint8Array({ maxLength: 200 }).map(bytes => Buffer.from(bytes));
const lie = fc.constantFrom(-(2 ** 31), -1, 0, 1, 15, 16, 17, 21, 48_000_000, 48_000_001, 2 ** 31 - 1);
const fuzz: fc.Arbitrary<Buffer> = fc.oneof(
  noise,
  fc.tuple(noise, lie).map(([body, length]) => message(2013, body, length)),
  fc
    .tuple(noise, fc.constantFrom(1, 2001, 2002, 2004, 2005, 2006, 2007, 2010, 2012, 2013))
    .map(([body, code]) => message(code, body)),
  fc
    .tuple(fc.nat({ max: ping.length }), noise)
    .map(([at, rest]) => message(2013, Buffer.concat([ping.subarray(0, at), rest]))),
  fc.tuple(fc.nat(255), lie, noise).map(([kind, size, rest]) => {
    const section = Buffer.alloc(5);
    section[0] = kind % 3;
    section.writeInt32LE(size, 1);
    return message(2013, Buffer.concat([Buffer.alloc(4), section, rest]));
  }),
  fc.array(fc.tuple(fc.nat({ max: ping.length + 15 }), fc.nat(255)), { minLength: 1, maxLength: 6 }).map(changes => {
    const bytes = Buffer.from(message(2013, ping));
    for (const [at, value] of changes) bytes[at] = value;
    return bytes;
  }),
);

test('connection: random lies and damage in messages -> connections end, the engine answers another client', async () => {
  await withServer(async (server, client) => {
    await fc.assert(
      fc.asyncProperty(fc.array(fuzz, { minLength: 1, maxLength: 3 }), async messages => {
        expect(await send(server.port, Buffer.concat(messages))).toBe('closed');
      }),
      { numRuns: 400, interruptAfterTimeLimit: 5000 },
    );
    expect(await client.db('admin').command({ ping: 1 })).toMatchObject({ ok: 1 });
    expect(server.engine.connections).toBeLessThan(20);
  });
}, 30_000);

/** Commands whose members are of any type: an answer, with an error or without, is all that is asked. */
test('connection: known commands with members of any type -> each is answered, the engine lives', async () => {
  await withServer(async (server, client) => {
    const { handlers } = await import('../commands/registry');
    const names = Object.keys(handlers).filter(name => name !== 'dropDatabase');
    const members = [
      ...words(
        'filter query sort limit skip pipeline cursor documents updates deletes indexes key update lsid txnNumber let',
      ),
      ...words(
        'readConcern writeConcern collation hint cursors remove new upsert fields projection batchSize cursors index',
      ),
    ];
    const operator = fc.constantFrom(
      ...words(
        '$set $inc $push $pull $unset $rename $gt $in $elemMatch $regex $match $group $lookup $project $sort $unwind',
      ),
    );
    const statement = fc.record(
      { q: arbitraryValue, u: arbitraryValue, key: arbitraryValue, name: arbitraryValue, limit: arbitraryValue },
      { requiredKeys: [], noNullPrototype: true },
    );
    const value: fc.Arbitrary<unknown> = fc.oneof(
      arbitraryValue,
      fc.array(statement, { minLength: 1, maxLength: 2 }),
      fc.dictionary(operator, arbitraryValue, { maxKeys: 2, noNullPrototype: true }),
      fc.array(fc.dictionary(operator, fc.oneof(arbitraryValue, statement), { maxKeys: 1, noNullPrototype: true })),
      fc.record({ a: fc.dictionary(operator, arbitraryValue, { maxKeys: 2, noNullPrototype: true }) }),
    );
    const command = fc.tuple(
      fc.constantFrom(...names),
      fc.oneof(fc.constant('things'), arbitraryValue),
      fc.dictionary(fc.constantFrom(...members), value, { maxKeys: 4, noNullPrototype: true }),
    );
    await client
      .db('test')
      .collection('things')
      .insertOne({ a: [1, { b: 'text' }] });
    await fc.assert(
      fc.asyncProperty(command, async ([name, target, members]) => {
        const raw = encode({ [name]: target, ...members, $db: 'test' });
        const { doc } = await dispatch(server.engine, { id: 1 }, { body: decode(raw), raw, sequences: new Map() });
        expect([0, 1]).toContain(doc.ok);
        // 1 is the code of an error in the engine itself.
        expect(doc).not.toMatchObject({ code: 1 });
      }),
      { numRuns: 1500, interruptAfterTimeLimit: 5000 },
    );
    expect(await client.db('admin').command({ ping: 1 })).toMatchObject({ ok: 1 });
  });
}, 30_000);

test('connection: a document nested thousands deep -> an error or the end of the connection, the engine lives', async () => {
  await withServer(async (server, client) => {
    let nested = encode({ a: 1 });
    for (let i = 0; i < 5000; i++) {
      const size = Buffer.alloc(4);
      size.writeInt32LE(nested.length + 8);
      nested = Buffer.concat([size, Buffer.from([3, 97, 0]), nested, Buffer.from([0])]);
    }
    await send(server.port, message(2013, Buffer.concat([Buffer.alloc(5), nested])));
    expect(await client.db('admin').command({ ping: 1 })).toMatchObject({ ok: 1 });
  });
});
