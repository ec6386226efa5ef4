import type { ListedEnquiry } from '@bandeng/contracts/types';
import type { EnquiryDeps } from './deps';
import { presentListed } from './enquiry.presenter';
import { contextOf } from './read-enquiry';

/** A message for the search index: its published words only. */
export interface SearchableEnquiry {
  id: string;
  title: string;
  text: string;
  detail: string;
  number: string;
  at: Date;
}

/** Answered before and close to what somebody is about to ask, those that are often asked first; asked while they type. */
export async function findSimilar(deps: EnquiryDeps, text: string): Promise<ListedEnquiry[]> {
  const ids = await deps.search.findSimilar('enquiry', text);
  const found = new Map((await deps.enquiries.findPublic(ids)).map(record => [record._id, record]));
  const records = ids.flatMap(id => found.get(id) ?? []).sort((a, b) => Number(b.isFaq) - Number(a.isFaq));
  const context = await contextOf(deps, records);
  return records.map(record => presentListed(record, context));
}

/** Those of them that are public. */
export async function searchableEnquiries(deps: EnquiryDeps, ids: readonly string[]): Promise<SearchableEnquiry[]> {
  const records = await deps.enquiries.findPublic(ids);
  const { unitName } = await contextOf(deps, records);
  return records.flatMap(({ _id: id, number, publication }) => {
    if (!publication) return [];
    const { title, question, answer, unitId, at } = publication;
    return [{ id, title, number, at, text: [question, answer].join('\n'), detail: `网上民声 · ${unitName(unitId)}` }];
  });
}
