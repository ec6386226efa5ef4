import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { NamedKey } from './crypto';

export interface Keys {
  /** Signs access tokens and cursors. */
  token: Buffer;
  /** Seal personal fields; the first is the current one. */
  fields: readonly NamedKey[];
  /** Keys the blind index. */
  index: Buffer;
  /** The file in DATA_DIR that they came from; null when all of them were given as settings. */
  file: string | null;
}

interface KeyTexts {
  TOKEN_KEY?: string | undefined;
  FIELD_KEYS?: string | undefined;
  INDEX_KEY?: string | undefined;
}

const KeyFile = z.object({ TOKEN_KEY: z.string(), FIELD_KEYS: z.string(), INDEX_KEY: z.string() });
const HOW = 'make one with: openssl rand -base64 32';
const keyFileIn = (dataDir: string) => join(dataDir, 'keys.json');
const newKey = () => randomBytes(32).toString('base64');

/** Keys from the environment; outside production missing ones are made once and kept in DATA_DIR/keys.json (mode 0600). */
export function loadKeys(options: {
  environment: KeyTexts;
  isProduction: boolean;
  dataDir: string;
  /** Faults found are added here. */
  faults: string[];
}): Keys | undefined {
  const { environment, isProduction, dataDir, faults } = options;
  const isComplete = environment.TOKEN_KEY && environment.FIELD_KEYS && environment.INDEX_KEY;
  const texts: KeyTexts =
    isComplete || isProduction ? environment : { ...readOrCreate(dataDir), ...dropMissing(environment) };
  const token = keyOf('TOKEN_KEY', texts.TOKEN_KEY, faults);
  const index = keyOf('INDEX_KEY', texts.INDEX_KEY, faults);
  const fields = fieldKeysOf(texts.FIELD_KEYS, faults);
  const file = isComplete || isProduction ? null : keyFileIn(dataDir);
  return token && index && fields ? { token, index, fields, file } : undefined;
}

const dropMissing = (texts: KeyTexts): KeyTexts =>
  Object.fromEntries(
    (['TOKEN_KEY', 'FIELD_KEYS', 'INDEX_KEY'] as const).flatMap(name => (texts[name] ? [[name, texts[name]]] : [])),
  );

function keyOf(name: string, text: string | undefined, faults: string[]): Buffer | undefined {
  if (!text) {
    faults.push(`${name} is missing: ${HOW}`);
    return undefined;
  }
  const key = Buffer.from(text, 'base64');
  if (key.length === 32) return key;
  faults.push(`${name} must be 32 bytes in base64: ${HOW}`);
  return undefined;
}

function fieldKeysOf(text: string | undefined, faults: string[]): NamedKey[] | undefined {
  if (!text) {
    faults.push(`FIELD_KEYS is missing: write id=key, ${HOW}`);
    return undefined;
  }
  const keys = text.split(',').map(part => {
    const [, id, encoded] = /^([a-z0-9]{1,12})=(.+)$/.exec(part.trim()) ?? [];
    const key = id ? keyOf(`FIELD_KEYS (${id})`, encoded, faults) : undefined;
    if (!id) faults.push('FIELD_KEYS must look like k2=base64,k1=base64, the first one being the current key');
    return id && key ? { id, key } : undefined;
  });
  return keys.every(key => key !== undefined) ? keys : undefined;
}

function readOrCreate(dataDir: string): KeyTexts {
  const file = keyFileIn(dataDir);
  mkdirSync(dataDir, { recursive: true });
  // Written beside and linked into place: of two processes that start at once, one wins and both read the same keys.
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, JSON.stringify({ TOKEN_KEY: newKey(), FIELD_KEYS: `k1=${newKey()}`, INDEX_KEY: newKey() }), {
    mode: 0o600,
  });
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
  return KeyFile.parse(JSON.parse(readFileSync(file, 'utf8')));
}
