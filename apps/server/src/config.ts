import { resolve } from 'node:path';
import { z } from 'zod';
import { loadKeys, type Keys } from './platform/key-file';
import { repositoryRoot } from './platform/root';

const LOOPBACK = ['127.0.0.1', '::1', 'localhost'];
const port = (fallback: number) =>
  z.coerce
    .number('must be a number')
    .int('must be a whole number')
    .min(0, 'must be 0 to 65535')
    .max(65_535, 'must be 0 to 65535')
    .default(fallback);
const isoInstant = z.iso
  .datetime('must be an instant such as 2026-11-16T02:00:00Z')
  .transform(value => new Date(value));

const Environment = z.object({
  NODE_ENV: z
    .enum(['production', 'development', 'test'], 'must be production, development or test')
    .default('development'),
  HOST: z.string().default('127.0.0.1'),
  PORT: port(3000),
  /** Prometheus, on the loopback only; 0 takes a free port and prints it. */
  METRICS_PORT: port(0),
  DATA_DIR: z.string().optional(),
  MONGODB_URI: z
    .string()
    .regex(/^mongodb(\+srv)?:\/\//, 'must begin with mongodb:// or mongodb+srv://')
    .optional(),
  MONGOD_PATH: z.string().optional(),
  /** Where a mongod is looked for. */
  PATH: z.string().default(''),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).optional(),
  NOW: isoInstant.optional(),
  RATE_LIMITS: z.enum(['on', 'off'], 'must be on or off').default('on'),
  CHECK_ANSWERS: z.enum(['on', 'off'], 'must be on or off').optional(),
  /** Addresses of the proxies whose X-Forwarded-For is believed, separated by commas. */
  TRUSTED_PROXIES: z.string().default(''),
  /** Where residents reach the H5, such as https://bandeng.example.gov.cn: for links in feeds and messages. */
  PUBLIC_ORIGIN: z.url('must be an address such as https://bandeng.example.gov.cn').optional(),
  WECHAT_APP_ID: z.string().optional(),
  WECHAT_APP_SECRET: z.string().optional(),
  WECHAT_PUSH_TOKEN: z.string().optional(),
  WECHAT_PUSH_AES_KEY: z.string().length(43, 'must have 43 characters, as the WeChat console shows it').optional(),
  /** Subscription message templates of the app id: name=templateId, separated by commas. */
  WECHAT_TEMPLATES: z.string().default(''),
  /** The province's identity service (OpenID Connect), for the H5 outside WeChat. */
  OIDC_ISSUER: z.url('must be an address such as https://login.example.gov.cn').optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  /** The district's e-seal service (docs/operations.md), for letters. */
  ESEAL_URL: z.url('must be an address such as https://seal.example.gov.cn/api').optional(),
  ESEAL_APP_ID: z.string().optional(),
  ESEAL_SECRET: z.string().min(24, 'must have 24 characters at least').optional(),
  /** clamd, such as 127.0.0.1:3310: uploads are scanned before anybody sees them. */
  CLAMD_ADDRESS: z
    .string()
    .regex(/^(\[[0-9a-fA-F:]+\]|[^:\s]+):\d{1,5}$/, 'must be host:port, such as 127.0.0.1:3310')
    .optional(),
  TOKEN_KEY: z.string().optional(),
  /** id=base64, separated by commas; the first one seals. */
  FIELD_KEYS: z.string().optional(),
  INDEX_KEY: z.string().optional(),
  /** Portals that may push notices: source=token, separated by commas; a token has 24 characters at least. */
  SERVICE_TOKENS: z.string().default(''),
});
type Environment = z.output<typeof Environment>;

export interface WechatConfig {
  appId: string;
  secret: string;
  pushToken: string;
  pushAesKey: string | undefined;
}

export interface OidcConfig {
  issuer: string;
  clientId: string;
  clientSecret: string;
}

export interface EsealConfig {
  url: string;
  appId: string;
  secret: string;
}

export interface Config {
  mode: Environment['NODE_ENV'];
  /** Demo data, demo passwords, the simulator and NOW exist only where this is true. */
  isDemo: boolean;
  host: string;
  port: number;
  metricsPort: number;
  dataDir: string;
  root: string;
  mongodbUri: string | undefined;
  mongodPath: string | undefined;
  path: string;
  /** Undefined: whatever suits the place that the log is written to. */
  logLevel: Environment['LOG_LEVEL'];
  startAt: Date | undefined;
  hasRateLimits: boolean;
  /** Every answer is held against the contract before it goes out: on unless in production, where the tests have done it. */
  checksAnswers: boolean;
  trustedProxies: readonly string[];
  publicOrigin: string | undefined;
  wechat: WechatConfig | undefined;
  wechatTemplates: Readonly<Record<string, string>>;
  oidc: OidcConfig | undefined;
  eseal: EsealConfig | undefined;
  clamd: { host: string; port: number } | undefined;
  keys: Keys;
  serviceTokens: Readonly<Record<string, string>>;
}

export class ConfigError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`The settings are not right:\n${faults.map(fault => `  - ${fault}`).join('\n')}`);
  }
}

const list = (value: string) =>
  value
    .split(',')
    .map(part => part.trim())
    .filter(Boolean);
const pairs = (value: string): Record<string, string> =>
  Object.fromEntries(list(value).map(part => [part.slice(0, part.indexOf('=')), part.slice(part.indexOf('=') + 1)]));

/**
 * Reads the settings once; throws one ConfigError that lists every fault in plain words.
 * @param environment the process environment unless a test says otherwise
 */
export function loadConfig(environment: Record<string, string | undefined> = process.env): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = Environment.safeParse(given);
  if (!parsed.success)
    throw new ConfigError(parsed.error.issues.map(issue => `${issue.path.join('.')} ${issue.message}`));
  const env = parsed.data;
  const isProduction = env.NODE_ENV === 'production';
  const isDemo = !isProduction && !env.WECHAT_APP_ID && LOOPBACK.includes(env.HOST);
  const faults = [
    ...wechatFaults(env, isProduction),
    ...oidcFaults(env),
    ...esealFaults(env),
    ...demoFaults(env, isDemo),
    ...serviceTokenFaults(env),
  ];

  const root = repositoryRoot();
  const dataDir = resolve(root, env.DATA_DIR ?? '.data');
  const keys = loadKeys({ environment: env, isProduction, dataDir, faults });
  if (!keys || faults.length > 0) throw new ConfigError(faults);
  return Object.freeze({
    mode: env.NODE_ENV,
    isDemo,
    host: env.HOST,
    port: env.PORT,
    metricsPort: env.METRICS_PORT,
    dataDir,
    root,
    mongodbUri: env.MONGODB_URI,
    mongodPath: env.MONGOD_PATH,
    path: env.PATH,
    logLevel: env.LOG_LEVEL,
    startAt: env.NOW,
    hasRateLimits: env.RATE_LIMITS === 'on',
    checksAnswers: (env.CHECK_ANSWERS ?? (isProduction ? 'off' : 'on')) === 'on',
    trustedProxies: Object.freeze(list(env.TRUSTED_PROXIES)),
    publicOrigin: env.PUBLIC_ORIGIN?.replace(/\/$/, ''),
    wechat: wechatOf(env),
    wechatTemplates: Object.freeze(pairs(env.WECHAT_TEMPLATES)),
    oidc: oidcOf(env),
    eseal: esealOf(env),
    clamd: clamdOf(env),
    keys,
    serviceTokens: Object.freeze(pairs(env.SERVICE_TOKENS)),
  });
}

function wechatOf(env: Environment): WechatConfig | undefined {
  if (!env.WECHAT_APP_ID || !env.WECHAT_APP_SECRET || !env.WECHAT_PUSH_TOKEN) return undefined;
  return {
    appId: env.WECHAT_APP_ID,
    secret: env.WECHAT_APP_SECRET,
    pushToken: env.WECHAT_PUSH_TOKEN,
    pushAesKey: env.WECHAT_PUSH_AES_KEY,
  };
}

function wechatFaults(env: Environment, isProduction: boolean): string[] {
  if (!env.WECHAT_APP_ID)
    return isProduction ? ['WECHAT_APP_ID is missing: production needs the app id of the mini-program'] : [];
  return (['WECHAT_APP_SECRET', 'WECHAT_PUSH_TOKEN'] as const)
    .filter(name => !env[name])
    .map(name => `${name} is missing: it belongs to WECHAT_APP_ID`);
}

function oidcOf(env: Environment): OidcConfig | undefined {
  if (!env.OIDC_ISSUER || !env.OIDC_CLIENT_ID || !env.OIDC_CLIENT_SECRET) return undefined;
  return { issuer: env.OIDC_ISSUER, clientId: env.OIDC_CLIENT_ID, clientSecret: env.OIDC_CLIENT_SECRET };
}

function oidcFaults(env: Environment): string[] {
  if (!env.OIDC_ISSUER) return [];
  const { protocol, hostname } = new URL(env.OIDC_ISSUER);
  const isSafe = protocol === 'https:' || LOOPBACK.includes(hostname);
  return [
    ...(['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'PUBLIC_ORIGIN'] as const)
      .filter(name => !env[name])
      .map(name => `${name} is missing: OIDC_ISSUER needs it`),
    ...(isSafe ? [] : ['OIDC_ISSUER must begin with https://']),
  ];
}

function esealOf(env: Environment): EsealConfig | undefined {
  if (!env.ESEAL_URL || !env.ESEAL_APP_ID || !env.ESEAL_SECRET) return undefined;
  return { url: env.ESEAL_URL.replace(/\/$/, ''), appId: env.ESEAL_APP_ID, secret: env.ESEAL_SECRET };
}

function clamdOf({ CLAMD_ADDRESS: address }: Environment): Config['clamd'] {
  if (!address) return undefined;
  const at = address.lastIndexOf(':');
  return { host: address.slice(0, at).replace(/^\[|\]$/g, ''), port: Number(address.slice(at + 1)) };
}

function esealFaults(env: Environment): string[] {
  if (!env.ESEAL_URL) return [];
  const { protocol, hostname } = new URL(env.ESEAL_URL);
  const isSafe = protocol === 'https:' || LOOPBACK.includes(hostname);
  return [
    ...(['ESEAL_APP_ID', 'ESEAL_SECRET'] as const)
      .filter(name => !env[name])
      .map(name => `${name} is missing: ESEAL_URL needs it`),
    ...(isSafe ? [] : ['ESEAL_URL must begin with https://']),
  ];
}

function demoFaults(env: Environment, isDemo: boolean): string[] {
  if (isDemo) return [];
  const only = 'is for demo mode only (NODE_ENV not production, no WECHAT_APP_ID, HOST on the loopback)';
  return [...(env.NOW ? [`NOW ${only}`] : []), ...(env.RATE_LIMITS === 'off' ? [`RATE_LIMITS=off ${only}`] : [])];
}

function serviceTokenFaults(env: Environment): string[] {
  return list(env.SERVICE_TOKENS)
    .filter(part => !/^(?!import=)[a-z0-9-]{1,40}=\S{24,}$/.test(part))
    .map(
      part =>
        `SERVICE_TOKENS: "${part.split('=')[0]}" must look like source=token, the token with 24 characters at least; the source "import" is the command line's`,
    );
}
