import type { RouteInput } from '@bandeng/contracts/types';
import { invalidField } from '../../../platform/errors';
import type { Tx } from '../../../platform/transaction';
import { isAdopted } from '../comment-keys';
import type { ConsultationsDeps } from '../deps';
import type { DraftInput } from '../read-draft';
import type { diffDraft } from './diff-draft';

/**
 * Which comments the items of a new draft were written from. A draft may only name what its office has answered as adopted, and only
 * where its words are others now. Throws request.invalid.
 * @returns comments by the id that the clause has in the draft
 */
export async function sourcesOf(
  { comments }: Pick<ConsultationsDeps, 'comments'>,
  consultationId: string,
  given: {
    body: Pick<RouteInput<'staff.consultations.revise'>['body'], 'adopted' | 'draft'>;
    /** The same draft with the ids of what it continues. */
    input: DraftInput;
    changes: ReturnType<typeof diffDraft>;
  },
  tx: Tx,
): Promise<Map<string, string[]>> {
  const { body, input, changes } = given;
  const sources = new Map<string, string[]>();
  if (body.adopted.length === 0) return sources;
  if (body.draft.kind === 'entries' || input.kind === 'entries')
    throw invalidField('adopted', '目录的草案里，采纳的意见记在目录版本上，不在这里写。');
  const found = await comments.findMany([...new Set(body.adopted.flatMap(one => one.commentIds))], tx);
  const isChanged = new Set(changes.filter(({ change }) => change !== 'same').map(({ itemId }) => itemId));
  for (const [at, { clauseId, commentIds }] of body.adopted.entries()) {
    const itemId = input.clauses[body.draft.clauses.findIndex(({ id }) => id === clauseId)]?.id;
    if (itemId === undefined) throw invalidField(`adopted.${at}.clauseId`, '新的一稿里没有这一条。');
    if (!isChanged.has(itemId)) throw invalidField(`adopted.${at}.clauseId`, '这一条没有改动，不能写明是从意见来的。');
    for (const [which, commentId] of commentIds.entries()) {
      const comment = found.get(commentId);
      if (comment?.consultationId !== consultationId || !isAdopted(comment))
        throw invalidField(
          `adopted.${at}.commentIds.${which}`,
          '只能写明这次征集里答复为采纳或者部分采纳、没有撤回的意见。',
        );
    }
    sources.set(itemId, [...new Set([...(sources.get(itemId) ?? []), ...commentIds])]);
  }
  return sources;
}
