import { connect, type Socket } from 'node:net';
import type { Readable } from 'node:stream';

/** True when nothing was found; throws when it cannot be told (clamd away, silent, or at its limits). */
export type Scanner = (bytes: Readable) => Promise<boolean>;

const TIMEOUT_MS = 20_000;
const MAX_ANSWER = 4_096;

/** One scan by clamd's INSTREAM: pieces with their length before them, one of length zero at the end, then a line of answer. */
export const createClamdScanner =
  ({ host, port }: { host: string; port: number }, timeoutMs = TIMEOUT_MS): Scanner =>
  bytes =>
    new Promise((resolve, reject) => {
      const socket = connect({ host, port });
      const timer = setTimeout(() => socket.destroy(new Error('clamd said nothing in time')), timeoutMs);
      let answer = '';
      const end = (error?: Error) => {
        clearTimeout(timer);
        bytes.destroy();
        socket.destroy();
        if (error) return reject(error);
        const said = answer.replaceAll('\0', '').trim();
        if (said === 'stream: OK') return resolve(true);
        if (/^stream: .+ FOUND$/.test(said)) return resolve(false);
        reject(new Error(`clamd answered: ${said || 'nothing'}`));
      };
      socket.on('error', end);
      bytes.on('error', end);
      socket.on('data', chunk => {
        answer += chunk.toString();
        // It may answer before everything was sent: found already, or more than it takes.
        if (answer.endsWith('\0') || answer.length > MAX_ANSWER) end();
      });
      socket.on('close', () => end(new Error('clamd closed the connection')));
      socket.on('connect', () => void send(socket, bytes).catch(end));
    });

async function send(socket: Socket, bytes: Readable): Promise<void> {
  const write = (piece: Uint8Array) =>
    new Promise<void>((resolve, reject) => socket.write(piece, error => (error ? reject(error) : resolve())));
  await write(Buffer.from('zINSTREAM\0'));
  for await (const chunk of bytes as AsyncIterable<Buffer>) {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(chunk.length);
    await write(Buffer.concat([length, chunk]));
  }
  await write(Buffer.alloc(4));
}
