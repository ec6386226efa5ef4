export {
  AREA_LEVEL_LABELS as AREA_LEVELS,
  PLACE_KIND_LABELS as PLACE_KINDS,
  ROSTER_POST_LABELS as POSTS,
  UNIT_KIND_LABELS as UNIT_KINDS,
} from '@bandeng/contracts/routes';

/** Nothing typed is nothing. */
export const orNull = (text: string | undefined | null): string | null => text?.trim() || null;
