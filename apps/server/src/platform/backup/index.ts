import { resolve } from 'node:path';
import { usageError } from '../errors';
import type { Command } from '../module';
import type { Manifest } from './manifest';
import { restoreBackup } from './restore-backup';
import { writeBackup } from './write-backup';

export { isRestoreUnfinished } from './restore-backup';

function folderOf(args: readonly string[], name: string): string {
  const [folder, ...rest] = args;
  if (!folder || folder.startsWith('-') || rest.length > 0) throw usageError('要写一个文件夹', `${name} <文件夹>`);
  return resolve(folder);
}

const countOf = ({ collections }: Manifest): string =>
  `${collections.length} 个集合 ${collections.reduce((sum, part) => sum + part.documents, 0)} 条记录`;

export const backupCommands: readonly Command[] = [
  {
    name: 'backup',
    usage: 'backup <文件夹>',
    summary: '把数据库同一时刻的样子抄进一个新文件夹，服务可以照常运行',
    run: async (args, { platform, ...screen }) => {
      const { output } = screen;
      const folder = folderOf(args, 'backup');
      const manifest = await writeBackup(platform, folder, screen);
      output(`已备份 ${countOf(manifest)}：${folder}`);
      if (manifest.keyFile === null) output('密钥不在里面：TOKEN_KEY、FIELD_KEYS 和 INDEX_KEY 要另外保管');
      else output('这个 DATA_DIR 的 keys.json 也在里面：谁拿到这个文件夹，谁就能读到全部内容');
    },
  },
  {
    name: 'restore',
    usage: 'restore <文件夹>',
    summary: '核对整个备份以后，写进一个空数据库',
    run: async (args, { platform, ...screen }) => {
      const folder = folderOf(args, 'restore');
      const manifest = await restoreBackup(platform, folder, screen);
      screen.output(`已恢复 ${countOf(manifest)}，备份的时间是 ${manifest.madeAt}`);
    },
  },
];
