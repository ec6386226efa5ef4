/** The query inside a command: its members have other names in each, and mean the same. */
import { docMember, numberMember, type Doc } from '@bandeng/mongo-documents/bson';
import { MongoError, notSupported } from '@bandeng/mongo-documents/errors';
import { collationOf, type Query } from '@bandeng/mongo-documents/query';
import { letMember } from './context';

/** Where a command or statement has its filter. */
export const filterMembers: Record<string, string> = {
  find: 'filter',
  count: 'query',
  distinct: 'query',
  findAndModify: 'query',
  findandmodify: 'query',
  update: 'q',
  delete: 'q',
};

const refused = ['min', 'max', 'returnKey', 'showRecordId', 'tailable', 'awaitData'];

/** The query of a command, or of one statement of an update or delete. */
export function requestOf(command: string, body: Doc, variables = letMember(body)): Query & { variables: Doc } {
  const bad = refused.find(name => Boolean(body[name]));
  if (bad) throw notSupported(`${command} with ${bad}`);
  const skip = numberMember(body, 'skip') ?? 0;
  if (skip < 0) throw new MongoError(51024, `BSON field 'skip' value must be >= 0, actual value '${skip}'`);
  return {
    filter: docMember(body, filterMembers[command] ?? 'filter'),
    sort: docMember(body, 'sort'),
    skip,
    limit: Math.abs(numberMember(body, 'limit') ?? 0),
    hint: body.hint,
    variables,
    collate: collationOf(body),
  };
}
