import type { PublishedNotice, NoticesApi } from '../notices';
import { fileAddress } from './blocks-html';
import { noticeAddress, stubText } from './feeds';
import type { Table } from '../../platform/xlsx-stream';

export interface NoticeFilter {
  column?: string | undefined;
  unit?: string | undefined;
  area?: string | undefined;
}

const AT_ONCE = 100;
const HEAD = [
  '编号',
  '标题',
  '发布单位',
  '种类',
  '栏目',
  '文号',
  '索引号',
  '发布时间',
  '公开环节',
  '要点',
  '公示开始',
  '公示结束',
  '限定范围说明',
  '原文链接',
  '地址',
];

/** What is said of one notice as open data; of a limited one its stub. */
export function noticeFacts(notice: PublishedNotice, origin: string) {
  const { summary, sourceUrl } = notice;
  return {
    ...summary,
    sourceUrl,
    attachments: notice.attachments.map(({ id, ...file }) => ({ ...file, url: fileAddress(origin, id) })),
    url: noticeAddress(origin, summary.id),
    updatedAt: notice.updatedAt.toISOString(),
  };
}

function rowOf(notice: PublishedNotice, origin: string): string[] {
  const {
    id,
    title,
    unit,
    kind,
    columns,
    documentNumber,
    indexNumber,
    publishedAt,
    stage,
    keyPoints,
    posting,
    sourceUrl,
    url,
  } = noticeFacts(notice, origin);
  return [
    id,
    title,
    unit.name,
    kind,
    columns.map(column => column.name).join('；'),
    documentNumber ?? '',
    indexNumber ?? '',
    publishedAt,
    stage ?? '',
    keyPoints.join('；'),
    posting?.from ?? '',
    posting?.to ?? '',
    stubText(notice) ?? '',
    sourceUrl ?? '',
    url,
  ];
}

export function noticeTable(
  { listPublished }: Pick<NoticesApi, 'listPublished'>,
  { filter, origin }: { filter: NoticeFilter; origin: string },
): Table {
  async function* rows() {
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page = await listPublished({ ...filter, limit: AT_ONCE, ...(cursor && { cursor }) });
      for (const notice of page.items) yield rowOf(notice, origin);
      cursor = page.nextCursor;
    }
  }
  return { name: '公开信息', head: HEAD, rows: rows() };
}
