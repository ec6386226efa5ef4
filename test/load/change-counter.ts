import { TreeView } from '../weapp/harness/tree-view';
import type { View, ViewContext } from '../weapp/harness/types';

/** So long without a change, and the tap is through. */
const QUIET_MS = 400;

/** A view that counts what setData sends to it. */
export class ChangeCounter {
  private calls = 0;
  private bytes = 0;
  private since = performance.now();
  private last = performance.now();

  readonly view = async (context: ViewContext): Promise<View> => {
    const inner = await TreeView.create(context);
    const update: View['update'] = (page, changes) => {
      this.calls += 1;
      this.bytes += Buffer.byteLength(JSON.stringify(changes));
      this.last = performance.now();
      return inner.update(page, changes);
    };
    return new Proxy(inner, {
      get: (target, name) => {
        if (name === 'update') return update;
        const value: unknown = Reflect.get(target, name);
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      },
    });
  };

  /** Waits until nothing has come for a while. */
  async quiet(): Promise<void> {
    const from = performance.now();
    while (performance.now() - Math.max(this.last, from) < QUIET_MS)
      await new Promise(resolve => setTimeout(resolve, QUIET_MS / 8));
  }

  reset(): void {
    this.calls = 0;
    this.bytes = 0;
    this.since = performance.now();
    this.last = this.since;
  }

  sum(): { calls: number; bytes: number; milliseconds: number } {
    return { calls: this.calls, bytes: this.bytes, milliseconds: this.last - this.since };
  }
}
