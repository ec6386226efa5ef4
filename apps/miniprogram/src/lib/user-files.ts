import Taro from '@tarojs/taro';
import { isWeapp } from './env';

/**
 * What is too large for storage keys lies in files of one's own: in WeChat under USER_DATA_PATH (200 MB, beside the 10 MB of storage,
 * which stays free for what was not sent yet); a browser has no such folder and keeps it among its keys.
 */
export interface UserFiles {
  read(name: string): string | undefined;
  has(name: string): boolean;
  /** False: the phone is full, and what lay there before still does. */
  write(name: string, text: string): boolean;
  remove(name: string): void;
  names(): string[];
}

const attempt = <T>(work: () => T): T | undefined => {
  try {
    return work();
  } catch {
    return undefined;
  }
};

/** A folder of WeChat's. A file is written whole under another name first: killed in between, the one of before is still there. */
export function filesInFolder(): UserFiles {
  const files = Taro.getFileSystemManager();
  const folder = `${Taro.env.USER_DATA_PATH}/walk`;
  const pathOf = (name: string) => `${folder}/${name}`;
  const comingOf = (name: string) => `${folder}/${name}.new`;
  const read = (path: string) => attempt(() => files.readFileSync(path, 'utf8') as string);
  const exists = (path: string) =>
    attempt(() => {
      files.accessSync(path);
      return true;
    }) === true;
  attempt(() => files.mkdirSync(folder, true));
  return {
    read: name => read(pathOf(name)) ?? read(comingOf(name)),
    has: name => exists(pathOf(name)) || exists(comingOf(name)),
    write: (name, text) =>
      attempt(() => {
        files.writeFileSync(comingOf(name), text, 'utf8');
        attempt(() => files.unlinkSync(pathOf(name)));
        files.renameSync(comingOf(name), pathOf(name));
        return true;
      }) === true,
    remove: name => {
      attempt(() => files.unlinkSync(pathOf(name)));
      attempt(() => files.unlinkSync(comingOf(name)));
    },
    names: () => [...new Set((attempt(() => files.readdirSync(folder)) ?? []).map(name => name.replace(/\.new$/, '')))],
  };
}

const PREFIX = 'bd:walk:';

/** Among the browser's keys. */
export function filesInKeys(): UserFiles {
  const read = (name: string) => attempt(() => Taro.getStorageSync<string>(PREFIX + name)) || undefined;
  const keys = () => attempt(() => Taro.getStorageInfoSync().keys) ?? [];
  return {
    read,
    has: name => keys().includes(PREFIX + name),
    write: (name, text) =>
      attempt(() => {
        Taro.setStorageSync(PREFIX + name, text);
        return true;
      }) === true,
    remove: name => void attempt(() => Taro.removeStorageSync(PREFIX + name)),
    names: () =>
      keys()
        .filter(key => key.startsWith(PREFIX))
        .map(key => key.slice(PREFIX.length)),
  };
}

export const userFiles: UserFiles = isWeapp ? filesInFolder() : filesInKeys();
