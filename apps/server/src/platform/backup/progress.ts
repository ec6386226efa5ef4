import type { CommandContext } from '../module';

/** Where a backup or a restore tells how far it is. */
export type Screen = Pick<CommandContext, 'output' | 'progress'>;

/** Counts records of known collections; tells the share of this one and of all, with `verb` in front. */
export function countingProgress({ progress }: Screen, verb: string, totals: ReadonlyMap<string, number>) {
  const all = sum(totals.values());
  let before = 0;
  let here = 0;
  return {
    /** So many more records of this collection are through. */
    add(name: string, count: number): void {
      here += count;
      progress?.(`${verb} ${name}：${here} / ${totals.get(name) ?? here}，一共 ${percent(before + here, all)}`);
    },
    /** The collection is through; what it was thought to hold counts, so that the share never jumps back. */
    end(name: string): void {
      before += totals.get(name) ?? here;
      here = 0;
    },
  };
}

const percent = (part: number, all: number): string =>
  all === 0 ? '100 %' : `${Math.min(100, Math.floor((part / all) * 100))} %`;

const sum = (counts: Iterable<number>): number => [...counts].reduce((total, count) => total + count, 0);
