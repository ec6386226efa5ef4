import { CHECK_LABELS, POLITICAL_LABEL, WechatError, type TextCheckResult } from '@bandeng/wechat';
import { changeComment } from './change-comment';
import type { CommentRecord } from './comment.repository';
import type { ConsultationsDeps } from './deps';

/** WeChat checks only the words of people who were there in the last two hours (FACTS §7); waiting longer helps nobody. */
const MAX_AGE_MS = 2 * 3_600_000;
const SCENE_COMMENT = 2;

type Verdict = Pick<CommentRecord, 'check' | 'checkNote'>;

/** Asks WeChat about a comment, once. Whatever comes but a clear pass, a person decides; the comment counts either way. */
export async function checkComment(
  deps: ConsultationsDeps,
  ids: { consultationId: string; commentId: string },
): Promise<void> {
  const comment = await deps.comments.find(ids.commentId);
  if (comment?.check !== 'pending') return;
  const verdict = await verdictOn(deps, comment);
  await changeComment(deps, 'system', ids, current =>
    current.check === 'pending' ? { event: 'comment.checked', set: verdict } : null,
  );
}

async function verdictOn(deps: ConsultationsDeps, comment: CommentRecord): Promise<Verdict> {
  const { accountId, body, proposedText, penName, createdAt } = comment;
  if (comment.withdrawnAt !== null) return unknown('撤回了，没有检查');
  if (deps.clock.now().getTime() - createdAt.getTime() > MAX_AGE_MS) return unknown('提交超过两小时，微信不再检查');
  const contact = accountId === null ? null : await deps.identity.findContact(accountId);
  if (!contact) return unknown('没有微信身份，无法检查');
  try {
    const result = await deps.wechat.checkText({
      content: proposedText === null ? body : `${body}\n${proposedText}`,
      openid: contact.openid,
      scene: SCENE_COMMENT,
      ...(penName !== null && { nickname: penName }),
    });
    return readResult(result);
  } catch (error) {
    if (!(error instanceof WechatError)) throw error;
    deps.logger.warn({ err: error, commentId: comment._id }, 'content check failed, a person decides');
    return unknown(error.kind === 'user_inactive' ? '作者离开超过两小时，微信不检查' : '微信没有给出结果');
  }
}

const unknown = (checkNote: string): Verdict => ({ check: 'unknown', checkNote });

function readResult({ suggest, label }: TextCheckResult): Verdict {
  if (suggest === 'pass') return { check: 'pass', checkNote: null };
  const words = CHECK_LABELS[label] ?? String(label);
  // 时政 is what people talk to a government about: never the machine's decision.
  const check = suggest === 'risky' && label === POLITICAL_LABEL ? 'review' : suggest;
  return { check, checkNote: `微信检查：${words}${suggest === 'risky' ? '（有风险）' : '（建议人工看）'}` };
}
