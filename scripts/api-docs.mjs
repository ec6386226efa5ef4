/** `npm run docs:api`: writes docs/api/README.md from the routes of packages/contracts. */
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { bundle } from './lib/bundle.mjs';
import { install } from './lib/install.mjs';
import { inRoot } from './lib/root.mjs';
import { runMain, say } from './lib/terminal.mjs';

const BUNDLE = '.cache/api-docs/api-reference';
const PAGE = 'docs/api/README.md';

runMain(async () => {
  await install();
  await bundle({ [BUNDLE]: 'packages/contracts/src/api-reference.ts' });
  const { buildApiReference } = createRequire(import.meta.url)(inRoot(`${BUNDLE}.cjs`));
  fs.mkdirSync(path.dirname(inRoot(PAGE)), { recursive: true });
  fs.writeFileSync(inRoot(PAGE), buildApiReference());
  say(`${PAGE} is written`);
});
