import Taro from '@tarojs/taro';
import { limitStorage, resetTaro } from '../../test/taro';
import { filesInFolder, filesInKeys } from './user-files';

/** WeChat's folder, in memory. A kill is a call that throws and everything after it that never happens. */
function fakeFolder() {
  const files = new Map<string, string>();
  let left = Infinity;
  const step = () => {
    if (left === 0) throw new Error('killed');
    left -= 1;
  };
  const must = (path: string) => {
    const text = files.get(path);
    if (text === undefined) throw new Error('no such file');
    return text;
  };
  const manager = {
    mkdirSync: () => undefined,
    accessSync: (path: string) => void must(path),
    readFileSync: (path: string) => must(path),
    readdirSync: (folder: string) => [...files.keys()].map(path => path.replace(`${folder}/`, '')),
    writeFileSync: (path: string, text: string) => {
      step();
      files.set(path, text);
    },
    unlinkSync: (path: string) => {
      step();
      must(path);
      files.delete(path);
    },
    renameSync: (from: string, to: string) => {
      step();
      if (files.has(to)) throw new Error('file already exists');
      files.set(to, must(from));
      files.delete(from);
    },
  };
  return { manager, killAfter: (steps: number) => (left = steps) };
}

const ways = { weapp: filesInFolder, h5: filesInKeys };

describe.each(['weapp', 'h5'] as const)('files of one’s own on %s', platform => {
  let folder: ReturnType<typeof fakeFolder>;
  beforeEach(() => {
    resetTaro();
    folder = fakeFolder();
    Object.assign(Taro, { getFileSystemManager: () => folder.manager, env: { USER_DATA_PATH: 'wxfile://usr' } });
  });

  test('written, written over, removed -> the last text, listed by its name, gone', () => {
    const files = ways[platform]();
    expect([files.write('pack', '一'), files.write('pack', '二'), files.write('notice-1', '通知')]).toEqual([
      true,
      true,
      true,
    ]);
    expect([ways[platform]().read('pack'), files.has('pack'), files.has('notice-2')]).toEqual(['二', true, false]);
    expect(files.names().sort()).toEqual(['notice-1', 'pack']);
    files.remove('pack');
    expect([files.read('pack'), files.names()]).toEqual([undefined, ['notice-1']]);
  });

  test('the phone is full -> refused, and what lay there still does', () => {
    const files = ways[platform]();
    files.write('pack', '一');
    limitStorage(1);
    folder.killAfter(0);
    expect(files.write('pack', '放不下的')).toBe(false);
    expect(files.read('pack')).toBe('一');
  });
});

test('files in WeChat, killed after any step of writing -> the text of before or the new one, never half, never none', () => {
  for (const steps of [0, 1, 2, 3]) {
    const folder = fakeFolder();
    Object.assign(Taro, { getFileSystemManager: () => folder.manager });
    const files = filesInFolder();
    files.write('pack', '以前的');
    folder.killAfter(steps);
    files.write('pack', '新的');
    expect(filesInFolder().read('pack')).toBe(steps < 2 ? '以前的' : '新的');
  }
});
