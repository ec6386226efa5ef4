/** One client connection: bytes in, messages out, one command after the other. Bad bytes end this connection only. */
import type { Socket } from 'node:net';
import { isDoc } from '@bandeng/mongo-documents/bson';
import { limits } from '../commands/admin';
import { dispatch, type Client } from '../commands/dispatch';
import type { Engine } from '../engine';
import { formatReply, headerSize, parseRequest, type Request } from './message';

/** More than this waits unanswered: the client is not read from until it is less. */
const mostWaiting = 64;

export function serveConnection(engine: Engine, socket: Socket, id: number): void {
  const client: Client = { id };
  const waiting: Buffer[] = [];
  let chunks: Buffer[] = [];
  let size = 0;
  let busy = false;

  const answer = async (bytes: Buffer): Promise<void> => {
    const request = parseRequest(bytes);
    noteClient(client, request);
    const reply = await dispatch(engine, client, request.message);
    if (!request.silent && !socket.destroyed) socket.write(formatReply(request, reply));
  };

  const work = async (): Promise<void> => {
    if (busy) return;
    busy = true;
    try {
      for (let bytes = waiting.shift(); bytes !== undefined && !socket.destroyed; bytes = waiting.shift())
        await answer(bytes);
      if (socket.isPaused()) socket.resume();
    } catch {
      // What cannot be read as a message cannot be answered either (and a fail point may want the connection closed).
      socket.destroy();
    } finally {
      busy = false;
    }
  };

  const joined = (): Buffer => {
    if (chunks.length > 1) chunks = [Buffer.concat(chunks, size)];
    return chunks[0] as Buffer;
  };

  /** Cuts whole messages off what has arrived; parts of a long message are joined only when all of it is there. */
  const take = (): void => {
    while (size >= headerSize) {
      const start = (chunks[0] as Buffer).length >= 4 ? (chunks[0] as Buffer) : joined();
      const length = start.readInt32LE(0);
      if (length < headerSize || length > limits.maxMessageSizeBytes) return void socket.destroy();
      if (size < length) return;
      const bytes = joined();
      waiting.push(bytes.subarray(0, length));
      chunks = size > length ? [bytes.subarray(length)] : [];
      size -= length;
    }
  };

  socket.setNoDelay(true);
  socket.on('error', () => socket.destroy());
  socket.on('data', data => {
    chunks.push(data);
    size += data.length;
    take();
    if (waiting.length > mostWaiting) socket.pause();
    void work();
  });
}

function noteClient(client: Client, request: Request): void {
  const { client: about } = request.message.body;
  if (isDoc(about) && isDoc(about.application) && typeof about.application.name === 'string')
    client.appName = about.application.name;
}
