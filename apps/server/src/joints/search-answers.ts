import type { Answers } from '../modules/answers';
import type { SearchSource } from '../modules/search';

const AT_ONCE = 50;

/** Public answers to requests, for the search index. */
export function answerSearchSource(answers: () => Answers): SearchSource {
  return {
    findAll: ids => answers().searchDocuments(ids),
    async *listIds() {
      for (let afterId: string | null = ''; afterId !== null;) {
        const ids: string[] = await answers().listPublicIds(afterId, AT_ONCE);
        yield ids;
        afterId = ids.at(-1) ?? null;
      }
    },
    stillPublic: async ids => new Set((await answers().searchDocuments(ids)).map(({ id }) => id)),
  };
}
