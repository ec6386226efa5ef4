/** Encodes an updated document; members that did not change keep their bytes, so that no number changes its BSON type. */
import { decodeExact, rawElements, type Doc } from '../bson/codec';
import { elementsOf, joinElements } from '../bson/raw';
import { MongoError } from '../errors';
import { applyUpdate } from './apply-update';
import type { UpdateRequest } from './update-request';

const mostBytes = 16 * 1024 * 1024;

/** The bytes of a stored document after an update; the same buffer when nothing changed. */
export function updatedBytes(raw: Buffer, request: UpdateRequest): Buffer {
  const before = decodeExact(raw);
  const after = applyUpdate(before, request);
  if (after === before) return raw;
  const bytes = encodeUpdated(raw, before, after);
  return bytes.equals(raw) ? raw : bytes;
}

function encodeUpdated(raw: Buffer, before: Doc, after: Doc): Buffer {
  const elements = new Map<string, Buffer>();
  for (const { name, start, end } of rawElements(raw)) elements.set(name, raw.subarray(start, end));
  const parts = Object.entries(after).map(([name, value]) => {
    const same = elements.get(name);
    return same !== undefined && Object.hasOwn(before, name) && before[name] === value
      ? same
      : elementsOf({ [name]: value });
  });
  return checkSize(joinElements(parts));
}

/** Refuses what is larger than a document may be. */
export function checkSize(bytes: Buffer): Buffer {
  if (bytes.length > mostBytes)
    throw new MongoError(10334, `BSONObj size: ${bytes.length} is invalid. Size must be between 0 and 16793600(16MB)`);
  return bytes;
}
