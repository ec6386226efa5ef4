import type { Data, Host } from '../types';

const USER_DATA_PATH = 'wxfile://usr';
const TOTAL_LIMIT = 200 * 1024 * 1024;

/**
 * The app's own files: wx.getFileSystemManager with the synchronous calls under USER_DATA_PATH, and its 200 MB. What is copied there
 * from a picker lies a character a byte.
 */
export function fileApis(host: Host): Data {
  const { files } = host.storage;
  const fail = (name: string, message: string): never => {
    throw new Error(`${name}:fail ${message}`);
  };
  const must = (name: string, path: string) => files.get(path) ?? fail(name, `no such file or directory ${path}`);
  const inOwnFolder = (name: string, path: string) =>
    path.startsWith(`${USER_DATA_PATH}/`) || fail(name, `permission denied, open ${path}`);
  const size = () => [...files.values()].reduce((sum, content) => sum + Buffer.byteLength(content), 0);
  const put = (name: string, path: string, content: string) => {
    inOwnFolder(name, path);
    if (size() + Buffer.byteLength(content) > TOTAL_LIMIT)
      fail(name, 'the maximum size of the file storage limit is exceeded');
    files.set(path, content);
  };
  const manager: Data = {
    accessSync: (path: string) => void must('accessSync', path),
    mkdirSync: (path: string) => void inOwnFolder('mkdirSync', path),
    readFileSync: (path: string) => must('readFileSync', path),
    writeFileSync: (path: string, content: string) => put('writeFileSync', path, content),
    copyFileSync: (from: string, to: string) => {
      const picked = host.files.find(({ path }) => path === from)?.bytes;
      put('copyFileSync', to, picked ? Buffer.from(picked).toString('latin1') : must('copyFileSync', from));
    },
    renameSync: (from: string, to: string) => {
      const content = must('renameSync', from);
      if (files.has(to)) fail('renameSync', `file already exists ${to}`);
      files.delete(from);
      files.set(to, content);
    },
    unlinkSync: (path: string) => {
      must('unlinkSync', path);
      files.delete(path);
    },
    readdirSync: (folder: string) =>
      host.sandbox.revive(
        [...files.keys()].filter(path => path.startsWith(`${folder}/`)).map(path => path.slice(folder.length + 1)),
      ),
  };
  return { env: host.sandbox.revive({ USER_DATA_PATH }), getFileSystemManager: () => manager };
}
