import { randomUUID } from 'node:crypto';
import { picturesIn, scan } from '../shares/scan.fixtures';
import type { TestClient } from '../../../testing';

/** For tests: prints a pad and reads the codes back off its paper, as phones do. */
export async function printPad(
  street: TestClient,
  { areaId, count, id = randomUUID() }: { areaId: string; count: number; id?: string },
): Promise<{ id: string; pdf: Buffer; addresses: string[]; codes: string[] }> {
  const answer = await street.fetch('/api/v1/staff/grid/pads', {
    ...{ method: 'POST', headers: { 'content-type': 'application/json' } },
    body: JSON.stringify({ id, areaId, count }),
  });
  const pdf = Buffer.from(await answer.arrayBuffer());
  const addresses = await Promise.all(picturesIn(pdf).map(async ({ grey, ...raw }) => (await scan(grey, raw)) ?? ''));
  return { id, pdf, addresses, codes: addresses.map(address => address.split('?scene=')[1] ?? '') };
}
