import type { Consultations, SearchableConsultation } from '../modules/consultations';
import type { Findable, SearchSource } from '../modules/search';

const AT_ONCE = 50;

const toFindable = (document: SearchableConsultation): Findable => ({ ...document, detail: '征集意见', numbers: [] });

/** Consultations that are public, for the search index. */
export function consultationSearchSource(consultations: () => Consultations): SearchSource {
  return {
    findAll: async ids => {
      const documents = await Promise.all(ids.map(id => consultations().searchDocument(id)));
      return documents.filter(document => document !== null).map(toFindable);
    },
    async *listIds() {
      for (let afterId: string | null = ''; afterId !== null;) {
        const page: Awaited<ReturnType<Consultations['listSearchDocuments']>> =
          await consultations().listSearchDocuments(afterId, AT_ONCE);
        yield page.documents.map(document => document.id);
        afterId = page.lastId;
      }
    },
    stillPublic: async ids => new Set((await consultations().questions(ids)).keys()),
  };
}
