import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { createQueue } from '../../../platform/one-at-a-time';
import { repositoryRoot } from '../../../platform/root';
import { UnreadableWorkbook, type Sheet } from './sheet';
import { workbookLimits } from './workbook-limits';

export type WorkbookAnswer = { sheets: Sheet[] } | { refusal: string };

/** The bundle that scripts/lib/build.mjs makes of read-workbook.worker.ts. */
const WORKER = join(repositoryRoot(), 'apps/server/dist/read-workbook.worker.cjs');
/** One file at a time: the memory below is for all of them together. */
const inTurn = createQueue();

const tooComplex = (cause: unknown) =>
  new UnreadableWorkbook('表格太复杂，读不下来。请删去没用的内容，或者分成几个文件再导入。', { cause });
const broken = (cause: unknown) =>
  new UnreadableWorkbook('表格的内容读不出来，请在表格软件里打开后另存为 xlsx 再导入。', { cause });

/**
 * All sheets of an xlsx file, read in a thread with limits on memory and time: a hostile or broken file costs its importer a sentence
 * and nobody else anything.
 * @throws UnreadableWorkbook with a sentence that says what to do
 */
export async function readWorkbook(bytes: Buffer, limits = workbookLimits): Promise<Sheet[]> {
  if (bytes.length > limits.bytes) throw new UnreadableWorkbook('文件超过 20 MB，请分成几个文件再导入。');
  const answer = await inTurn(() => askWorker(bytes, limits));
  if ('refusal' in answer) throw new UnreadableWorkbook(answer.refusal);
  return answer.sheets;
}

function askWorker(bytes: Buffer, { memoryMb, milliseconds }: typeof workbookLimits): Promise<WorkbookAnswer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(WORKER, {
      workerData: bytes,
      // It needs no setting and may know no key.
      env: {},
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 32 },
    });
    const timer = setTimeout(() => {
      reject(tooComplex('out of time'));
      void worker.terminate();
    }, milliseconds);
    worker.once('message', (answer: WorkbookAnswer) => resolve(answer));
    worker.once('error', error => {
      const isOutOfMemory = (error as { code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY';
      reject(isOutOfMemory ? tooComplex(error) : broken(error));
    });
    worker.once('exit', code => {
      clearTimeout(timer);
      // After an answer or an error this changes nothing.
      reject(broken(`the thread ended with ${code}`));
    });
  });
}
