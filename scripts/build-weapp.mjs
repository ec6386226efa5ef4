/** `API_ORIGIN=https://… npm run build:weapp`: the mini-program for WeChat, in apps/miniprogram/dist/weapp. */
import { buildStale } from './lib/build.mjs';
import { install } from './lib/install.mjs';
import { PlainError, runMain, say } from './lib/terminal.mjs';

runMain(async () => {
  const apiOrigin = checkOrigin(process.env.API_ORIGIN);
  await install();
  await buildStale(['weapp'], { apiOrigin });
  say(`apps/miniprogram/dist/weapp calls ${apiOrigin}: open that folder in WeChat's DevTools.`);
});

function checkOrigin(value) {
  const example = 'API_ORIGIN=https://bandeng.example.gov.cn npm run build:weapp';
  if (!value) throw new PlainError(`API_ORIGIN is missing: the address of your server, for example ${example}`);
  if (!URL.canParse(value)) throw new PlainError(`API_ORIGIN is not an address: ${value}. For example ${example}`);
  const url = new URL(value);
  const local = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (url.protocol !== 'https:' && !(local && url.protocol === 'http:')) {
    throw new PlainError(
      `API_ORIGIN must begin with https:// (WeChat calls nothing else; http only on localhost): ${value}`,
    );
  }
  if (url.pathname !== '/' || url.search || url.hash) {
    throw new PlainError(`API_ORIGIN is an address without a path, such as ${url.origin}; this was given: ${value}`);
  }
  return url.origin;
}
