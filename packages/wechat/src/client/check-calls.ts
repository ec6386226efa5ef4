import type { CheckVerdict } from '../check-verdict';
import { readVerdict, worseVerdict } from '../check-verdict';
import { failureOf } from '../error-codes';
import { splitForCheck } from '../split-for-check';
import type { CallWechat } from './caller';
import { readFields, requireText } from './read-answer';

/** Where the content appears: 1 profile, 2 comment, 3 forum, 4 social log. */
export type CheckScene = 1 | 2 | 3 | 4;

export interface TextCheck {
  /** Any length: longer than 2,500 characters goes in pieces. */
  content: string;
  /** Must have opened the mini-program in the last two hours, else `user_inactive`. */
  openid: string;
  scene: CheckScene;
  title?: string;
  nickname?: string;
}

/** The worst verdict over all pieces that were asked; after a risky piece the rest is not asked. */
export interface TextCheckResult extends CheckVerdict {
  /** WeChat's trace of each piece asked, in order. */
  traceIds: string[];
}

export interface MediaCheck {
  /** An address that WeChat can download; at most 10 MB. */
  mediaUrl: string;
  mediaType: 'audio' | 'image';
  openid: string;
  scene: CheckScene;
}

const VERSION = 2;
const MEDIA_TYPES = { audio: 1, image: 2 } as const;

/** msgSecCheck 2.0. Repeated when in doubt: checking twice changes nothing. */
export async function checkText(call: CallWechat, check: TextCheck): Promise<TextCheckResult> {
  const [first = '', ...others] = splitForCheck(check.content);
  const { title, nickname } = check;
  let worst = await checkPiece(call, check, { content: first, ...(title && { title }), ...(nickname && { nickname }) });
  const traceIds = [worst.traceId];
  for (const content of others) {
    if (worst.suggest === 'risky') break;
    const verdict = await checkPiece(call, check, { content });
    traceIds.push(verdict.traceId);
    worst = worseVerdict(worst, verdict);
  }
  return { suggest: worst.suggest, label: worst.label, traceIds };
}

function checkPiece(
  call: CallWechat,
  { openid, scene }: TextCheck,
  text: { content: string; title?: string; nickname?: string },
): Promise<CheckVerdict & { traceId: string }> {
  const api = 'checkText';
  return call({
    api,
    path: '/wxa/msg_sec_check',
    body: { version: VERSION, openid, scene, ...text },
    retry: 'always',
    read: response => {
      const fields = readFields(api, response);
      const verdict = readVerdict(fields.result);
      if (verdict === null) throw failureOf(api, 'unexpected_answer', { reason: 'no_result' });
      return { ...verdict, traceId: requireText(api, fields, 'trace_id') };
    },
  });
}

/**
 * mediaCheckAsync: the verdict comes later as a push with this trace id, within 30 minutes.
 * Not repeated in doubt: a second request for the same file is refused as a duplicate, and its trace id is lost.
 */
export function checkMedia(call: CallWechat, check: MediaCheck): Promise<{ traceId: string }> {
  const api = 'checkMedia';
  return call({
    api,
    path: '/wxa/media_check_async',
    body: {
      media_url: check.mediaUrl,
      media_type: MEDIA_TYPES[check.mediaType],
      version: VERSION,
      scene: check.scene,
      openid: check.openid,
    },
    retry: 'not_done',
    read: response => ({ traceId: requireText(api, readFields(api, response), 'trace_id') }),
  });
}
