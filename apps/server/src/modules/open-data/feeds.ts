import district from '../../../../../config/district.json';
import { escapeHtml } from '../../http/html';
import type { PublishedNotice } from '../notices';
import { blocksToHtml, fileAddress } from './blocks-html';

export interface FeedFrame {
  /** Address of the feed itself, with its filters. */
  self: string;
  origin: string;
  notices: readonly PublishedNotice[];
}

const TITLE = `${district.name}政务公开`;
/** Before anything was published the feed is as old as the regulation it serves (2019-05-15). */
const NEVER = '2019-05-14T16:00:00.000Z';

export const noticeAddress = (origin: string, id: string): string =>
  `${origin}/m/#/subpackages/reading/notice/index?id=${encodeURIComponent(id)}`;

/** Control characters that XML 1.0 does not allow, gone; the rest escaped. */
const xml = (text: string): string =>
  escapeHtml(text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, ''));

/** What a feed says of a limited notice: its stub, and no word of its text. */
export function stubText({ summary }: PublishedNotice): string | null {
  const { limited } = summary;
  if (!limited) return null;
  const { group, postedAt, from, to, contact } = limited;
  return `这条信息向“${group}”公开。张贴在${postedAt}，${from} 至 ${to}。咨询：${contact}。`;
}

const htmlOf = (notice: PublishedNotice, origin: string): string => {
  const stub = stubText(notice);
  return stub === null ? blocksToHtml(notice.body, origin) : `<p>${escapeHtml(stub)}</p>`;
};

const updatedOf = (notices: readonly PublishedNotice[]): string =>
  notices.reduce(
    (latest, { updatedAt }) => (updatedAt.toISOString() > latest ? updatedAt.toISOString() : latest),
    NEVER,
  );

/** RFC 4287. */
export function atomFeed({ self, origin, notices }: FeedFrame): string {
  const entries = notices.map(notice => {
    const { id, title, unit, columns, publishedAt } = notice.summary;
    return [
      '<entry>',
      `<id>urn:uuid:${xml(id)}</id>`,
      `<title>${xml(title)}</title>`,
      `<link rel="alternate" type="text/html" href="${xml(noticeAddress(origin, id))}"/>`,
      `<published>${publishedAt}</published>`,
      `<updated>${notice.updatedAt.toISOString()}</updated>`,
      `<author><name>${xml(unit.name)}</name></author>`,
      ...columns.map(column => `<category term="${xml(column.id)}" label="${xml(column.name)}"/>`),
      ...notice.attachments.map(
        ({ id: fileId, name, type, size }) =>
          `<link rel="enclosure" href="${xml(fileAddress(origin, fileId))}" type="${xml(type)}" length="${size}" title="${xml(name)}"/>`,
      ),
      `<content type="html">${xml(htmlOf(notice, origin))}</content>`,
      '</entry>',
    ].join('\n');
  });
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">',
    `<id>${xml(self)}</id>`,
    `<title>${xml(TITLE)}</title>`,
    `<link rel="self" type="application/atom+xml" href="${xml(self)}"/>`,
    `<link rel="alternate" type="text/html" href="${xml(`${origin}/m/`)}"/>`,
    `<updated>${updatedOf(notices)}</updated>`,
    ...entries,
    '</feed>',
    '',
  ].join('\n');
}

/** JSON Feed 1.1. */
export function jsonFeed({ self, origin, notices }: FeedFrame): unknown {
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: TITLE,
    home_page_url: `${origin}/m/`,
    feed_url: self,
    language: 'zh-CN',
    items: notices.map(notice => {
      const { id, title, unit, columns, publishedAt } = notice.summary;
      return {
        id: `urn:uuid:${id}`,
        url: noticeAddress(origin, id),
        ...(notice.sourceUrl !== null && { external_url: notice.sourceUrl }),
        title,
        content_html: htmlOf(notice, origin),
        date_published: publishedAt,
        date_modified: notice.updatedAt.toISOString(),
        authors: [{ name: unit.name }],
        tags: columns.map(column => column.name),
        attachments: notice.attachments.map(file => ({
          url: fileAddress(origin, file.id),
          mime_type: file.type,
          title: file.name,
          size_in_bytes: file.size,
        })),
      };
    }),
  };
}
