import path from 'node:path';
import { build } from 'esbuild';
import { TmplGroup } from 'glass-easel-template-compiler';
import { inRepository } from '../../../support/repository';
import type { Dist } from '../dist';
import { CompileError, compileWxml } from '../wechat-compiler';

const FOLDER = 'test/weapp/harness/chromium/browser';

/** The page that draws a build: glass-easel, the built-in components, and the build's templates. */
export async function assemblePage(dist: Dist): Promise<Record<string, string>> {
  // WeChat's compiler is the judge of the WXML; glass-easel's forgives more.
  compileWxml(dist);
  return {
    '/': '<!doctype html><meta charset="utf-8"><title>weapp</title><body><script src="/templates.js"></script><script src="/view.js"></script>',
    '/templates.js': `window.weappTemplates=${compileTemplates(dist)}`,
    '/view.js': await bundleView(),
  };
}

function compileTemplates(dist: Dist): string {
  const group = new TmplGroup();
  const problems: string[] = [];
  for (const file of dist.files('.wxml')) {
    const warnings: unknown = group.addTmpl(file.slice(0, -'.wxml'.length), dist.read(file));
    if (Array.isArray(warnings)) problems.push(...warnings.map(warning => `${file}: ${String(warning)}`));
  }
  for (const file of dist.files('.wxs')) group.addScript(file.slice(0, -'.wxs'.length), dist.read(file));
  if (problems.length) throw new CompileError(problems.join('\n'));
  group.addTmpl('__slot', '<slot/>');
  group.addTmpl('__empty', '');
  const output = group.getTmplGenObjectGroups();
  group.free();
  return output;
}

async function bundleView(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [inRepository(FOLDER, 'main.ts')],
    absWorkingDir: inRepository(),
    outdir: path.join(inRepository('.cache'), 'weapp-view'),
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    legalComments: 'none',
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}
