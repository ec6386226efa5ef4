/** The npm driver that mongoose brings, as the specifications talk to it. */
import mongoose from 'mongoose';

export const { mongo } = mongoose;
export const { BSON } = mongo;

/** Long enough to find a server on this machine, short enough to give up. */
const selectionMs = 3000;

/** A client of the server under test, with the options a test adds to its address. */
export function connect(uri, uriOptions = {}, options = {}) {
  const address = new URL(uri);
  for (const [name, value] of Object.entries(uriOptions)) address.searchParams.set(name, String(value));
  return new mongo.MongoClient(address.href, { serverSelectionTimeoutMS: selectionMs, ...options });
}

export const readPreferenceOf = given => new mongo.ReadPreference(given.mode, given.tagSets, given);

const messageOf = error =>
  error.cause?.message && error.cause.message !== error.message
    ? `${error.cause.message} (${error.message})`
    : error.message;

/** The error that an unexpected failure of an operation is reported with. */
export const failureOf = (name, error) => new Error(`${name}: ${messageOf(error)}`, { cause: error });
