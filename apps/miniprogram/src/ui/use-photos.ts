import { useState } from 'react';
import { asApiError } from '@bandeng/contracts/api-error';
import { limits } from '@bandeng/contracts/routes';
import { choosePictures, sendPicture, type Picture } from '@/lib/pictures';
import type { UploadItem } from './uploader';

interface Photo extends UploadItem {
  picture: Picture;
  id?: string;
}

export type Photos = ReturnType<typeof usePhotos>;

/** Pictures that go with a form: sent as soon as they are chosen, each says whether it is there. */
export function usePhotos(most: number) {
  const [photos, setPhotos] = useState<readonly Photo[]>([]);
  const set = (path: string, part: Partial<Photo>) =>
    setPhotos(known => known.map(photo => (photo.path === path ? { ...photo, ...part } : photo)));

  const send = async (picture: Picture) => {
    set(picture.path, { state: 'sending' });
    try {
      set(picture.path, { id: await sendPicture(picture), state: 'sent' });
    } catch (error) {
      const { kind, status, title } = asApiError(error);
      // The picture itself is at fault: the same again would be refused again.
      const isRefused = kind === 'problem' && [400, 413, 415, 422].includes(status);
      set(picture.path, { state: isRefused ? 'refused' : 'failed', reason: isRefused ? `${title}，换一张` : title });
    }
  };
  const add = async () => {
    const chosen = await choosePictures(most - photos.length);
    const begun = chosen.map(beginOf);
    setPhotos(known => [...known, ...begun]);
    for (const { picture, state } of begun) if (state === 'sending') await send(picture);
  };
  return {
    items: photos,
    ids: photos.flatMap(({ id }) => id ?? []),
    /** Why one cannot go on yet. */
    waitsFor: waitsFor(photos),
    add,
    remove: (path: string) => setPhotos(known => known.filter(photo => photo.path !== path)),
    retry: (path: string) => {
      const photo = photos.find(one => one.path === path);
      if (photo) void send(photo.picture);
    },
  };
}

/** What can be told before it is sent: in a browser one may choose anything. */
function beginOf(picture: Picture): Photo {
  const { path, name, file } = picture;
  const isImage = file === undefined || file.type.startsWith('image/');
  const reason = !isImage ? '这不是照片，换一张' : (file?.size ?? 0) > limits.fileBytes ? TOO_LARGE : undefined;
  return { picture, path, name, isImage: !reason, ...(reason ? { state: 'refused', reason } : { state: 'sending' }) };
}
const TOO_LARGE = `超过 ${limits.fileBytes / 1_048_576} MB，换一张小的`;

function waitsFor(photos: readonly Photo[]): string | undefined {
  if (photos.some(({ state }) => state === 'sending')) return '照片还在传';
  return photos.every(({ state }) => state === 'sent') ? undefined : '有照片没传上，再传或者拿掉';
}
