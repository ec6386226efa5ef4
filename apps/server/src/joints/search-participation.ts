import { textOf } from '../modules/notices';
import type { Participation, SearchableParticipation } from '../modules/participation';
import type { Findable, SearchSource } from '../modules/search';

const AT_ONCE = 50;
const DETAILS = { survey: '问卷', meeting: '会议' } as const;

/** Questionnaires or meetings that are public, for the search index. */
export function participationSearchSource(
  kind: 'survey' | 'meeting',
  participation: () => Participation,
): SearchSource {
  const toFindable = ({ text, minutes, ...rest }: SearchableParticipation): Findable => ({
    ...rest,
    text: [text, textOf(minutes)].filter(Boolean).join('\n'),
    detail: DETAILS[kind],
    numbers: [],
  });
  return {
    findAll: async ids => (await participation().searchDocuments(kind, ids)).map(toFindable),
    async *listIds() {
      for (let afterId: string | null = ''; afterId !== null;) {
        const ids: string[] = await participation().listIdsAfter(kind, afterId, AT_ONCE);
        yield ids;
        afterId = ids.at(-1) ?? null;
      }
    },
    stillPublic: async ids => new Set((await participation().searchDocuments(kind, ids)).map(({ id }) => id)),
  };
}
