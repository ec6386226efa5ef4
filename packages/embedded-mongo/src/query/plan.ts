/** What the planner decides: which keys of which index are walked, and whether they come in the order that was asked for. */
import type { Index } from '../storage/catalog';
import type { Range } from '../storage/key-space';

export interface IndexPlan {
  kind: 'index';
  index: Index;
  ranges: (Range & { mergeAt: number })[];
  /** Each range is one whole key of a unique index: it is looked up, not scanned. */
  wholeKeys: boolean;
  reverse: boolean;
  /** The keys come in the order of the wanted sort. */
  sorted: boolean;
  /** Ranges are merged by what follows their fixed beginnings (`mergeAt`), instead of walked one after another. */
  merge: boolean;
  /** The bounds say all that the filter says. */
  exact: boolean;
  /** Fields with bounds, for explain. */
  boundFields: string[];
}

export interface ScanPlan {
  kind: 'scan';
  reverse: boolean;
}

export interface UnionPlan {
  kind: 'union';
  branches: IndexPlan[];
}

export type Plan = IndexPlan | ScanPlan | UnionPlan;
