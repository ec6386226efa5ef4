import { randomBytes, randomUUID } from 'node:crypto';
import { checkMediaCall, checkTextCall } from './api/check-api';
import { codeToSessionCall, phoneNumberCall, stableTokenCall } from './api/identity-api';
import { sendSubscribeMessageCall } from './api/message-api';
import { miniProgramCodeCall, urlLinkCall } from './api/reach-api';
import type { SimulatedCall } from './api/read-request';
import type { SimulatedPush, SimulatorPushOptions } from './push-queue';
import { createPushQueue } from './push-queue';
import type { SignedCode } from './signed-code';
import { signCode } from './signed-code';
import type { SimulatedWorld } from './simulated-world';
import { createTimeKeys, digits, isOpenid, noteVisit } from './simulated-world';
import type { SimulatorRequest, SimulatorResponse } from './simulator-answer';
import { API_BY_PATH, jsonAnswer, SimulatedError } from './simulator-answer';
import type { SimulatorFault } from './simulator-faults';
import { createFaultBoard } from './simulator-faults';
import type { SimulatorLimits } from './simulator-limits';
import { createUseCounter, DOCUMENTED_LIMITS } from './simulator-limits';
import type { SimulatorStore } from './simulator-store';
import { createMemoryStore } from './simulator-store';
import type { KeywordVerdict } from './simulator-verdicts';
import { DEFAULT_KEYWORD_VERDICTS, DEFAULT_MEDIA_VERDICTS } from './simulator-verdicts';
import type { SentMessage } from './subscriptions';
import { addSubscriptions, clearSubscriptions, subscriptionAnswerPush } from './subscriptions';
import type { WechatApi } from '../wechat-error';

export interface SimulatorOptions {
  now?: () => Date;
  /** Makes random ids; each must be new. Default: UUIDs. */
  ids?: () => string;
  /** What the client under it must present. Defaults: SIMULATED_APP. */
  appId?: string;
  secret?: string;
  /** Signs codes. Servers that share it honour each other's codes. Default: a random one, for this simulator alone. */
  demoKey?: string;
  /** Share it as well when codes must be used once over several servers. Default: memory. */
  store?: SimulatorStore;
  /** Template id → the keys it takes. Default: any template with any keys. */
  templates?: Readonly<Record<string, readonly string[]>>;
  /** Released pages, without a slash in front. Default: any. */
  pages?: readonly string[];
  keywordVerdicts?: readonly KeywordVerdict[];
  mediaVerdicts?: readonly KeywordVerdict[];
  limits?: Partial<SimulatorLimits>;
  /** How long a slow answer takes, in milliseconds. Default 60,000. */
  slowMs?: number;
  push?: SimulatorPushOptions;
  /** Takes what WeChat would POST to the push address; when it throws, the push is tried again, three times in all. */
  onPush?: (push: SimulatedPush) => Promise<void> | void;
  /** Milliseconds until a push goes out by itself. Default null: only `deliverPushes` sends. */
  pushDelayMs?: number | null;
}

export interface Simulator {
  /** Answers one request to WeChat's API. */
  handle(request: SimulatorRequest): Promise<SimulatorResponse>;
  /** What wx.login would give this person: once, five minutes. */
  issueLoginCode(openid: string): string;
  /** What the phone button would give this person. @throws TypeError for a malformed number too */
  issuePhoneCode(openid: string, phone: string): string;
  /** Notes that this person has the mini-program open; a login notes it too. */
  visit(openid: string): Promise<void>;
  /** The person accepts `count` times (default 1) to be sent this template; pushes the event of it. */
  grantSubscription(openid: string, templateId: string, count?: number): Promise<void>;
  /** The person switches the template off in the settings; pushes the event of it. */
  refuseSubscription(openid: string, templateId: string): Promise<void>;
  setFault(fault: SimulatorFault): void;
  /** The newest messages first; at most `limit`, default 200. */
  sent(limit?: number): Promise<SentMessage[]>;
  /** Sends the pushes that wait. @returns how many were taken */
  deliverPushes(): Promise<number>;
  /** Stops the timers of pushes. */
  close(): void;
}

/** The made-up credentials that a client of the simulator presents by default. */
export const SIMULATED_APP = { appId: 'wx0000000000000000', secret: 'simulated-secret' } as const;

const CALLS: Readonly<Record<WechatApi, SimulatedCall>> = {
  codeToSession: codeToSessionCall,
  stableToken: stableTokenCall,
  phoneNumber: phoneNumberCall,
  checkText: checkTextCall,
  checkMedia: checkMediaCall,
  sendSubscribeMessage: sendSubscribeMessageCall,
  miniProgramCode: miniProgramCodeCall,
  urlLink: urlLinkCall,
};

const SENT_PAGE = 200;

/**
 * WeChat's server API for a demo and for tests, holding to its codes and limits.
 * Its methods throw TypeError for an openid that is not 1 to 64 letters, digits, - or _.
 */
export function createSimulator(options: SimulatorOptions = {}): Simulator {
  const world = createWorld(options);
  const faults = createFaultBoard();
  const { store, now, newId, pushes, demoKey } = world;

  function issue(facts: Pick<SignedCode, 'kind' | 'openid' | 'phone'>): string {
    assertOpenid(facts.openid);
    return signCode(demoKey, { ...facts, issuedAt: now().getTime(), nonce: newId() });
  }

  async function visit(openid: string): Promise<void> {
    assertOpenid(openid);
    await noteVisit(world, openid);
  }

  async function answer(api: WechatApi, request: SimulatorRequest): Promise<SimulatorResponse> {
    try {
      return await CALLS[api](world, request);
    } catch (error) {
      if (error instanceof SimulatedError) return errorAnswer(error.errcode, error.message, newId());
      throw error;
    }
  }

  return {
    async handle(request) {
      const api = Object.hasOwn(API_BY_PATH, request.path) ? API_BY_PATH[request.path] : undefined;
      if (api === undefined) return { status: 404, headers: {}, body: Buffer.alloc(0) };
      const fault = faults.take(api);
      if (typeof fault === 'number') return errorAnswer(fault, 'simulated fault', newId());
      if (fault === 'wrong_answer') return errorPage();
      if (fault === 'unreachable') return { ...errorPage(), fault: 'refuse' };

      const response = await answer(api, request);
      if (fault === 'answer_lost') return { ...response, fault: 'cut' };
      return fault === 'slow' ? { ...response, fault: { delayMs: options.slowMs ?? 60_000 } } : response;
    },
    issueLoginCode: openid => issue({ kind: 'login', openid }),
    issuePhoneCode(openid, phone) {
      if (!/^1\d{10}$/.test(phone)) throw new TypeError('phone must be 11 digits that begin with 1');
      return issue({ kind: 'phone', openid, phone });
    },
    visit,
    async grantSubscription(openid, templateId, count = 1) {
      await visit(openid);
      await addSubscriptions(world, openid, templateId, count);
      const accepted = { templateId, status: 'accept' } as const;
      await pushes.add(subscriptionAnswerPush('subscribe_msg_popup_event', openid, accepted));
    },
    async refuseSubscription(openid, templateId) {
      assertOpenid(openid);
      await clearSubscriptions(world, openid, templateId);
      const refused = { templateId, status: 'reject' } as const;
      await pushes.add(subscriptionAnswerPush('subscribe_msg_change_event', openid, refused));
    },
    setFault: fault => faults.set(fault),
    async sent(limit = SENT_PAGE) {
      const newest = await store.list('sent/', limit);
      return newest.map(({ value }) => value as SentMessage).reverse();
    },
    deliverPushes: () => pushes.deliver(),
    close: () => pushes.close(),
  };
}

function assertOpenid(openid: string): void {
  if (!isOpenid(openid)) throw new TypeError('openid must be 1 to 64 letters, digits, - or _');
}

function createWorld(options: SimulatorOptions): SimulatedWorld {
  const { now = () => new Date(), ids: newId = randomUUID, onPush = null, pushDelayMs: delayMs = null } = options;
  const { appId, secret } = { ...SIMULATED_APP, ...options };
  const store = options.store ?? createMemoryStore(now);
  const push = options.push ?? { token: 'simulated-push-token' };
  const timeKey = createTimeKeys({ now, newId });
  return {
    appId,
    secret,
    demoKey: options.demoKey ?? randomBytes(32).toString('hex'),
    store,
    now,
    newId,
    timeKey,
    count: createUseCounter({ ...DOCUMENTED_LIMITS, ...options.limits }, now),
    pushes: createPushQueue({ appId, store, now, newId, timeKey, options: push, onPush, delayMs }),
    templates: options.templates ?? null,
    pages: options.pages ?? null,
    keywordVerdicts: options.keywordVerdicts ?? DEFAULT_KEYWORD_VERDICTS,
    mediaVerdicts: options.mediaVerdicts ?? DEFAULT_MEDIA_VERDICTS,
  };
}

function errorAnswer(errcode: number, errmsg: string, id: string): SimulatorResponse {
  const hex = digits(id, 24);
  const rid = `${hex.slice(0, 8)}-${hex.slice(8, 16)}-${hex.slice(16)}`;
  return jsonAnswer({ errcode, errmsg: `${errmsg} rid: ${rid}` });
}

/** What a broken gateway sends: HTML under status 200. */
function errorPage(): SimulatorResponse {
  return { status: 200, headers: { 'content-type': 'text/html' }, body: Buffer.from('<html>Bad Gateway</html>') };
}
