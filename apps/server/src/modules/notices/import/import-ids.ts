import { sha256 } from '../../../platform/crypto';

export const IMPORT_SOURCE = 'import';
const MAX_EXTERNAL_ID = 200;

/** What belongs to the same thing gets the same id in every import: a UUID (version 8) made of its name. */
export function idOf(name: string): string {
  const hex = sha256(`notice import\n${name}`);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** What finds a notice again in the next import, no longer than it may be. */
export const shorten = (externalId: string): string =>
  externalId.length <= MAX_EXTERNAL_ID ? externalId : `sha256:${sha256(externalId)}`;
