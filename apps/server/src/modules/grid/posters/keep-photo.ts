import { stat } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { limits } from '@bandeng/contracts/routes';
import type { RouteAnswer } from '@bandeng/contracts/types';
import type { OfficeActor } from '../../../http/actor';
import { startOfShanghaiDate } from '../../../platform/clock';
import { sha256 } from '../../../platform/crypto';
import { AppError } from '../../../platform/errors';
import type { GridDeps } from '../deps';
import { POSTERS } from './poster.repository';

/** Enough to read a poster by, and no more. */
const LONGEST_SIDE = 1_600;

/** The id of a record's photo: the same whenever it is sent. A UUID of version 8, as RFC 9562 has for ids of one's own making. */
function photoIdOf(recordId: string, at: number): string {
  const hex = sha256(`${POSTERS}|${recordId}|${at}`);
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}

/**
 * Keeps a photo of a poster, once: re-encoded small, with nothing of where and when it was taken, and itself by its day. The audit says
 * that there was one, not of which poster.
 */
export async function keepPhoto(
  deps: GridDeps,
  actor: OfficeActor,
  { id, at, request }: { id: string; at: number; request: IncomingMessage },
): Promise<RouteAnswer<'grid.photos.create'>> {
  const upload = await deps.files.receive(request);
  try {
    const poster = await deps.posters.find(id);
    if (poster?.staffId !== actor.staffId) throw new AppError('poster.not_found');
    const photoId = photoIdOf(id, at);
    if (!poster.photoIds.includes(photoId)) {
      if ((await stat(upload.path)).size > limits.photoBytes) throw new AppError('photo.too_large');
      const keptAt = startOfShanghaiDate(deps.clock.today());
      const place = { id: photoId, name: '海报照片.jpg', longestSide: LONGEST_SIDE, keptAt };
      if (!(await deps.files.keepPicture(actor, upload, place))) throw new AppError('photo.unreadable');
      await deps.transaction(async tx => {
        await deps.files.bindToRecord(actor, [photoId], { collection: POSTERS, id }, tx);
        await deps.posters.addPhoto(id, photoId, tx);
        await deps.audit.add(actor, 'poster.photographed', { collection: 'files', id: photoId }, tx);
      });
    }
    return { receivedAt: deps.clock.now().toISOString() };
  } finally {
    await upload.discard();
  }
}
