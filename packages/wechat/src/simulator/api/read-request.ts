import { asObject } from '../../big-json';
import type { SimulatedWorld } from '../simulated-world';
import { requireToken } from '../simulated-token';
import type { SimulatorRequest, SimulatorResponse } from '../simulator-answer';
import { refuse } from '../simulator-answer';

export type Fields = Record<string, unknown>;

/** One simulated call: the answer, or a SimulatedError. */
export type SimulatedCall = (world: SimulatedWorld, request: SimulatorRequest) => Promise<SimulatorResponse>;

/** @throws SimulatedError 43002 not POST, 47001 no JSON object */
export function requireJsonBody({ method, body }: SimulatorRequest): Fields {
  if (method !== 'POST') refuse(43002, 'require POST method');
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    refuse(47001, 'data format error');
  }
  return asObject(value) ?? refuse(47001, 'data format error');
}

/**
 * The body of a call that carries an access token in its address.
 * @throws SimulatedError also 47001 for a token in the body, and what `requireToken` throws
 */
export async function requireAuthorizedBody(world: SimulatedWorld, request: SimulatorRequest): Promise<Fields> {
  const fields = requireJsonBody(request);
  if (fields.access_token !== undefined) refuse(47001, 'data format error');
  await requireToken(world, request.query.access_token);
  return fields;
}

/** @throws SimulatedError 41002, 40013, 41004, 40125 in the order WeChat asks */
export function requireCredentials(
  { appId, secret }: SimulatedWorld,
  given: { appid: unknown; secret: unknown },
): void {
  if (given.appid === undefined || given.appid === '') refuse(41002, 'appid missing');
  if (given.appid !== appId) refuse(40013, 'invalid appid');
  if (given.secret === undefined || given.secret === '') refuse(41004, 'appsecret missing');
  if (given.secret !== secret) refuse(40125, 'invalid appsecret');
}
