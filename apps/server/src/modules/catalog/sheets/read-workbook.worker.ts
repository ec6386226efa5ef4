import { parentPort, workerData } from 'node:worker_threads';
import { UnreadableWorkbook } from './sheet';
import type { WorkbookAnswer } from './read-workbook';
import { parseWorkbook } from './xlsx';

/** A thread of its own for one file: what the file does to it, it does to nobody else. */
async function answer(): Promise<WorkbookAnswer> {
  try {
    return { sheets: await parseWorkbook(Buffer.from(workerData as Uint8Array)) };
  } catch (error) {
    if (error instanceof UnreadableWorkbook) return { refusal: error.message };
    throw error;
  }
}

void answer().then(result => parentPort!.postMessage(result));
