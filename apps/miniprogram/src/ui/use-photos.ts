import { useState } from 'react';
import { asApiError } from '@bandeng/contracts/api-error';
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
      set(picture.path, { state: 'failed', reason: `${asApiError(error).title}，点这里再传` });
    }
  };
  const add = async () => {
    const chosen = await choosePictures(most - photos.length);
    const begun = chosen.map((picture): Photo => ({
      picture,
      path: picture.path,
      name: picture.name,
      isImage: true,
      state: 'sending',
    }));
    setPhotos(known => [...known, ...begun]);
    for (const picture of chosen) await send(picture);
  };
  return {
    items: photos,
    ids: photos.flatMap(({ id }) => id ?? []),
    isSending: photos.some(({ state }) => state === 'sending'),
    add,
    remove: (path: string) => setPhotos(known => known.filter(photo => photo.path !== path)),
    retry: (path: string) => {
      const photo = photos.find(one => one.path === path);
      if (photo) void send(photo.picture);
    },
  };
}
