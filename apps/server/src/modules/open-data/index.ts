import { schemas } from '@bandeng/contracts/schemas';
import type { Context } from 'koa';
import type { z } from 'zod';
import { sendBytes, sendJson } from '../../http/etag';
import { parseQuery } from '../../http/guard';
import type { RawRoute } from '../../http/handlers';
import { originOf } from '../../http/origin';
import { sendStream } from '../../http/send-stream';
import type { ServerModule } from '../../platform/module';
import type { Platform } from '../../platform/platform';
import type { Catalog } from '../catalog';
import type { NoticesApi } from '../notices';
import { catalogPage, catalogTable } from './catalog-table';
import { atomFeed, jsonFeed, type FeedFrame } from './feeds';
import { noticeFacts, noticeTable } from './notice-table';
import type { Table } from '../../platform/xlsx-stream';
import { csvStream } from './tables';

interface OpenDataPorts {
  notices: Pick<NoticesApi, 'listPublished'>;
  catalog: Pick<Catalog, 'domainNames' | 'listInForceOfDomain' | 'fieldText'>;
}

const FEED_LENGTH = 50;
const CATALOG_LIST = 'openData.catalog';
const FeedQuery = schemas['notices.list'].query.pick({ column: true, unit: true, area: true });
const NoticesQuery = schemas['notices.list'].query.pick({
  column: true,
  unit: true,
  area: true,
  limit: true,
  cursor: true,
});
const TableQuery = schemas['entries.list'].query.pick({ domain: true });
const CatalogQuery = schemas['entries.list'].query.pick({ domain: true, limit: true, cursor: true });

/** Feeds and open data: what is public, for other people's programs. Nothing is given here that the lists would not give. */
export function createOpenDataModule({ config, cursors }: Pick<Platform, 'config' | 'cursors'>, ports: OpenDataPorts) {
  const baseOf = (ctx: Context) => config.publicOrigin ?? originOf(ctx, config.trustedProxies);

  async function readFeed(ctx: Context): Promise<FeedFrame> {
    const filter = parseQuery(FeedQuery, ctx);
    const { items } = await ports.notices.listPublished({ ...filter, limit: FEED_LENGTH });
    const search = new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== undefined)).toString();
    const origin = baseOf(ctx);
    return { self: `${origin}${ctx.path}${search && `?${search}`}`, origin, notices: items };
  }

  const noticesTable = (ctx: Context) =>
    noticeTable(ports.notices, { filter: parseQuery(FeedQuery, ctx), origin: baseOf(ctx) });
  const entriesTable = (ctx: Context) => catalogTable(ports.catalog, parseQuery(TableQuery, ctx).domain);

  async function noticesJson(ctx: Context): Promise<void> {
    const { items, nextCursor } = await ports.notices.listPublished(parseQuery(NoticesQuery, ctx));
    sendJson(ctx, { items: items.map(notice => noticeFacts(notice, baseOf(ctx))), nextCursor }, true);
  }

  async function catalogJson(ctx: Context): Promise<void> {
    const { domain, limit, cursor }: z.output<typeof CatalogQuery> = parseQuery(CatalogQuery, ctx);
    const [domainId, entryId] = cursor === undefined ? [] : cursors.decode(CATALOG_LIST, cursor);
    const after = domainId === undefined ? undefined : { domainId: String(domainId), entryId: String(entryId) };
    const { items, last } = await catalogPage(ports.catalog, { domain, limit, after });
    const nextCursor = last && cursors.encode(CATALOG_LIST, [last.entry.domainId, last.entry.entryId]);
    sendJson(ctx, { items, nextCursor }, true);
  }

  const rawRoutes: RawRoute[] = [
    route('/feeds/notices.atom', async ctx => {
      const feed = await readFeed(ctx);
      ctx.type = 'application/atom+xml; charset=utf-8';
      sendBytes(ctx, Buffer.from(atomFeed(feed)), true);
    }),
    route('/feeds/notices.json', async ctx => {
      const feed = await readFeed(ctx);
      ctx.type = 'application/feed+json; charset=utf-8';
      sendBytes(ctx, Buffer.from(JSON.stringify(jsonFeed(feed))), true);
    }),
    route('/open-data/notices.json', noticesJson),
    route('/open-data/notices.csv', ctx => sendCsv(ctx, noticesTable(ctx))),
    route('/open-data/notices.xlsx', ctx => sendXlsx(ctx, noticesTable(ctx))),
    route('/open-data/catalog.json', catalogJson),
    route('/open-data/catalog.csv', ctx => sendCsv(ctx, entriesTable(ctx))),
    route('/open-data/catalog.xlsx', ctx => sendXlsx(ctx, entriesTable(ctx))),
  ];
  return { rawRoutes } satisfies ServerModule;
}

const route = (path: string, handle: RawRoute['handle']): RawRoute => ({ method: 'GET', path, limit: 'read', handle });

/** Sent as it is read, so without an ETag. */
function prepare(ctx: Context, name: string, extension: string): void {
  ctx.set('Cache-Control', 'public, max-age=0, must-revalidate');
  const fileName = encodeURIComponent(`${name}.${extension}`);
  ctx.set('Content-Disposition', `attachment; filename="open-data.${extension}"; filename*=UTF-8''${fileName}`);
}

function sendCsv(ctx: Context, table: Table): Promise<void> {
  prepare(ctx, table.name, 'csv');
  ctx.type = 'text/csv; charset=utf-8';
  return sendStream(ctx, csvStream(table));
}

/** exceljs is read with the first file that is asked for, see catalog/sheets/write-workbook.ts. */
async function sendXlsx(ctx: Context, table: Table): Promise<void> {
  const { xlsxStream } = await import('../../platform/xlsx-stream');
  prepare(ctx, table.name, 'xlsx');
  ctx.type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return sendStream(ctx, xlsxStream(table));
}
