import Taro from '@tarojs/taro';
import type { Picture } from './pictures';

/**
 * Photos that wait for a network, each under a name. In WeChat they lie in a folder of one's own (200 MB, beside the 10 MB of storage);
 * in a browser in its database, for its keys hold 5 MB of text in all.
 */
interface PhotoShelf {
  /** False: the phone is full, nothing was kept. */
  put(name: string, picture: Picture): Promise<boolean>;
  find(name: string): Promise<Picture | undefined>;
  remove(name: string): Promise<void>;
  names(): Promise<string[]>;
}

const isDone = (work: () => void): boolean => {
  try {
    work();
    return true;
  } catch {
    return false;
  }
};

function shelfInFolder(): PhotoShelf {
  const files = Taro.getFileSystemManager();
  const folder = `${Taro.env.USER_DATA_PATH}/photos`;
  const pathOf = (name: string) => `${folder}/${name}.jpg`;
  isDone(() => files.mkdirSync(folder, true));
  return {
    put: async (name, { path }) => isDone(() => files.copyFileSync(path, pathOf(name))),
    find: async name =>
      isDone(() => files.accessSync(pathOf(name))) ? { path: pathOf(name), name: `${name}.jpg` } : undefined,
    remove: async name => void isDone(() => files.unlinkSync(pathOf(name))),
    names: async () => {
      let found: string[] = [];
      isDone(() => {
        found = files.readdirSync(folder);
      });
      return found.map(name => name.replace(/\.jpg$/, ''));
    },
  };
}

const STORE = 'photos';
/** Enough to read a poster by; the server keeps no more either. */
const LONGEST_SIDE = 1_600;
const QUALITY = 0.8;

const answerOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(new Error(request.error?.name ?? 'IDBRequest')));
  });

function shelfInDatabase(): PhotoShelf {
  let opened: Promise<IDBDatabase> | undefined;
  const open = (): Promise<IDBDatabase> => {
    const request = indexedDB.open('bandeng', 1);
    request.addEventListener('upgradeneeded', () => request.result.createObjectStore(STORE));
    return answerOf(request);
  };
  const store = async (mode: IDBTransactionMode) =>
    (await (opened ??= open())).transaction(STORE, mode).objectStore(STORE);
  return {
    put: async (name, { file }) => {
      if (!file) return false;
      try {
        const small = await shrink(file);
        await answerOf((await store('readwrite')).put(small, name));
        return true;
      } catch {
        return false;
      }
    },
    find: async name => {
      const file = (await answerOf((await store('readonly')).get(name))) as Blob | undefined;
      return file && { path: '', name: `${name}.jpg`, file };
    },
    remove: async name => void (await answerOf((await store('readwrite')).delete(name))),
    names: async () => (await answerOf((await store('readonly')).getAllKeys())).map(String),
  };
}

/** Drawn anew: small, and without what the camera wrote into it. What cannot be drawn here is left for the server to judge. */
async function shrink(file: Blob): Promise<Blob> {
  const picture = await createImageBitmap(file).catch(() => undefined);
  if (!picture) return file;
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise(resolve => canvas.toBlob(drawn => resolve(drawn ?? file), 'image/jpeg', QUALITY));
}

// Written out, so that each build has its own only.
export const keptPhotos: PhotoShelf = process.env.TARO_ENV === 'weapp' ? shelfInFolder() : shelfInDatabase();
