import type { Block } from '@bandeng/contracts/schemas';
import { shanghaiDate } from '../../platform/clock';
import type { Findable, SearchSource } from '../search';
import type { NoticesDeps } from './deps';
import type { NoticeRecord } from './notice.model';
import { isPublicNotice } from './notice.policy';

const AT_ONCE = 200;

/** The words of a body, for the index: what a reader sees, without addresses. */
export function textOf(blocks: readonly Block[]): string {
  return blocks.map(wordsOf).filter(Boolean).join('\n');
}

function wordsOf(block: Block): string {
  switch (block.type) {
    case 'heading':
    case 'quote':
      return block.text;
    case 'paragraph':
      return block.children.map(child => child.text).join('');
    case 'list':
      return block.items.join('\n');
    // Lists of people leave with their posting period; the index must not keep their names.
    case 'table':
      return [block.caption ?? '', block.head.join(' ')].join('\n');
    case 'image':
      return block.alt;
    case 'file':
      return block.name;
    case 'video':
      return block.title;
  }
}

/** What of a notice can be found: all of a public one; of a limited one its title, as in its stub (API.md, Audience). */
function toFindable(record: NoticeRecord, unitName: string): Findable {
  const { limited } = record;
  return {
    id: record._id,
    title: record.title,
    text: limited ? '' : [...record.keyPoints, textOf(record.body)].join('\n'),
    detail: [unitName, shanghaiDate(record.publishedAt)].filter(Boolean).join(' · '),
    at: record.publishedAt,
    numbers: limited ? [] : [record.documentNumber, record.indexNumber].filter(number => number !== null),
    facets: record.facets,
  };
}

export function noticeSearchSource(deps: Pick<NoticesDeps, 'notices' | 'clock' | 'organization'>): SearchSource {
  return {
    findAll: async ids => {
      const now = deps.clock.now();
      const records = (await deps.notices.findWhole(ids)).filter(record => isPublicNotice(record, now));
      const units = await deps.organization.findUnits([...new Set(records.map(record => record.unitId))]);
      return records.map(record => toFindable(record, units.get(record.unitId)?.name ?? ''));
    },
    async *listIds() {
      for (let afterId = ''; ;) {
        const ids = await deps.notices.listIdsAfter(afterId, AT_ONCE);
        const last = ids.at(-1);
        if (last === undefined) return;
        yield ids;
        afterId = last;
      }
    },
    stillPublic: async ids => {
      const records = await deps.notices.findAll(ids);
      const now = deps.clock.now();
      return new Set(records.filter(record => isPublicNotice(record, now)).map(record => record._id));
    },
  };
}
