import fs from 'node:fs';
import path from 'node:path';
import { inRoot, root } from './root.mjs';
import { PlainError } from './terminal.mjs';

/**
 * Bundles TypeScript entries for Node into CommonJS: our own packages go in, everything of npm stays outside.
 * @param {Record<string, string>} entries output path (without .cjs) -> source path, inside the repository
 */
export async function bundle(entries) {
  // Imported late: this file is loaded before the packages are installed.
  const { build } = await import('esbuild');
  const inputs = Object.entries(entries).map(([out, source]) => ({ out: inRoot(out), in: inRoot(source) }));
  try {
    await build({
      entryPoints: inputs,
      outdir: root,
      outExtension: { '.js': '.cjs' },
      bundle: true,
      format: 'cjs',
      platform: 'node',
      target: 'node20',
      sourcemap: true,
      sourcesContent: false,
      logLevel: 'silent',
      plugins: [workspacePackages],
    });
  } catch (error) {
    throw new PlainError(
      `The code does not compile:\n${(error.errors ?? [error]).slice(0, 5).map(describe).join('\n')}`,
    );
  }
}

const describe = ({ text, message, location }) =>
  location ? `${location.file}:${location.line}:${location.column + 1} ${text}` : (text ?? message);

/** @bandeng/x/y is looked up in the exports of packages/x; any other bare import is left to node_modules. */
const workspacePackages = {
  name: 'workspace-packages',
  setup(build) {
    build.onResolve({ filter: /^[^./]/ }, ({ path: wanted, kind }) => {
      if (kind === 'entry-point') return undefined;
      const [scope, name, ...rest] = wanted.split('/');
      if (scope !== '@bandeng') return { path: wanted, external: true };
      return resolveExport(wanted, name, rest.length ? `./${rest.join('/')}` : '.');
    });
  },
};

function resolveExport(wanted, name, subpath) {
  const folder = inRoot('packages', name);
  const manifest = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const target = manifest.exports?.[subpath];
  if (typeof target !== 'string') return { errors: [{ text: `${wanted}: packages/${name} exports no "${subpath}"` }] };
  return { path: path.join(folder, target) };
}
