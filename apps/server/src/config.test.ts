import { mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigError, loadConfig } from './config';
import { repositoryRoot } from './platform/root';

const dataDir = () => mkdtempSync(join(tmpdir(), 'bandeng-config-'));
const key = Buffer.alloc(32, 7).toString('base64');
const production = {
  NODE_ENV: 'production',
  WECHAT_APP_ID: 'wx1',
  WECHAT_APP_SECRET: 'secret',
  WECHAT_PUSH_TOKEN: 'token',
  TOKEN_KEY: key,
  INDEX_KEY: key,
  FIELD_KEYS: `k2=${key},k1=${key}`,
};

function faultsOf(environment: Record<string, string>): readonly string[] {
  try {
    loadConfig({ DATA_DIR: dataDir(), ...environment });
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
  return [];
}

describe('loadConfig', () => {
  it('demo mode: loopback, no app id, not production -> on', () => {
    expect(loadConfig({ DATA_DIR: dataDir() }).isDemo).toBe(true);
    expect(loadConfig({ DATA_DIR: dataDir(), HOST: '0.0.0.0' }).isDemo).toBe(false);
    expect(
      loadConfig({ DATA_DIR: dataDir(), WECHAT_APP_ID: 'wx1', WECHAT_APP_SECRET: 's', WECHAT_PUSH_TOKEN: 't' }).isDemo,
    ).toBe(false);
    expect(loadConfig({ DATA_DIR: dataDir(), ...production }).isDemo).toBe(false);
  });

  it('keys: none given outside production -> made once, for the owner only', () => {
    const folder = dataDir();
    const first = loadConfig({ DATA_DIR: folder });
    const second = loadConfig({ DATA_DIR: folder });
    expect(second.keys).toEqual(first.keys);
    expect(statSync(join(folder, 'keys.json')).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(folder, 'keys.json'), 'utf8')).toContain(first.keys.token.toString('base64'));
  });

  it('production: keys and app id missing -> every fault in one list', () => {
    const faults = faultsOf({ NODE_ENV: 'production', NOW: '2026-11-16T02:00:00Z', RATE_LIMITS: 'off' });
    for (const name of ['WECHAT_APP_ID', 'TOKEN_KEY', 'INDEX_KEY', 'FIELD_KEYS', 'NOW', 'RATE_LIMITS']) {
      expect(faults.join('\n')).toContain(name);
    }
  });

  it.each([
    [{ PORT: 'many' }, 'PORT'],
    [{ NOW: 'yesterday' }, 'NOW'],
    [{ MONGODB_URI: 'localhost' }, 'MONGODB_URI'],
    [{ SERVICE_TOKENS: 'portal=short' }, 'SERVICE_TOKENS'],
    [{ SERVICE_TOKENS: `import=${'t'.repeat(24)}` }, 'SERVICE_TOKENS'],
    [{ TOKEN_KEY: 'short' }, 'TOKEN_KEY'],
    [{ OIDC_ISSUER: 'https://login.example.gov.cn', OIDC_CLIENT_ID: 'h5', OIDC_CLIENT_SECRET: 's' }, 'PUBLIC_ORIGIN'],
    [
      {
        OIDC_ISSUER: 'http://login.example.gov.cn',
        OIDC_CLIENT_ID: 'h5',
        OIDC_CLIENT_SECRET: 's',
        PUBLIC_ORIGIN: 'https://bandeng.example.gov.cn',
      },
      'OIDC_ISSUER',
    ],
    [{ HOST: '0.0.0.0', NOW: '2026-11-16T02:00:00Z' }, 'NOW'],
  ])('settings: %j -> names %s', (environment, name) => {
    const faults = faultsOf(environment as Record<string, string>);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(name);
  });

  it('field keys: several -> the first one seals', () => {
    const { keys } = loadConfig({ DATA_DIR: dataDir(), ...production });
    expect(keys.fields.map(({ id }) => id)).toEqual(['k2', 'k1']);
  });

  it('settings: every one of them -> in the table of docs/operations.md', () => {
    const root = repositoryRoot();
    const source = readFileSync(join(root, 'apps/server/src/config.ts'), 'utf8');
    const table = readFileSync(join(root, 'docs/operations.md'), 'utf8');
    const names = [...source.matchAll(/^ {2}([A-Z_]{2,}):/gm)].map(([, name]) => name!);
    expect(names.length).toBeGreaterThan(20);
    expect(names.filter(name => !table.includes(`\`${name}\``))).toEqual([]);
  });
});
