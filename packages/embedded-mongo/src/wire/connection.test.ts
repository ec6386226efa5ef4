import { connect } from 'node:net';
import fc from 'fast-check';
import { encode } from '../bson/codec';
import { withServer } from '../test-support/engine';

/** Sends bytes and resolves when the engine closes the connection, or with what it answered within a moment. */
function send(port: number, bytes: Buffer): Promise<'closed' | 'open'> {
  return new Promise(resolve => {
    const socket = connect({ port, host: '127.0.0.1' }, () => socket.end(bytes));
    socket.on('data', () => undefined);
    socket.on('error', () => resolve('closed'));
    socket.on('close', () => resolve('closed'));
    socket.setTimeout(2000, () => {
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

test('connection: random damage to a message -> the engine lives', async () => {
  await withServer(async (server, client) => {
    const good = message(2013, ping);
    const damage = fc.array(fc.tuple(fc.nat({ max: good.length - 1 }), fc.integer({ min: 0, max: 255 })), {
      minLength: 1,
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(damage, async changes => {
        const bytes = Buffer.from(good);
        for (const [at, value] of changes) bytes[at] = value;
        await send(server.port, bytes);
      }),
      { numRuns: 150 },
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
