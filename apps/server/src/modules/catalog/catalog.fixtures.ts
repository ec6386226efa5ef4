import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportResult } from '@bandeng/contracts/types';
import type { TestClient, TestServer } from '../../testing';
import { repositoryRoot } from '../../platform/root';

/** For tests: the sample of the national layout, 17 entries in 4 domains. */
export const sampleBytes = (): Buffer =>
  readFileSync(join(repositoryRoot(), 'apps/server/src/modules/catalog/fixtures/catalog-sample.xlsx'));

/** For tests: uploads a workbook as staff do. */
export async function upload(
  client: TestClient,
  bytes: Buffer,
  query: Record<string, string> = {},
): Promise<{ status: number; code?: string; result: ImportResult }> {
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(bytes)]), 'catalog.xlsx');
  const search = new URLSearchParams(query).toString();
  const answer = await client.fetch(`/api/v1/staff/catalog/imports?${search}`, { method: 'POST', body: form });
  const body = (await answer.json()) as ImportResult & { code?: string };
  return { status: answer.status, ...(body.code !== undefined && { code: body.code }), result: body };
}

/** For tests: runs a command as the terminal does; gives its lines, and its sentence when it refuses. */
export async function runCommand(
  server: TestServer,
  name: string,
  args: readonly string[],
): Promise<{ lines: string[]; refused: string | null }> {
  const command = server.deps.commands.find(one => one.name === name);
  if (!command) throw new Error(`there is no command ${name}`);
  const lines: string[] = [];
  try {
    await command.run(args, { platform: server.deps.platform, output: line => lines.push(line) });
    return { lines, refused: null };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { lines, refused: error.message };
  }
}

/** For tests: units that the mapping table finds. */
export async function putUnits(server: TestServer): Promise<void> {
  const unit = (_id: string, name: string, shortName: string, kind: 'department' | 'street') => ({
    _id,
    name,
    shortName,
    kind,
    areaId: null,
    phone: null,
    address: null,
    officeHours: null,
    takesRequests: true,
  });
  await server.deps.modules.organization.api.put({
    units: [
      unit('housing', '栖河区住房和城乡建设局', '区住建局', 'department'),
      unit('liuying-street', '栖河区柳营街道办事处', '柳营街道', 'street'),
      unit('hedu-street', '栖河区禾渡街道办事处', '禾渡街道', 'street'),
    ],
  });
}

/** For tests: empties what the catalog, the audit and the outbox hold; by id, as reading a whole collection is a fault. */
export async function forgetCatalog(server: TestServer): Promise<void> {
  for (const name of ['catalogEntries', 'catalogEditions', 'catalogDomains', 'auditEntries', 'outbox']) {
    await server.deps.platform.database.collection<{ _id: string }>(name).deleteMany({ _id: { $gte: '' } });
  }
}

export const HOUSING = 'affordable-housing';

/** For tests: the sample, in force. */
export async function putInForce(server: TestServer) {
  const office = await server.asStaff('office');
  const { result } = await upload(office, sampleBytes());
  const id = result.editionId!;
  await office.call('staff.editions.freeze', { params: { id }, body: { number: '2026-1' } });
  return { office, editionId: id };
}

/** For tests: the entry in force of this name. */
export async function entryNamed(server: TestServer, name: string) {
  const { items } = await server.anonymous.call('entries.list', { query: { limit: 100 } });
  return items.find(entry => entry.name === name)!;
}
