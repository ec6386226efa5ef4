import type { WechatApi } from '../wechat-error';

/** A request as any HTTP server or an in-process fetch can give it. */
export interface SimulatorRequest {
  method: string;
  path: string;
  query: Readonly<Record<string, string>>;
  body: string;
}

/** What the transport must do besides sending the answer. */
export type TransportFault =
  /** Nothing was done: refuse the connection, or cut it where it is open already. */
  | 'refuse'
  /** The work was done: cut the connection without an answer. */
  | 'cut'
  /** The work was done: send the answer only after `delayMs`. */
  | { delayMs: number };

export interface SimulatorResponse {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
  fault?: TransportFault;
}

/** Thrown inside the simulator to answer with one of WeChat's numbers. */
export class SimulatedError extends Error {
  readonly errcode: number;

  constructor(errcode: number, errmsg: string) {
    super(errmsg);
    this.name = 'SimulatedError';
    this.errcode = errcode;
  }
}

/** @throws SimulatedError always */
export function refuse(errcode: number, errmsg: string): never {
  throw new SimulatedError(errcode, errmsg);
}

export function jsonAnswer(fields: object): SimulatorResponse {
  return {
    status: 200,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: Buffer.from(JSON.stringify(fields)),
  };
}

/** An address of the real API, and which call it is. */
export const API_BY_PATH: Readonly<Record<string, WechatApi>> = {
  '/sns/jscode2session': 'codeToSession',
  '/cgi-bin/stable_token': 'stableToken',
  '/wxa/business/getuserphonenumber': 'phoneNumber',
  '/wxa/msg_sec_check': 'checkText',
  '/wxa/media_check_async': 'checkMedia',
  '/cgi-bin/message/subscribe/send': 'sendSubscribeMessage',
  '/wxa/getwxacodeunlimit': 'miniProgramCode',
  '/wxa/generate_urllink': 'urlLink',
};
