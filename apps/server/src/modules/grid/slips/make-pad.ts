import type { RouteInput } from '@bandeng/contracts/types';
import { slipScene, withCheckDigit } from '@bandeng/rules';
import type { Context } from 'koa';
import config from '../../../../../../config/grid.json';
import type { OfficeActor } from '../../../http/actor';
import { PDF_TYPE, sendDownload } from '../../../http/download';
import { sha256 } from '../../../platform/crypto';
import { AppError } from '../../../platform/errors';
import { isDuplicateKey } from '../../../platform/transaction';
import type { GridDeps } from '../deps';
import { ownArea, SENDERS } from '../grid.policy';
import { contactIn } from '../shares/open-share';
import { drawCode } from '../shares/send-poster';
import type { PrintedSlip } from './pad-pages';
import { PADS, type SlipRecord } from './slip.repository';

const RANDOM_DIGITS = 7;
const SECRET_LETTERS = 20;
/** Where a slip leads, in the mini-program and, with `?scene=`, on the H5. */
const SLIP_PAGE = 'subpackages/reading/slip/index';
/** WeChat draws a code in a fifth of a second; more at once it refuses. */
const DRAWN_AT_ONCE = 10;

/**
 * Prints a pad of slips and keeps the hashes of their codes, in this order: a pad that could not be drawn leaves nothing behind. It is
 * given out this once, for its codes are kept nowhere.
 */
export async function makePad(
  deps: GridDeps,
  actor: OfficeActor,
  ctx: Context,
  { id, areaId, count }: RouteInput<'staff.grid.pads.create'>['body'],
): Promise<void> {
  const area = await ownArea(deps, actor, { areaId, roles: SENDERS });
  if (await deps.slips.findPad(id)) throw new AppError('pad.printed');
  const scenes = (await freeNumbers(deps, count)).map(number => slipScene(number, deps.ids.letters(SECRET_LETTERS)));
  const printed: PrintedSlip[] = [];
  for (let at = 0; at < scenes.length; at += DRAWN_AT_ONCE)
    printed.push(...(await Promise.all(scenes.slice(at, at + DRAWN_AT_ONCE).map(scene => drawSlip(deps, ctx, scene)))));
  // Most servers start and stop without printing one.
  const { padPdf } = await import('./pad-pages');
  const contact = await contactIn(deps, area.lineage);
  const pdf = await padPdf(printed, { areaName: area.name, contact, days: config.slipDays });

  const place = { areaId: area._id, lineage: area.lineage };
  const pad = { _id: id, ...place, madeAt: deps.clock.now(), madeBy: actor.staffId, voidedAt: null };
  const slips = scenes.map((scene): SlipRecord => ({
    ...{ _id: numberOf(scene), padId: id, ...place, codeHash: sha256(scene), kind: null, recordId: null },
    ...{ lastFour: null, boundAt: null, expiresAt: null, claimedAt: null, claimedBy: null, voidedAt: null },
    ...{ wrongTries: 0, lockedUntil: null },
  }));
  try {
    await deps.transaction(async tx => {
      await deps.slips.insertPad(pad, slips, tx);
      await deps.audit.add(actor, 'pad.printed', { collection: PADS, id, fields: [`slips:${count}`] }, tx);
    });
  } catch (cause) {
    // The same tap twice, or (once in thousands of pads made at the same moment) one number drawn by both.
    if (isDuplicateKey(cause)) throw new AppError('pad.printed', { cause });
    throw cause;
  }
  sendDownload(ctx, pdf, { name: `便条 ${area.name}.pdf`, type: PDF_TYPE });
}

const numberOf = (scene: string): string => scene.slice(0, RANDOM_DIGITS + 1);

async function drawSlip(deps: GridDeps, ctx: Context, scene: string): Promise<PrintedSlip> {
  const path = `/m/#/${SLIP_PAGE}?scene=${scene}`;
  return { number: numberOf(scene), code: await drawCode(deps, ctx, { code: scene, page: SLIP_PAGE, path }) };
}

/** Random, so that a number typed wrong twice over hardly ever is another slip. */
async function freeNumbers({ ids, slips }: GridDeps, count: number): Promise<string[]> {
  const numbers = new Set<string>();
  while (numbers.size < count) {
    const drawn = Array.from({ length: count - numbers.size }, () => withCheckDigit(ids.digits(RANDOM_DIGITS)));
    const taken = await slips.findTaken(drawn);
    for (const number of drawn) if (!taken.has(number)) numbers.add(number);
  }
  return [...numbers];
}
