import { useState } from 'react';
import { limits } from '@bandeng/contracts/routes';
import { choosePictures, type Picture } from '@/lib/pictures';
import type { UploadItem } from '@/ui/uploader';

const beginOf = ({ path, file }: Picture, at: number): UploadItem => {
  const isImage = file === undefined || file.type.startsWith('image/');
  const name = `照片 ${at + 1}`;
  return { path, name, isImage, ...(isImage ? { state: 'kept' } : { state: 'refused', reason: '这不是照片，换一张' }) };
};

/** Photos of a poster while its form is open; they are kept and sent with its record. */
export function usePosterPhotos() {
  const [pictures, setPictures] = useState<readonly Picture[]>([]);
  const items = pictures.map(beginOf);
  return {
    items,
    pictures: pictures.filter((_, at) => items[at]?.state === 'kept'),
    add: async () => {
      const chosen = await choosePictures(limits.photosPerPoster - pictures.length);
      setPictures(known => [...known, ...chosen]);
    },
    remove: (path: string) => setPictures(known => known.filter(picture => picture.path !== path)),
  };
}
