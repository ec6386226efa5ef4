import { sealPush, pushKey } from '../push/push-cipher';
import { signPush } from '../push/push-signature';
import type { XmlValue } from '../push/push-xml';
import type { SimulatorStore } from './simulator-store';
import type { TimeKey } from './simulated-world';

/** A push as WeChat would POST it. */
export interface SimulatedPush {
  query: Record<string, string>;
  contentType: string;
  body: string;
}

export interface SimulatorPushOptions {
  token: string;
  /** Needed by the modes compatible and secure. */
  encodingAesKey?: string;
  /** Default: secure with a key, plain without. */
  mode?: 'plain' | 'compatible' | 'secure';
  format?: 'json' | 'xml';
}

export type PushFields = { [name: string]: XmlValue | number | PushFields | PushFields[] };

export interface PushQueue {
  add(fields: PushFields): Promise<void>;
  /** Hands over everything that waits. @returns how many were taken */
  deliver(): Promise<number>;
  close(): void;
}

interface PushQueueDeps {
  appId: string;
  store: SimulatorStore;
  now: () => Date;
  newId: () => string;
  timeKey: TimeKey;
  options: SimulatorPushOptions;
  onPush: ((push: SimulatedPush) => Promise<void> | void) | null;
  /** Milliseconds until a push goes out by itself; null: only `deliver` sends. */
  delayMs: number | null;
}

/** WeChat gives up after the third time. */
const MAX_TRIES = 3;

/** Name of the mini-program's own account in pushes. */
const ACCOUNT = 'gh_simulator';

/** Pushes that wait to be sent, kept in the store so that a restart loses none. */
export function createPushQueue(deps: PushQueueDeps): PushQueue {
  const { store, now, onPush, delayMs } = deps;
  const timers = new Set<NodeJS.Timeout>();

  async function sendOne(key: string, waiting: { fields: PushFields; tries: number }): Promise<boolean> {
    // Whoever deletes it owns it: two servers on one store send it once.
    if (onPush === null || !(await store.delete(key))) return false;
    try {
      await onPush(sealedPush(deps, waiting.fields));
      return true;
    } catch {
      // The receiver reports its own faults; to the sender, as to WeChat, it only means: try again.
      const tries = waiting.tries + 1;
      if (tries < MAX_TRIES) {
        await store.set(key, { fields: waiting.fields, tries });
        schedule();
      }
      return false;
    }
  }

  async function deliver(): Promise<number> {
    let taken = 0;
    for (const { key, value } of await store.list('push/')) {
      if (await sendOne(key, value as { fields: PushFields; tries: number })) taken += 1;
    }
    return taken;
  }

  function schedule(): void {
    if (onPush === null || delayMs === null) return;
    const timer = setTimeout(() => {
      timers.delete(timer);
      // With the store out of reach the pushes stay in it, and the next one's timer takes them along.
      deliver().catch(() => undefined);
    }, delayMs);
    timers.add(timer.unref());
  }

  return {
    async add(fields) {
      // Without a receiver they would only pile up.
      if (onPush === null) return;
      const CreateTime = Math.floor(now().getTime() / 1000);
      await store.set(deps.timeKey('push'), { fields: { ToUserName: ACCOUNT, CreateTime, ...fields }, tries: 0 });
      schedule();
    },
    deliver,
    close: () => timers.forEach(timer => clearTimeout(timer)),
  };
}

function sealedPush({ appId, now, newId, options }: PushQueueDeps, fields: PushFields): SimulatedPush {
  const { token, encodingAesKey, format = 'json' } = options;
  const mode = options.mode ?? (encodingAesKey === undefined ? 'plain' : 'secure');
  const contentType = format === 'json' ? 'application/json' : 'text/xml';
  const timestamp = String(Math.floor(now().getTime() / 1000));
  const nonce = newId().replace(/\W/g, '').slice(0, 10);
  const query = { signature: signPush([token, timestamp, nonce]), timestamp, nonce };
  const message = writePush(fields, format);
  if (mode === 'plain' || encodingAesKey === undefined) return { query, contentType, body: message };

  const Encrypt = sealPush({ key: pushKey(encodingAesKey), appId, message });
  const envelope: PushFields = mode === 'compatible' ? { ...fields, Encrypt } : { ToUserName: ACCOUNT, Encrypt };
  return {
    query: { ...query, encrypt_type: 'aes', msg_signature: signPush([token, timestamp, nonce, Encrypt]) },
    contentType,
    body: writePush(envelope, format),
  };
}

function writePush(fields: PushFields, format: 'json' | 'xml'): string {
  if (format === 'json') return JSON.stringify(fields);
  const { List, ...others } = fields;
  // XML nests the list in an element named after the event: subscribe_msg_popup_event → SubscribeMsgPopupEvent.
  const wrapper = String(fields.Event).replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return `<xml>${writeXml(List === undefined ? others : { ...others, [wrapper]: { List } })}</xml>`;
}

function writeXml(fields: PushFields): string {
  return Object.entries(fields)
    .flatMap(([name, value]) => (Array.isArray(value) ? value : [value]).map(item => [name, item] as const))
    .map(([name, item]) => `<${name}>${xmlContent(item as PushFields | string | number)}</${name}>`)
    .join('');
}

function xmlContent(item: PushFields | string | number): string {
  if (typeof item === 'object') return writeXml(item);
  return typeof item === 'number' ? String(item) : `<![CDATA[${item.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
}
