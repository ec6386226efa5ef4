import { digits } from '../simulated-world';
import type { SimulatedWorld } from '../simulated-world';
import { drawSimulatedCode } from '../simulated-code-image';
import { jsonAnswer, refuse } from '../simulator-answer';
import type { Fields, SimulatedCall } from './read-request';
import { requireAuthorizedBody } from './read-request';

const SCENE_CHARACTERS = /^[A-Za-z0-9!#$&'()*+,/:;=?@\-._~]+$/;
const SCENE_LIMIT = 32;
const QUERY_LIMIT = 1024;
const MIN_LINK_MS = 60 * 1000;
const MAX_LINK_DAYS = 30;
const VERSIONS = ['release', 'trial', 'develop'];

/** @throws SimulatedError 41030 for a slash in front, a query, or a page that is not released */
export function requirePage({ pages }: SimulatedWorld, page: string): void {
  const isWellFormed = /^[A-Za-z][\w\-/]*$/.test(page);
  if (!isWellFormed || (pages !== null && !pages.includes(page))) refuse(41030, 'invalid page');
}

export const miniProgramCodeCall: SimulatedCall = async (world, request) => {
  const fields = await requireAuthorizedBody(world, request);
  world.count('codesPerMinute');
  const { scene, page, width = 430 } = fields;
  if (typeof scene !== 'string' || scene === '' || scene.length > SCENE_LIMIT) {
    refuse(40169, 'invalid length for scene, or the data is not json string');
  }
  if (!SCENE_CHARACTERS.test(scene)) refuse(40129, 'invalid scene');
  if (/(?:^|&)scancode_time=/.test(scene)) refuse(85096, 'not allow include scancode_time field');
  if (page !== undefined && page !== '') requireCodePage(world, fields);
  requireVersion(fields);
  if (typeof width !== 'number' || !Number.isInteger(width) || width < 280 || width > 1280) {
    refuse(40097, 'invalid args');
  }
  return {
    status: 200,
    headers: { 'content-type': 'image/png' },
    body: drawSimulatedCode(`${String(page)}?${scene}`, width),
  };
};

export const urlLinkCall: SimulatedCall = async (world, request) => {
  const fields = await requireAuthorizedBody(world, request);
  world.count('linksPerSecond');
  world.count('linksPerDay');
  const { path, query = '' } = fields;
  if (path !== undefined && path !== '') requireLinkPath(world, path);
  if (typeof query !== 'string' || query.length > QUERY_LIMIT) refuse(40212, 'invalid query');
  requireVersion(fields);
  requireExpiry(world, fields);
  return jsonAnswer({ errcode: 0, errmsg: 'ok', url_link: `https://wxaurl.cn/${digits(world.newId(), 11)}` });
};

function requireCodePage(world: SimulatedWorld, { page, check_path: checkPath = true }: Fields): void {
  if (typeof page !== 'string') refuse(41030, 'invalid page');
  requirePage(checkPath === false ? { ...world, pages: null } : world, page);
}

/** Links call a bad page by another number than codes and messages, and allow a slash in front. */
function requireLinkPath({ pages }: SimulatedWorld, path: unknown): void {
  const page = typeof path === 'string' ? path.replace(/^\//, '') : '';
  if (page === '' || page.includes('?') || (pages !== null && !pages.includes(page))) {
    refuse(40165, 'invalid weapp pagepath');
  }
}

function requireVersion({ env_version: version = 'release' }: Fields): void {
  if (typeof version !== 'string' || !VERSIONS.includes(version)) refuse(40097, 'invalid args');
}

/** @throws SimulatedError 85401 unless the link ends in one minute to 30 days */
function requireExpiry({ now }: SimulatedWorld, fields: Fields): void {
  const { expire_type: type = 0, expire_time: time, expire_interval: interval } = fields;
  const ahead = typeof time === 'number' ? time * 1000 - now().getTime() : NaN;
  const isTimeFine = type === 0 && ahead >= MIN_LINK_MS && ahead <= MAX_LINK_DAYS * 24 * 3600 * 1000;
  const isIntervalFine =
    type === 1 &&
    typeof interval === 'number' &&
    Number.isInteger(interval) &&
    interval >= 1 &&
    interval <= MAX_LINK_DAYS;
  if (!isTimeFine && !isIntervalFine) refuse(85401, 'time limit between 1min and 30 days');
}
