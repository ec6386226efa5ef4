/** MongoDB's wire protocol as bytes: OP_MSG both ways, and OP_QUERY of the legacy handshake. */
import { arrayParts, decode, elementsOf, encode, joinElements, nested, type Doc } from '@bandeng/mongo-documents/bson';
import { MongoError } from '@bandeng/mongo-documents/errors';
import type { Message, Reply } from '../commands/context';

const opMsg = 2013;
const opQuery = 2004;
const opReply = 1;
export const headerSize = 16;

const checksumPresent = 1;
const moreToCome = 2;

export interface Request {
  id: number;
  legacy: boolean;
  /** The client does not want an answer (write concern 0). */
  silent: boolean;
  message: Message;
}

function malformed(what: string): MongoError {
  return new MongoError(9, `malformed message: ${what}`);
}

function documentAt(bytes: Buffer, at: number, end: number): Buffer {
  if (at + 5 > end) throw malformed('a document is cut off');
  const size = bytes.readInt32LE(at);
  if (size < 5 || at + size > end || bytes[at + size - 1] !== 0) throw malformed('a document has a wrong length');
  return bytes.subarray(at, at + size);
}

function cString(bytes: Buffer, at: number, end: number): { text: string; next: number } {
  const stop = bytes.indexOf(0, at);
  if (stop < 0 || stop >= end) throw malformed('a name is not closed');
  return { text: bytes.toString('utf8', at, stop), next: stop + 1 };
}

function parseSequence(bytes: Buffer, at: number, end: number, sequences: Map<string, Buffer[]>): number {
  const size = bytes.readInt32LE(at);
  const stop = at + size;
  if (size < 5 || stop > end) throw malformed('a document sequence has a wrong length');
  const { text, next } = cString(bytes, at + 4, stop);
  const documents: Buffer[] = [];
  for (let position = next; position < stop;) {
    const document = documentAt(bytes, position, stop);
    documents.push(document);
    position += document.length;
  }
  sequences.set(text, documents);
  return stop;
}

function parseMsg(bytes: Buffer): Request {
  const flags = bytes.readUInt32LE(16);
  if ((flags & 0xffff & ~3) !== 0) throw malformed('unknown flags');
  const end = bytes.length - (flags & checksumPresent ? 4 : 0);
  const sequences = new Map<string, Buffer[]>();
  let raw: Buffer | undefined;
  let at = 20;
  while (at < end) {
    const kind = bytes[at++];
    if (kind === 0) {
      if (raw) throw malformed('two bodies');
      raw = documentAt(bytes, at, end);
      at += raw.length;
    } else if (kind === 1) {
      if (at + 4 > end) throw malformed('a section is cut off');
      at = parseSequence(bytes, at, end, sequences);
    } else {
      throw malformed(`unknown section ${String(kind)}`);
    }
  }
  if (raw === undefined) throw malformed('no body');
  return {
    id: bytes.readInt32LE(4),
    legacy: false,
    silent: (flags & moreToCome) !== 0,
    message: { body: decode(raw), raw, sequences },
  };
}

function parseQuery(bytes: Buffer): Request {
  const { text, next } = cString(bytes, 20, bytes.length);
  const raw = documentAt(bytes, next + 8, bytes.length);
  const body: Doc = { ...decode(raw), $db: text.split('.')[0] };
  const name = Object.keys(body)[0];
  if (!['isMaster', 'ismaster', 'hello'].includes(String(name)))
    throw malformed(`OP_QUERY is only for the handshake, not for ${String(name)}`);
  return { id: bytes.readInt32LE(4), legacy: true, silent: false, message: { body, raw, sequences: new Map() } };
}

/** Parses a whole message; throws when it is not one. */
export function parseRequest(bytes: Buffer): Request {
  if (bytes.length < headerSize + 5) throw malformed('too short');
  const code = bytes.readInt32LE(12);
  if (code === opMsg) return parseMsg(bytes);
  if (code === opQuery) return parseQuery(bytes);
  throw malformed(`unknown operation ${code}`);
}

/** The reply as one document; batches of raw documents are put in as they are. */
function replyDocument({ doc, cursor }: Reply): Buffer {
  if (cursor === undefined) return encode(doc);
  const { id, ns, atClusterTime } = cursor;
  const batch = nested(4, cursor.name, arrayParts(cursor.batch));
  return joinElements([...nested(3, 'cursor', [elementsOf({ id, ns, atClusterTime }), ...batch]), elementsOf(doc)]);
}

let lastId = 0;

function withHeader(parts: Buffer[], code: number, responseTo: number): Buffer {
  const head = Buffer.alloc(headerSize);
  const size = parts.reduce((sum, part) => sum + part.length, headerSize);
  lastId = (lastId + 1) & 0x7fffffff;
  head.writeInt32LE(size, 0);
  head.writeInt32LE(lastId, 4);
  head.writeInt32LE(responseTo, 8);
  head.writeInt32LE(code, 12);
  return Buffer.concat([head, ...parts], size);
}

const msgHead = Buffer.alloc(5);

/** The bytes that answer a request. */
export function formatReply(request: Pick<Request, 'id' | 'legacy'>, reply: Reply): Buffer {
  const document = replyDocument(reply);
  if (!request.legacy) return withHeader([msgHead, document], opMsg, request.id);
  const head = Buffer.alloc(20);
  head.writeInt32LE(8, 0);
  head.writeInt32LE(1, 16);
  return withHeader([head, document], opReply, request.id);
}
