import type { Enquiries, SearchableEnquiry } from '../modules/enquiries';
import type { Findable, SearchSource } from '../modules/search';

const AT_ONCE = 50;

const toFindable = ({ number, ...rest }: SearchableEnquiry): Findable => ({ ...rest, numbers: [number], facets: [] });

/** Published messages with their answers, for the search index. */
export function enquirySearchSource(enquiries: () => Enquiries): SearchSource {
  return {
    findAll: async ids => (await enquiries().searchDocuments(ids)).map(toFindable),
    async *listIds() {
      for (let afterId: string | null = ''; afterId !== null;) {
        const ids: string[] = await enquiries().listPublicIds(afterId, AT_ONCE);
        yield ids;
        afterId = ids.at(-1) ?? null;
      }
    },
    stillPublic: async ids => new Set((await enquiries().searchDocuments(ids)).map(({ id }) => id)),
  };
}
