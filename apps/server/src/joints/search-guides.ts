import type { GuideRecord, Organization } from '../modules/organization';
import { textOf } from '../modules/notices';
import type { Findable, SearchSource } from '../modules/search';
import { startOfShanghaiDate } from '../platform/clock';

const AT_ONCE = 50;

const toFindable = (guide: GuideRecord, unitName: string): Findable => ({
  id: guide._id,
  title: guide.title,
  text: [guide.summary, textOf(guide.body)].join('\n'),
  detail: [unitName, guide.publishedOn].filter(Boolean).join(' · '),
  at: startOfShanghaiDate(guide.publishedOn),
  numbers: [],
  facets: guide.facets,
});

/** 公开指南, 制度 and annual reports, for the search index. */
export function guideSearchSource(organization: Organization): SearchSource {
  const findAll = async (ids: readonly string[]) =>
    (await Promise.all(ids.map(organization.findGuide))).filter(guide => guide !== null);
  return {
    findAll: async ids => {
      const guides = await findAll(ids);
      const units = await organization.findUnits([...new Set(guides.map(guide => guide.unitId))]);
      return guides.map(guide => toFindable(guide, units.get(guide.unitId)?.name ?? ''));
    },
    async *listIds() {
      for (let cursor: string | null | undefined; cursor !== null;) {
        const page = await organization.listGuides({ limit: AT_ONCE, ...(cursor && { cursor }) });
        yield page.items.map(guide => guide._id);
        cursor = page.nextCursor;
      }
    },
    stillPublic: async ids => new Set((await findAll(ids)).map(guide => guide._id)),
  };
}
