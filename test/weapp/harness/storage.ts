const KEY_LIMIT = 1024 * 1024;
const TOTAL_LIMIT = 10 * 1024 * 1024;

/** What the phone keeps for one mini-program; hand it to the next launch to see what survived. */
export class PhoneStorage {
  private readonly values = new Map<string, string>();
  /** Files under USER_DATA_PATH, by path. */
  readonly files = new Map<string, string>();

  get(key: string): unknown {
    const text = this.values.get(key);
    return text === undefined ? undefined : JSON.parse(text);
  }

  set(key: string, value: unknown): void {
    const text = JSON.stringify(value) ?? 'null';
    const size = Buffer.byteLength(text);
    if (size > KEY_LIMIT) throw new Error('entry size limit reached');
    if (this.size() - Buffer.byteLength(this.values.get(key) ?? '') + size > TOTAL_LIMIT)
      throw new Error('storage limit reached');
    this.values.set(key, text);
  }

  delete(key: string): void {
    this.values.delete(key);
  }

  clear(): void {
    this.values.clear();
  }

  keys(): string[] {
    return [...this.values.keys()];
  }

  /** Bytes of all values. */
  size(): number {
    return [...this.values.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  }

  static readonly limitKilobytes = TOTAL_LIMIT / 1024;
}
