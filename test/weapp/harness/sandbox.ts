import path from 'node:path';
import vm from 'node:vm';
import type { Dist } from './dist';

interface InContext {
  parse(json: string): unknown;
  promise(run: (resolve: (value: unknown) => void, reject: (reason: unknown) => void) => void): unknown;
  bytes(length: number): ArrayBuffer;
}

type Module = { exports: unknown };
type Callback = (...args: unknown[]) => void;

/**
 * WeChat's logic layer: a JavaScript context with the language's own objects, timers and a console, and nothing of a
 * browser or of Node. Making code from strings is forbidden, as on a phone.
 */
export class Sandbox {
  private readonly context: vm.Context;
  private readonly inContext: InContext;
  private readonly modules = new Map<string, Module>();
  private readonly timers = new Set<NodeJS.Timeout>();
  /** A call that ends after the app was killed wakes nothing: no new timer. */
  private isClosed = false;

  constructor(
    private readonly dist: Dist,
    /** Names that WeChat gives to every file: wx, App, Page, getApp … */
    private readonly names: Record<string, unknown>,
    private readonly hooks: { log(level: string, text: string): void; error(error: unknown): void },
  ) {
    this.context = vm.createContext(
      { console: this.console(), ...this.timerFunctions() },
      { codeGeneration: { strings: false, wasm: false } },
    );
    this.inContext = vm.runInContext(
      '({ parse: JSON.parse, promise: run => new Promise(run), bytes: length => new ArrayBuffer(length) })',
      this.context,
    ) as InContext;
  }

  /** Runs a file of the build as a CommonJS module, once. */
  require(file: string): unknown {
    const known = this.modules.get(file);
    if (known) return known.exports;
    if (!this.dist.has(file)) throw new Error(`module '${file}' is not defined`);
    const module: Module = { exports: {} };
    this.modules.set(file, module);
    const parameters = ['require', 'module', 'exports', ...Object.keys(this.names)].join(',');
    const code = `(function(${parameters}){${this.dist.read(file)}\n})`;
    const run = vm.runInContext(code, this.context, { filename: file }) as (...args: unknown[]) => void;
    const requireFrom = (wanted: string) =>
      this.require(path.posix.join(path.posix.dirname(file), wanted.endsWith('.js') ? wanted : `${wanted}.js`));
    run.call(undefined, requireFrom, module, module.exports, ...Object.values(this.names));
    return module.exports;
  }

  /** A copy of plain data that belongs to the context: there, `instanceof Array` holds for it. */
  revive<T>(value: T): T {
    return value === undefined ? value : (this.inContext.parse(JSON.stringify(value)) as T);
  }

  promise(work: Promise<unknown>): unknown {
    return this.inContext.promise((resolve, reject) => void work.then(resolve, reject));
  }

  buffer(bytes: Uint8Array): ArrayBuffer {
    const buffer = this.inContext.bytes(bytes.byteLength);
    new Uint8Array(buffer).set(bytes);
    return buffer;
  }

  /** Calls into the app; what it throws is recorded as an error of the app. */
  guard<T>(call: () => T): T | undefined {
    try {
      return call();
    } catch (error) {
      this.hooks.error(error);
      return undefined;
    }
  }

  /** The app is swiped away: nothing of it runs any more. */
  close(): void {
    this.isClosed = true;
    for (const timer of this.timers) clearTimeout(timer);
    this.timers.clear();
  }

  private timerFunctions() {
    const start =
      (repeat: boolean) =>
      (callback: Callback, delay?: number, ...args: unknown[]) => {
        if (this.isClosed) return 0;
        const timer: NodeJS.Timeout = (repeat ? setInterval : setTimeout)(() => {
          if (!repeat) this.timers.delete(timer);
          this.guard(() => callback(...args));
        }, delay);
        this.timers.add(timer);
        return Number(timer);
      };
    const stop = (id?: number) => {
      const timer = [...this.timers].find(candidate => Number(candidate) === id);
      if (!timer) return;
      clearTimeout(timer);
      this.timers.delete(timer);
    };
    return { setTimeout: start(false), setInterval: start(true), clearTimeout: stop, clearInterval: stop };
  }

  private console() {
    const log =
      (level: string) =>
      (...args: unknown[]) =>
        this.hooks.log(level, args.map(describe).join(' '));
    return {
      log: log('log'),
      info: log('info'),
      warn: log('warn'),
      error: log('error'),
      debug: log('debug'),
      time: () => undefined,
      timeEnd: () => undefined,
    };
  }
}

/** Errors of the context are no instances of our Error, hence the look at `stack`. */
function describe(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  if ('stack' in value) return String(value.stack);
  try {
    return JSON.stringify(value);
  } catch {
    return Object.prototype.toString.call(value);
  }
}
