import type { DraftPage, PublicComment } from '@bandeng/contracts/types';

export type CommentTarget = PublicComment['target'];

/** What a draft is made of: entries of a catalog with their columns, or clauses. */
export type DraftItem = DraftPage['items'][number];
export type DraftEntry = Extract<DraftPage, { kind: 'entries' }>['items'][number];
export type DraftClause = Extract<DraftPage, { kind: 'clauses' }>['items'][number];

export const isEntry = (item: DraftItem): item is DraftEntry => 'fields' in item;

/** A spot of a draft that one can speak of, with the words it is shown by. */
export interface Place {
  target: CommentTarget;
  /** 公开时限, 第三条, 整个草案. */
  label: string;
  /** The entry that a field belongs to. */
  of?: string;
  /** What the draft says there now: the starting point of 你想改成. */
  current?: string;
}

export const wholeDraft: Place = { target: { kind: 'whole' }, label: '整个草案' };

/** Tells places of one draft apart. */
export function placeKey(target: CommentTarget): string {
  if (target.kind === 'whole') return 'whole';
  if (target.kind === 'addition') return `addition/${target.parentId}`;
  return target.kind === 'entry' && target.field ? `${target.id}/${target.field}` : target.id;
}
