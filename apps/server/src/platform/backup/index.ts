import { resolve } from 'node:path';
import { CommandError } from '../errors';
import type { Command } from '../module';
import type { Manifest } from './manifest';
import { restoreBackup } from './restore-backup';
import { writeBackup } from './write-backup';

export { isRestoreUnfinished } from './restore-backup';

function folderOf(args: readonly string[], name: string): string {
  const [folder, ...rest] = args;
  if (!folder || folder.startsWith('-') || rest.length > 0) throw new CommandError(`Usage: ${name} <folder>`);
  return resolve(folder);
}

const countOf = ({ collections }: Manifest): string =>
  `${collections.reduce((sum, part) => sum + part.documents, 0)} records of ${collections.length} collections`;

export const backupCommands: readonly Command[] = [
  {
    name: 'backup',
    usage: 'backup <folder>',
    summary: 'copies the database as it stands at one moment into a new folder; the server may go on running',
    run: async (args, { platform, output }) => {
      const folder = folderOf(args, 'backup');
      const manifest = await writeBackup(platform, folder, { output });
      output(`backed up ${countOf(manifest)} to ${folder}`);
      if (manifest.keyFile === null)
        output('the keys are not in it: keep TOKEN_KEY, FIELD_KEYS and INDEX_KEY apart from it');
      else output('keys.json of this DATA_DIR is in it: whoever has the folder can read everything');
    },
  },
  {
    name: 'restore',
    usage: 'restore <folder>',
    summary: 'fills an empty database from a backup, after verifying all of it',
    run: async (args, { platform, output }) => {
      const folder = folderOf(args, 'restore');
      const manifest = await restoreBackup(platform, folder, { output });
      output(`restored ${countOf(manifest)}, as of ${manifest.madeAt}`);
    },
  },
];
