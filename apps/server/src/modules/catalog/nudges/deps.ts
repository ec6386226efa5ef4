import type { CatalogDeps } from '../deps';
import type { NudgeRepository } from './nudge.repository';

export type NudgesDeps = CatalogDeps & { nudges: NudgeRepository };
