import type { RouteInput } from '@bandeng/contracts/types';
import type { Context } from 'koa';
import type { OfficeActor } from '../../../http/actor';
import { originOf } from '../../../http/origin';
import { PDF_TYPE, sendDownload } from '../../../http/download';
import { AppError } from '../../../platform/errors';
import type { GridDeps } from '../deps';
import { makeShare } from './make-share';
import type { Poster } from './poster-pages';
import type { ShareChannel } from './share.repository';

type Item = RouteInput<'grid.shares.create'>['body']['item'];

/** Points across the code WeChat draws: sharp at the size of a hand. */
const CODE_WIDTH = 1280;

export async function sendPicture(
  deps: GridDeps,
  actor: OfficeActor,
  ctx: Context,
  { item, areaId, channel }: { item: Item; areaId: string; channel: ShareChannel },
): Promise<void> {
  const [poster] = await postersOf(deps, actor, ctx, { item, areaIds: [areaId], channel });
  // Most servers start and stop without drawing one.
  const { drawsChinese, posterPng } = await import('./poster-pages');
  if (!(await drawsChinese())) throw new AppError('poster.no_font');
  if (poster) sendDownload(ctx, await posterPng(poster), { name: `${poster.title}.png`, type: 'image/png' });
}

export async function sendSheets(
  deps: GridDeps,
  actor: OfficeActor,
  ctx: Context,
  { item, areaIds, channel }: { item: Item; areaIds: readonly string[]; channel: ShareChannel },
): Promise<void> {
  const posters = await postersOf(deps, actor, ctx, { item, areaIds, channel });
  const { postersPdf } = await import('./poster-pages');
  sendDownload(ctx, await postersPdf(posters), { name: `${posters[0]?.title}.pdf`, type: PDF_TYPE });
}

/** What the sheets say, each with the code of its area. */
async function postersOf(
  deps: GridDeps,
  actor: OfficeActor,
  ctx: Context,
  { item, areaIds, channel }: { item: Item; areaIds: readonly string[]; channel: ShareChannel },
): Promise<Poster[]> {
  const { kind, id } = item;
  const found = await (kind === 'notice' ? deps.notices : deps.consultations).findForPoster(id);
  if (!found) throw new AppError(kind === 'notice' ? 'notice.not_found' : 'consultation.not_found');
  const areas = await deps.organization.findAreas(areaIds);
  const posters: Poster[] = [];
  for (const areaId of new Set(areaIds)) {
    const share = await makeShare(deps, actor, { item, areaId, channel });
    const code = await drawCode(deps, ctx, share);
    posters.push({ ...found, areaName: areas.get(areaId)?.name ?? '', code });
  }
  return posters;
}

/** The code of a scene: the mini-program's where there is one, else of the address on the H5. */
export async function drawCode(
  { drawMiniProgramCode, config }: GridDeps,
  ctx: Context,
  { code, page, path }: { code: string; page: string; path: string },
): Promise<Buffer> {
  if (drawMiniProgramCode)
    return drawMiniProgramCode({ scene: code, page, width: CODE_WIDTH }).catch((cause: unknown) => {
      throw new AppError('wechat.unavailable', { cause });
    });
  const { addressCode } = await import('./code-picture');
  return addressCode(`${config.publicOrigin ?? originOf(ctx, config.trustedProxies)}${path}`);
}
