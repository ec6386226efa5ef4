import type { Data, Host } from '../types';

const USER_DATA_PATH = 'wxfile://usr';
const TOTAL_LIMIT = 200 * 1024 * 1024;

/** The app's own files: wx.getFileSystemManager with the synchronous calls on texts under USER_DATA_PATH, and its 200 MB. */
export function fileApis(host: Host): Data {
  const { files } = host.storage;
  const fail = (name: string, message: string): never => {
    throw new Error(`${name}:fail ${message}`);
  };
  const must = (name: string, path: string) => files.get(path) ?? fail(name, `no such file or directory ${path}`);
  const inOwnFolder = (name: string, path: string) =>
    path.startsWith(`${USER_DATA_PATH}/`) || fail(name, `permission denied, open ${path}`);
  const size = () => [...files.values()].reduce((sum, content) => sum + Buffer.byteLength(content), 0);
  const manager: Data = {
    accessSync: (path: string) => void must('accessSync', path),
    mkdirSync: (path: string) => void inOwnFolder('mkdirSync', path),
    readFileSync: (path: string) => must('readFileSync', path),
    writeFileSync: (path: string, content: string) => {
      inOwnFolder('writeFileSync', path);
      if (size() + Buffer.byteLength(content) > TOTAL_LIMIT)
        fail('writeFileSync', 'the maximum size of the file storage limit is exceeded');
      files.set(path, content);
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
