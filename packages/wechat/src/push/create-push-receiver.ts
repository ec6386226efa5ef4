import { asObject, asText, parseBigJson } from '../big-json';
import { openPush, pushKey } from './push-cipher';
import type { PushEvent } from './push-event';
import { readPushEvent } from './push-event';
import { PushRefused } from './push-refused';
import { isSameSignature, signPush } from './push-signature';
import { parsePushXml } from './push-xml';

export interface PushReceiverOptions {
  /** The token set beside the push address in WeChat's console. */
  token: string;
  appId: string;
  /** Given: only encrypted bodies are taken (secure and compatible mode). Absent: plain mode. */
  encodingAesKey?: string;
  now?: () => Date;
  /** How far a push's time may lie from ours, either way. Default 300 seconds. */
  windowSeconds?: number;
}

/** Query values as a router gives them; a repeated name counts as missing. */
export type PushQuery = Readonly<Record<string, unknown>>;

export interface PushReceiver {
  /** Answers WeChat's GET at the moment the address is set: send back the text as it is. */
  verifyAddress(query: PushQuery): string;
  /** Opens a POST. Answer `success` within five seconds, else WeChat repeats it, up to three times. */
  receive(push: { query: PushQuery; body: string }): PushEvent;
}

type Fields = Record<string, unknown>;

const MAX_BODY_LENGTH = 256 * 1024;

/**
 * The receiving end of WeChat's message push.
 * In plain mode the signature covers the time but not the body, so https and the window are all that protects it:
 * prefer secure mode.
 * @throws TypeError when the token is empty or the key malformed; its methods throw PushRefused
 */
export function createPushReceiver(options: PushReceiverOptions): PushReceiver {
  const { token, appId, encodingAesKey, now = () => new Date(), windowSeconds = 300 } = options;
  if (token === '') throw new TypeError('token must not be empty');
  const key = encodingAesKey === undefined ? null : pushKey(encodingAesKey);

  function assertSigned(query: PushQuery, signatureName: 'signature' | 'msg_signature', sealed: string[]): void {
    const timestamp = asText(query.timestamp);
    const expected = signPush([token, timestamp, asText(query.nonce), ...sealed]);
    if (!isSameSignature(expected, asText(query[signatureName]))) throw new PushRefused('bad_signature');
    const distance = Math.abs(now().getTime() / 1000 - Number(timestamp));
    if (!/^\d{1,12}$/.test(timestamp) || distance > windowSeconds) throw new PushRefused('outside_window');
  }

  return {
    verifyAddress(query) {
      assertSigned(query, 'signature', []);
      return asText(query.echostr);
    },
    receive({ query, body }) {
      if (key === null) {
        assertSigned(query, 'signature', []);
        return readPushEvent(readBody(body));
      }
      const sealed = asText(readBody(body).Encrypt);
      if (sealed === '') throw new PushRefused('not_encrypted');
      assertSigned(query, 'msg_signature', [sealed]);
      return readPushEvent(readBody(openPush({ key, appId, sealed })));
    },
  };
}

function readBody(body: string): Fields {
  if (body.length > MAX_BODY_LENGTH) throw new PushRefused('unreadable');
  return body.trimStart().startsWith('<') ? parsePushXml(body) : readJson(body);
}

function readJson(body: string): Fields {
  let value: unknown;
  try {
    value = parseBigJson(body);
  } catch {
    // A syntax error of a stranger's text: its message would repeat that text.
    throw new PushRefused('unreadable');
  }
  const fields = asObject(value);
  if (fields === null) throw new PushRefused('unreadable');
  return fields;
}
