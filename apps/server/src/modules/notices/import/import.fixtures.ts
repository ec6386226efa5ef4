import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { putDistrict } from '../../../fixtures/district';
import { startTestServer, type TestServer } from '../../../testing';
import { runCommand } from '../../catalog/catalog.fixtures';

/** What a district's old portal says of one notice. */
export const META = {
  标题: '关于公共租赁住房租金的通知',
  发布单位: '区住建局',
  栏目: '部门文件；通知公告',
  文号: '栖住建〔2019〕12号',
  索引号: '11330106/2019-0012',
  发布日期: '2019年5月15日',
  原文链接: 'https://www.qihe.example/art/2019/12.html',
};

/** For each test of the block around the call: a server with a district, and a folder to import from. */
export function setImport() {
  const stage = {} as { server: TestServer; folder: string };
  beforeEach(async () => {
    stage.server = await startTestServer();
    await putDistrict(stage.server);
    stage.folder = mkdtempSync(join(tmpdir(), 'bandeng-import-'));
  });
  afterEach(async () => {
    rmSync(stage.folder, { recursive: true, force: true });
    await stage.server.stop();
  });
  return {
    get server() {
      return stage.server;
    },
    get folder() {
      return stage.folder;
    },
    /** Writes a file of the folder and gives its path. */
    put(name: string, content: string | Buffer): string {
      const path = join(stage.folder, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
      return path;
    },
    run: (...args: string[]) => runCommand(stage.server, 'notices import', args),
    stored: () => stage.server.collection('notices').countDocuments(),
  };
}
