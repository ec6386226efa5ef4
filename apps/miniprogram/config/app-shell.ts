import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

interface Source {
  buffer(): Buffer;
}
interface Compilation {
  hooks: { processAssets: { tap(options: object, run: (assets: Record<string, Source>) => void): void } };
  emitAsset(name: string, source: unknown, info: { minimized: boolean }): void;
}
interface Compiler {
  hooks: { thisCompilation: { tap(name: string, run: (compilation: Compilation) => void): void } };
  webpack: {
    Compilation: { PROCESS_ASSETS_STAGE_REPORT: number };
    sources: { RawSource: new (text: Buffer) => unknown };
  };
}

const name = 'app-shell';
const worker = path.join(__dirname, 'service-worker.js');

/**
 * Adds to the H5, when all its files have their last form: sw.js, which keeps them on the phone, and beside every text a
 * copy compressed for the wire (the server sends .br and .gz to who takes them).
 */
export const appShell = (publicPath: string) => ({
  apply({ hooks, webpack: { Compilation, sources } }: Compiler) {
    hooks.thisCompilation.tap(name, compilation => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_REPORT;
      const emit = (file: string, text: Buffer) =>
        compilation.emitAsset(file, new sources.RawSource(text), { minimized: true });
      compilation.hooks.processAssets.tap({ name, stage }, assets => {
        const texts = new Map<string, Buffer>();
        for (const [file, source] of Object.entries(assets)) {
          if (/\.(js|css|html)$/.test(file)) texts.set(file, source.buffer());
        }
        const keeper = workerOf(texts, publicPath);
        emit('sw.js', keeper);
        texts.set('sw.js', keeper);
        for (const [file, text] of texts) {
          emit(`${file}.br`, brotliCompressSync(text));
          emit(`${file}.gz`, gzipSync(text, { level: 9 }));
        }
      });
    });
  },
});

function workerOf(texts: Map<string, Buffer>, publicPath: string): Buffer {
  const page = texts.get('index.html')?.toString('utf8') ?? '';
  const files = [...texts.keys()].filter(file => file !== 'index.html').sort();
  const version = createHash('sha256').update(page).update(files.join()).digest('hex').slice(0, 12);
  const constants = { VERSION: version, PAGE: page, FILES: files.map(file => publicPath + file) };
  const head = Object.entries(constants).map(([key, value]) => `const ${key} = ${JSON.stringify(value)};\n`);
  return Buffer.from(head.join('') + fs.readFileSync(worker, 'utf8'));
}
