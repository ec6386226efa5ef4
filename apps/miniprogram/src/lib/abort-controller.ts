/**
 * WeChat's logic layer has no AbortController and react-query waits for ever without one.
 * Only what react-query and lib/http use; webpack provides it on weapp (config/index.ts).
 */
type Listener = () => void;

export class AbortSignal {
  aborted = false;
  reason: unknown = undefined;
  private listeners: Listener[] = [];

  addEventListener(_type: 'abort', listener: Listener): void {
    this.listeners.push(listener);
  }

  removeEventListener(_type: 'abort', listener: Listener): void {
    this.listeners = this.listeners.filter(known => known !== listener);
  }

  throwIfAborted(): void {
    if (this.aborted) throw this.reason;
  }

  /** Called by the controller only. */
  fire(reason: unknown): void {
    if (this.aborted) return;
    this.aborted = true;
    this.reason = reason;
    for (const listener of this.listeners.splice(0)) listener();
  }
}

export class AbortController {
  readonly signal = new AbortSignal();

  abort(reason: unknown = new Error('aborted')): void {
    this.signal.fire(reason);
  }
}
