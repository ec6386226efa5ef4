import { routes } from '@bandeng/contracts/routes';
import { schemas } from '@bandeng/contracts/schemas';
import type { OfficeActor } from '../../http/actor';
import { assertAdmitted } from '../../http/auth';
import { fileHeaders, XLSX_TYPE } from '../../http/download';
import { parse } from '../../http/guard';
import { defineHandlers, type Handlers } from '../../http/handlers';
import { sendStream } from '../../http/send-stream';
import { AppError } from '../../platform/errors';
import type { ServerModule } from '../../platform/module';
import type { Platform } from '../../platform/platform';
import type { Audit } from '../audit';
import type { Organization } from '../organization';
import type { ListRoute, Say, Sheet } from './sheet';
import { SHEETS } from './sheets';

/** More than a person works through; a spreadsheet opens it at once. */
const MOST_ROWS = 20_000;
/** Rows of one page: more than one looks at, few enough to be held. */
const AT_ONCE = 500;
const CUT = `只导出了前 ${MOST_ROWS} 行，后面还有；请缩小筛选的范围分几次导出。`;

interface Others {
  audit: Audit;
  organization: Organization;
  /** The lists as they are answered to this actor; asked late, because every module has its own. */
  handlers: () => Handlers;
}

interface Page {
  items: never[];
  nextCursor: string | null;
}
type ReadList = (input: unknown) => Promise<Page>;

/**
 * Lists of the console as tables. A table is read through the handler of its list, page by page, as who asks: nobody takes along more
 * than the list shows, and what it masks stays masked.
 */
export function createTablesModule(platform: Pick<Platform, 'transaction'>, { audit, organization, handlers }: Others) {
  async function* rowsOf(sheet: Sheet<ListRoute>, first: Page, read: (cursor: string) => Promise<Page>) {
    const names = new Map((await organization.listAllUnits()).map(({ _id, name }) => [_id, name]));
    const say: Say = { unit: id => names.get(id) ?? id };
    const cells = Object.values(sheet.columns);
    let count = 0;
    for (let page = first; ;) {
      for (const item of page.items) {
        if (count === MOST_ROWS) return void (yield [CUT]);
        yield cells.map(cell => cell(item, say));
        count += 1;
      }
      if (page.nextCursor === null) return;
      page = await read(page.nextCursor);
    }
  }

  return {
    handlers: defineHandlers({
      'staff.tables.get': async ({ params, query, actor, ctx }) => {
        const sheet = SHEETS[params.list];
        assertAdmitted(actor, routes[sheet.route].who);
        const { of, ...filters } = query;
        const readList = handlers()[sheet.route] as ReadList | undefined;
        if (!readList) throw new AppError('route.not_found');
        const read = (cursor?: string) => readList({ ...inputOf(sheet, { of, filters, cursor }), actor, ctx });
        // Whoever may not read it is refused before anything is sent.
        const first = await read();
        await noteExport(actor, params.list, of === undefined ? Object.keys(filters) : ['of', ...Object.keys(filters)]);
        const { xlsxStream } = await import('../../platform/xlsx-stream');
        fileHeaders(ctx, { name: `${sheet.name}.xlsx`, type: XLSX_TYPE });
        const table = { name: sheet.name, head: Object.keys(sheet.columns), rows: rowsOf(sheet, first, read) };
        await sendStream(ctx, xlsxStream(table));
      },
    }),
  } satisfies ServerModule;

  /** Which list, and by what it was filtered; never by which name or number. */
  async function noteExport(actor: OfficeActor, list: string, fields: string[]): Promise<void> {
    await platform.transaction(tx =>
      audit.add(actor, 'table.exported', { collection: 'tables', id: list, fields }, tx),
    );
  }
}

/** What the list would be asked, checked as it checks it. */
function inputOf(
  { route, ask = {} }: Sheet<ListRoute>,
  { of, filters, cursor }: { of: string | undefined; filters: Record<string, string>; cursor: string | undefined },
) {
  const { params, query } = schemas[route] as {
    params?: Parameters<typeof parse>[0];
    query: Parameters<typeof parse>[0];
  };
  const asked = { ...filters, ...ask, ...(cursor !== undefined && { cursor }) };
  // What a list counts for every page anew is counted seldom.
  return { params: params && parse(params, { id: of }), query: { ...(parse(query, asked) as object), limit: AT_ONCE } };
}
