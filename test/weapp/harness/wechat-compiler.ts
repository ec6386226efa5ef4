import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Dist } from './dist';

/** What WeChat's own compilers said about a file: with line and column, as they print it. */
export class CompileError extends Error {}

const platforms: Partial<Record<NodeJS.Platform, string>> = { linux: 'linux', darwin: 'mac', win32: 'windows' };
const MAX_OUTPUT = 256 * 1024 * 1024;

/** Runs wcc or wcsc. npm unpacks them without the executable bit, so they run from a copy of ours. */
function compiler(tool: 'wcc' | 'wcsc', args: string[], cwd: string): string {
  const platform = platforms[process.platform];
  if (!platform) throw new CompileError(`WeChat's ${tool} does not exist for ${process.platform}`);
  const name = process.platform === 'win32' ? `${tool}.exe` : tool;
  const source = path.join(path.dirname(require.resolve('miniprogram-compiler/package.json')), 'bin', platform, name);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bandeng-compiler-'));
  try {
    const program = path.join(folder, name);
    fs.copyFileSync(source, program);
    fs.chmodSync(program, 0o755);
    const { status, stdout, stderr, error } = spawnSync(program, args, {
      cwd,
      encoding: 'utf8',
      maxBuffer: MAX_OUTPUT,
    });
    if (error) throw new CompileError(`${tool} could not be run: ${error.message}`);
    const problem = /^ERR: .*$/m.exec(stderr)?.[0] ?? (status === 0 ? null : stderr || stdout);
    if (problem !== null) throw new CompileError(`${tool}: ${problem.trim().slice(0, 2000)}`);
    return stdout;
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** All WXML and WXS of a build as one script that defines $gwx(path)(data) -> tree. */
export function compileWxml(dist: Dist): string {
  return compiler('wcc', ['-d', ...dist.files('.wxml'), ...dist.files('.wxs')], dist.folder);
}

/** Each WXSS of a build as a script that puts its styles into the document: name without ending -> script. */
export function compileWxss(dist: Dist): Record<string, string> {
  const all = dist.files('.wxss');
  const compiled: Record<string, string> = {};
  for (const file of all) {
    const source = dist.read(file);
    if (!source.trim()) continue;
    const imported = source.includes('@import') ? all.filter(other => other !== file) : [];
    const output = compiler('wcsc', ['-lc', '-js', `./${file}`, ...imported.map(other => `./${other}`)], dist.folder);
    compiled[file.slice(0, -'.wxss'.length)] = output.replace('\n%s\n', '\n');
  }
  return compiled;
}
