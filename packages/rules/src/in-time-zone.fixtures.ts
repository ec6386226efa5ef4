/** `execFileSync`: given by the test, for this package imports nothing. */
type Run = (
  program: string,
  args: string[],
  options: { env: NodeJS.ProcessEnv; cwd: string; encoding: 'utf8' },
) => string;

/**
 * For tests: what a function of this package answers in a process of another time zone. `file` is a path from this folder, `call` an
 * expression over its exports (`rules`) and `input`.
 */
export function inTimeZone(
  run: Run,
  zone: string,
  { file, call, input }: { file: string; call: string; input: unknown },
) {
  const printed = run(process.execPath, ['-e', childScript(file, call), JSON.stringify(input)], {
    // eslint-disable-next-line no-restricted-syntax -- a child with all of this process's environment but its time zone
    env: { ...process.env, TZ: zone },
    cwd: __dirname,
    encoding: 'utf8',
  });
  return JSON.parse(printed) as { zone: string; answer: unknown };
}

const childScript = (file: string, call: string) => `
  const { existsSync, readFileSync } = require('node:fs');
  const { dirname, resolve } = require('node:path');
  const { transformSync } = require('@swc/core');
  const loaded = new Map();
  const sourceOf = path => [path, path + '.ts', path + '/index.ts'].find(one => /[.](ts|json)$/.test(one) && existsSync(one));
  const load = path => {
    if (path.endsWith('.json')) return { __esModule: true, default: JSON.parse(readFileSync(path, 'utf8')) };
    if (loaded.has(path)) return loaded.get(path);
    const { code } = transformSync(readFileSync(path, 'utf8'), {
      jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' },
    });
    const module = { exports: {} };
    loaded.set(path, module.exports);
    new Function('module', 'exports', 'require', code)(module, module.exports, name => load(sourceOf(resolve(dirname(path), name))));
    return module.exports;
  };
  const rules = load(sourceOf(resolve('${file}')));
  const input = JSON.parse(process.argv[1]);
  process.stdout.write(JSON.stringify({ zone: Intl.DateTimeFormat().resolvedOptions().timeZone, answer: ${call} }));
`;
