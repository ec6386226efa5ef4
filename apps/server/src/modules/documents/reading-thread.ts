import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { AppError } from '../../platform/errors';
import { createQueue } from '../../platform/one-at-a-time';
import { repositoryRoot } from '../../platform/root';
import { documentLimits } from './document-limits';
import type { Answer, Task, Work, WorkInput, WorkName } from './reading/protocol';
import type { RefusalCode } from './reading/refusal';
import type { ReadableFormat } from './reading/scan-document';

/** The bundle that scripts/lib/build.mjs makes of reading/documents.worker.ts. */
const WORKER = join(repositoryRoot(), 'apps/server/dist/documents.worker.cjs');
/** How long to wait before asking again when the queue is full. */
const RETRY_SECONDS = 15;

/** The part of the limits that a test may tighten. */
export type ThreadLimits = Pick<typeof documentLimits, 'bytes' | 'waiting' | 'idleMs'> & {
  memoryMb: number;
  milliseconds: number;
};

export interface ReadingThread {
  /** Throws AppError: document.… for what cannot be read, service.unavailable when too many wait. */
  run<N extends WorkName>(
    work: N,
    format: ReadableFormat,
    bytes: Buffer,
    ...input: WorkInput[N] extends undefined ? [] : [WorkInput[N]]
  ): Promise<Work[N]>;
}

/**
 * Documents from outside, one at a time, in a thread with limits on memory and time: a hostile or broken file costs whoever brings it a
 * sentence and nobody else anything. The thread is kept for the next document for a while, and never for one after a fault.
 */
export function createReadingThread(
  limits: { readonly [K in keyof ThreadLimits]: number } = documentLimits,
): ReadingThread {
  const inTurn = createQueue();
  let waiting = 0;
  let kept: Reader | null = null;
  let idle: NodeJS.Timeout | undefined;
  let lastId = 0;

  function take(): Reader {
    clearTimeout(idle);
    const reader = kept ?? startReader(limits.memoryMb);
    kept = null;
    reader.worker.ref();
    return reader;
  }

  function keep(reader: Reader): void {
    kept = reader;
    // One that ends while nobody waits for it is not asked again.
    reader.settle = () => (kept = null);
    reader.worker.unref();
    idle = setTimeout(() => {
      kept = null;
      void reader.worker.terminate();
    }, limits.idleMs);
    idle.unref();
  }

  function ask(task: Omit<Task, 'id'>): Promise<Answer> {
    const reader = take();
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => reader.settle({ fault: 'document.too_complex', cause: 'out of time' }),
        limits.milliseconds,
      );
      reader.settle = end => {
        clearTimeout(timer);
        if ('answer' in end) {
          keep(reader);
          return resolve(end.answer);
        }
        reader.settle = () => undefined;
        void reader.worker.terminate();
        reject(new AppError(end.fault, { cause: end.cause }));
      };
      reader.worker.postMessage({ ...task, id: (lastId += 1) } satisfies Task);
    });
  }

  return {
    async run<N extends WorkName>(
      work: N,
      format: ReadableFormat,
      bytes: Buffer,
      input?: WorkInput[N],
    ): Promise<Work[N]> {
      if (bytes.length > limits.bytes) throw new AppError('file.too_large');
      if (waiting >= limits.waiting) throw new AppError('service.unavailable', { retryAfter: RETRY_SECONDS });
      waiting += 1;
      try {
        const answer = await inTurn(() => ask({ work, format, bytes, input }));
        if ('refusal' in answer) throw new AppError(answer.refusal, { cause: answer.fault });
        return answer.result as Work[N];
      } finally {
        waiting -= 1;
      }
    },
  };
}

/** How a task ended: with the thread's answer, or with the thread. */
type End = { answer: Answer } | { fault: RefusalCode; cause: unknown };

interface Reader {
  worker: Worker;
  /** What becomes of the end of the task at hand. */
  settle(end: End): void;
}

function startReader(memoryMb: number): Reader {
  const worker = new Worker(WORKER, {
    // It needs no setting and may know no key.
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 64 },
  });
  const reader: Reader = { worker, settle: () => undefined };
  // For its whole life: an error that nobody listens to would end the process.
  worker.on('message', (answer: Answer) => reader.settle({ answer }));
  worker.on('error', cause => {
    const isOutOfMemory = (cause as { code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY';
    reader.settle({ fault: isOutOfMemory ? 'document.too_complex' : 'document.broken', cause });
  });
  worker.on('exit', code => reader.settle({ fault: 'document.broken', cause: `the thread ended with ${code}` }));
  return reader;
}
