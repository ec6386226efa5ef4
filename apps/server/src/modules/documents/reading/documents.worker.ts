import { parentPort } from 'node:worker_threads';
import { cleanDocument } from './clean-document';
import { importDocument } from './import-document';
import type { Answer, Task, Work } from './protocol';
import { Refusal } from './refusal';
import { scanDocument } from './scan-document';

/** A thread of its own for documents from outside: what one does to it, it does to nobody else. */
const does: { [N in keyof Work]: (format: Task['format'], bytes: Buffer) => Promise<Work[N]> | Work[N] } = {
  scan: scanDocument,
  import: importDocument,
  clean: cleanDocument,
};

async function answer({ id, work, format, bytes }: Task): Promise<Answer> {
  try {
    return { id, result: await does[work](format, Buffer.from(bytes)) };
  } catch (error) {
    // Whatever else a document breaks in here, it is the document that is broken.
    if (error instanceof Refusal) return { id, refusal: error.code };
    return { id, refusal: 'document.broken', fault: error instanceof Error ? error.stack : String(error) };
  }
}

parentPort!.on('message', (task: Task) => void answer(task).then(result => parentPort!.postMessage(result)));
