import { sha256 } from '../platform/crypto';

/** Ids of the demo district are made of its keys, so that a load that broke off goes on where it was. */

/** Entries keep theirs over editions. */
export const entryId = (key: string): string => `e-${sha256(`entry:${key}`).slice(0, 16)}`;
export const editionId = (key: string): string => `edition-${key}`;

/** What clients would have made an id for: a UUID (version 8, of our own making). */
export function demoUuid(
  kind:
    | 'notice'
    | 'draft'
    | 'consultation'
    | 'comment'
    | 'request'
    | 'remedy'
    | 'enquiry'
    | 'opinion'
    | 'opinion-step'
    | 'conversion'
    | 'correction'
    | 'nudge'
    | 'decision'
    | 'matter'
    | 'objection'
    | 'panel'
    | 'panel-note'
    | 'file'
    | 'survey'
    | 'survey-response'
    | 'meeting'
    | 'sign-up'
    | 'letter'
    | 'search'
    | 'conference'
    | 'proposal'
    | 'redaction'
    | 'building'
    | 'door'
    | 'assignment'
    | 'campaign'
    | 'visit'
    | 'resolution',
  key: string,
): string {
  const hex = sha256(`demo:${kind}:${key}`);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
