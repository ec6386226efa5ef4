import { ApiError, asApiError } from '@bandeng/contracts/api-error';
import { keptPhotos } from '@/lib/kept-photos';
import { sendPictureTo, type Picture } from '@/lib/pictures';
import { storedKeys } from '@/lib/storage';

/** `<record>.<place>`: whose it is and which of them. */
const photoName = (recordId: string, at: number) => `${recordId}.${at}`;
const recordOf = (photo: string) => photo.slice(0, photo.lastIndexOf('.'));
const placeOf = (photo: string) => photo.slice(photo.lastIndexOf('.') + 1);

/** Lays photos of a record beside it; their names, or undefined when the phone is full: then none of them lies there. */
export async function keepPhotos(recordId: string, pictures: readonly Picture[]): Promise<string[] | undefined> {
  const names = pictures.map((_, at) => photoName(recordId, at));
  for (const [at, picture] of pictures.entries()) {
    if (await keptPhotos.put(names[at]!, picture)) continue;
    await forgetPhotos(names);
    return undefined;
  }
  return names;
}

export async function forgetPhotos(photos: readonly string[]): Promise<void> {
  for (const photo of photos) await keptPhotos.remove(photo).catch(() => undefined);
}

/** What a form that was never finished left behind. */
export async function forgetLostPhotos(): Promise<void> {
  const records = new Set(storedKeys('outbox:').map(key => key.slice('outbox:'.length)));
  const names = await keptPhotos.names().catch(() => []);
  await forgetPhotos(names.filter(name => !records.has(recordOf(name))));
}

/** Sends one after its words. `refused`: the same again would be refused again, or it is gone from the phone. */
export async function sendPhoto(photo: string): Promise<'sent' | 'refused' | 'unsent'> {
  const picture = await keptPhotos.find(photo).catch(() => undefined);
  if (!picture) return 'refused';
  try {
    await sendPictureTo(picture, `/grid/records/${encodeURIComponent(recordOf(photo))}/photos/${placeOf(photo)}`);
    return 'sent';
  } catch (error) {
    const { status } = error instanceof ApiError ? error : asApiError(error);
    return status >= 400 && status < 500 && ![401, 403, 408, 429].includes(status) ? 'refused' : 'unsent';
  }
}
