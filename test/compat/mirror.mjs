/** Other people's tests come from local git mirrors at run time; nothing of them is kept in this repository. */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { inRoot } from '../../scripts/lib/root.mjs';
import { PlainError } from '../../scripts/lib/terminal.mjs';

/**
 * Unpacks the newest state of a mirror into .cache/compat, once for each commit.
 * @param {string} name owner and repository, as the folder is called: MIRROR_DIR/<name>/repo is a git directory
 * @param {string[]} parts folders to unpack; all when empty
 * @returns {{ commit: string, folder: string }}
 */
export function checkout(name, parts) {
  const mirrors = process.env.MIRROR_DIR;
  const [owner, repository] = name.split('+');
  if (!mirrors)
    throw new PlainError(
      `MIRROR_DIR is not set: the folder that holds ${name}/repo, a git mirror (git clone --mirror) of ${owner}/${repository} on GitHub.`,
    );
  const gitDir = path.join(mirrors, name, 'repo');
  if (!fs.existsSync(gitDir))
    throw new PlainError(
      `${gitDir} is missing: a git mirror (git clone --mirror) of ${owner}/${repository} on GitHub.`,
    );
  const git = (...args) => execFileSync('git', ['--git-dir', gitDir, ...args], { maxBuffer: 2 ** 30 });
  const commit = git('rev-parse', 'HEAD^{commit}').toString().trim();
  const folder = inRoot('.cache', 'compat', `${name}-${commit.slice(0, 12)}`);
  if (!fs.existsSync(folder)) {
    const unpacked = `${folder}.${process.pid}`;
    fs.mkdirSync(unpacked, { recursive: true });
    execFileSync('tar', ['x', '-C', unpacked], { input: git('archive', commit, ...parts) });
    fs.renameSync(unpacked, folder);
  }
  return { commit, folder };
}
