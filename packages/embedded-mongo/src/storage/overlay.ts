/** The buffered writes of a transaction laid over its snapshot. */
import type { Entry, Kv, ReadKv } from './kv';

export class Overlay implements Kv {
  private readonly changes = new Map<string, Buffer | null>();
  private sorted: string[] = [];
  /** Keys that are not in `sorted` yet: writes without range reads between them never sort. */
  private unsorted: string[] = [];

  constructor(private readonly base: ReadKv) {}

  get(key: Buffer): Buffer | undefined {
    const change = this.changes.get(key.toString('latin1'));
    return change === undefined ? this.base.get(key) : (change ?? undefined);
  }

  put(key: Buffer, value: Buffer): void {
    this.set(key, value);
  }

  remove(key: Buffer): void {
    this.set(key, null);
  }

  private set(key: Buffer, value: Buffer | null): void {
    const name = key.toString('latin1');
    if (!this.changes.has(name)) this.unsorted.push(name);
    this.changes.set(name, value);
  }

  private sortNew(): void {
    if (this.unsorted.length === 0) return;
    // Two sorted runs: the engine's merge sort joins them in linear time.
    this.sorted = this.sorted.concat(this.unsorted.sort()).sort();
    this.unsorted = [];
  }

  private firstAtOrAfter(name: string): number {
    let [low, high] = [0, this.sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.sorted[middle] as string) < name) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  range(from: Buffer, to: Buffer, reverse: boolean, limit: number): Entry[] {
    this.sortNew();
    const begin = this.firstAtOrAfter(from.toString('latin1'));
    const end = this.firstAtOrAfter(to.toString('latin1'));
    const names = this.sorted.slice(begin, Math.max(begin, end));
    // Each removed or replaced key may hide one entry of the base.
    const below = this.base.range(from, to, reverse, limit + names.length);
    if (names.length === 0) return below;
    const merged = new Map(below.map(entry => [entry.key.toString('latin1'), entry]));
    const complete = below.length < limit + names.length;
    const edge = complete ? undefined : below[below.length - 1]?.key.toString('latin1');
    for (const name of names) {
      if (edge !== undefined && (reverse ? name < edge : name > edge)) continue;
      const value = this.changes.get(name);
      if (value) merged.set(name, { key: Buffer.from(name, 'latin1'), value });
      else merged.delete(name);
    }
    const order = [...merged.keys()].sort();
    if (reverse) order.reverse();
    return order.slice(0, limit).map(name => merged.get(name) as Entry);
  }

  /** Writes everything buffered into the store. */
  applyTo(kv: Kv): void {
    for (const [name, value] of this.changes) {
      const key = Buffer.from(name, 'latin1');
      if (value) kv.put(key, value);
      else kv.remove(key);
    }
  }

  get isEmpty(): boolean {
    return this.changes.size === 0;
  }
}
