import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const sources = readdirSync(__dirname, { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.ts') && !/\.(test|fixtures)\.ts$/.test(name))
  .map(name => ({ name, text: readFileSync(join(__dirname, name), 'utf8') }));

describe('the package', () => {
  test('sources: found -> more than thirty', () => expect(sources.length).toBeGreaterThan(30));

  test.each([
    ['an import from outside the package', /from\s+['"](?!\.{1,2}\/)/],
    ['the clock of the process', /Date\.now\(|new Date\(\)|performance\./],
    ['the time zone of the process', /\.get(?:Date|Day|Hours|Month|FullYear)\(|toLocale|Intl\./],
    ['chance', /Math\.random|crypto/],
    // Safari before 16.4, and with it WeChat on those phones, cannot read a file with a lookbehind in it.
    ['a lookbehind', /\(\?<[=!]/],
    ['an environment', /\bprocess\.|globalThis/],
  ])('sources: %s -> in none', (_, pattern) => {
    expect(sources.filter(({ text }) => pattern.test(text)).map(({ name }) => name)).toEqual([]);
  });
});
