import type { Cursors } from '../../../platform/cursor';
import type { CatalogDeps } from '../deps';
import type { ListRepository } from './list.repository';

export type ListsDeps = CatalogDeps & { cursors: Cursors; lists: ListRepository };
